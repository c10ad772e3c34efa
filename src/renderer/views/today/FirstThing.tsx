import { Box, Button, Typography } from '@mui/material';
import { CircleAlert, MessageSquareText, MessageSquareWarning } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { navigate, select } from '#renderer/app/state.ts';
import type { Summary } from './summary.ts';

const icons = { negative: MessageSquareWarning, trouble: CircleAlert, new: MessageSquareText };
const colors = { negative: 'error.main', trouble: 'warning.main', new: 'primary.main' };

/** The one thing to do first: negative mentions, then broken sources, then whatever else is new. */
export function FirstThing({ summary }: { summary: Summary }): ReactNode {
  const { t } = useTranslation();
  const { negativeCount, newCount, trouble, first } = summary;
  const kind = negativeCount > 0 ? 'negative' : trouble.length > 0 ? 'trouble' : 'new';
  const count = { negative: negativeCount, trouble: trouble.length, new: newCount }[kind];
  const Icon = icons[kind];
  const act = (): void => {
    if (kind === 'trouble') {
      navigate('sources', { show: 'trouble' });
      return;
    }
    const row = first[0];
    if (row !== undefined) select('mentions', String(row.itemId));
    navigate('mentions', {
      ...(kind === 'negative' ? { sentiments: 'negative' } : {}),
      states: 'new',
      ...(row === undefined ? {} : { itemId: String(row.itemId) }),
    });
  };
  return (
    <Box
      component="section"
      aria-label={t('today.firstThing')}
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 4,
        p: 4,
        border: 1,
        borderColor: 'divider',
        borderRadius: '8px',
        bgcolor: 'background.paper',
      }}
    >
      <Box aria-hidden sx={{ display: 'flex', color: colors[kind] }}>
        <Icon size={20} />
      </Box>
      <Box sx={{ flex: 1 }}>
        <Typography variant="h2" component="p">
          {t(`today.${kind}`, { count })}
        </Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t(`today.${kind}Text`)}
        </Typography>
      </Box>
      <Button variant="contained" color="primary" onClick={act}>
        {t(kind === 'trouble' ? 'today.mend' : 'today.read')}
      </Button>
    </Box>
  );
}
