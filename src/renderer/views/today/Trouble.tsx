import { Box, ButtonBase } from '@mui/material';
import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { healthText } from '#renderer/app/i18n/failure.ts';
import { navigate, select } from '#renderer/app/state.ts';
import { Part } from './Part.tsx';
import type { Summary } from './summary.ts';

/** Sources that bring nothing, with the reason in plain words. */
export function Trouble({ trouble }: { trouble: Summary['trouble'] }): ReactNode {
  const { t } = useTranslation();
  return (
    <Part title={t('today.broken')}>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 2 }}>
        {trouble.map(({ sourceId, name, code, message, params }) => (
          <li key={sourceId}>
            <ButtonBase
              onClick={() => {
                select('sources', sourceId);
                navigate('sources', { sourceId });
              }}
              sx={{
                display: 'flex',
                alignItems: 'flex-start',
                gap: 2,
                width: '100%',
                textAlign: 'left',
                p: 3,
                border: 1,
                borderColor: 'divider',
                borderRadius: '8px',
                bgcolor: 'background.paper',
                '&:hover': { bgcolor: 'tokens.hover' },
              }}
            >
              <Box aria-hidden sx={{ color: 'tokens.warning', display: 'flex', pt: 0.5 }}>
                <CircleAlert size={14} />
              </Box>
              <Box sx={{ minWidth: 0 }}>
                <Box sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{name}</Box>
                <Box sx={{ color: 'text.secondary' }}>{healthText(code, message, params)}</Box>
              </Box>
            </ButtonBase>
          </li>
        ))}
      </Box>
    </Part>
  );
}
