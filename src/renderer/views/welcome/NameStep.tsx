import { Box, Button, Divider, TextField, Typography } from '@mui/material';
import { Hotel } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { openWorkspace } from '#renderer/app/appState.ts';

export interface NameStepProps {
  name: string;
  onName: (name: string) => void;
  onNext: () => void;
}

/** The only thing we must know; everything else we propose. */
export function NameStep({ name, onName, onNext }: NameStepProps): ReactNode {
  const { t } = useTranslation();
  const [opening, setOpening] = useState(false);
  const empty = name.trim() === '';
  const openSample = async (): Promise<void> => {
    setOpening(true);
    await openWorkspace('sample');
    setOpening(false);
  };
  return (
    <Box sx={{ display: 'grid', gap: 5 }}>
      <Box
        component="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!empty) onNext();
        }}
        sx={{ display: 'grid', gap: 3 }}
      >
        <TextField
          autoFocus
          label={t('welcome.name')}
          helperText={t('welcome.nameHint')}
          value={name}
          onChange={(event) => onName(event.target.value)}
          slotProps={{ htmlInput: { maxLength: 120 } }}
        />
        <Box>
          <Button type="submit" variant="contained" color="primary" disabled={empty}>
            {t('welcome.continue')}
          </Button>
        </Box>
      </Box>
      <Divider sx={{ fontSize: 12, color: 'text.secondary' }}>{t('welcome.or')}</Divider>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 3, flexWrap: 'wrap' }}>
        <Button
          startIcon={<Hotel size={15} aria-hidden />}
          disabled={opening}
          onClick={() => void openSample()}
        >
          {t('welcome.sample')}
        </Button>
        <Typography variant="caption" sx={{ color: 'text.secondary' }}>
          {t('welcome.sampleText')}
        </Typography>
      </Box>
    </Box>
  );
}
