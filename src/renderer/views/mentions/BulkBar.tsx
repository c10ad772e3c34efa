import { Box, Button, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export interface BulkBarProps {
  count: number;
  onState: (state: 'done' | 'open') => void;
  onStar: () => void;
  onTag: (anchor: Element) => void;
  onClear: () => void;
}

/** What can be done with everything that is ticked. */
export function BulkBar(props: BulkBarProps): ReactNode {
  const { t } = useTranslation();
  return (
    <Box
      role="toolbar"
      aria-label={t('mentions.bulk.label')}
      sx={{
        display: 'flex',
        gap: 2,
        alignItems: 'center',
        px: 4,
        py: 1.5,
        bgcolor: 'tokens.wash',
        flex: 'none',
      }}
    >
      <Typography variant="body2" role="status" sx={{ color: 'tokens.onWash', fontWeight: 600, mr: 2 }}>
        {t('mentions.bulk.count', { count: props.count })}
      </Typography>
      <Button onClick={() => props.onState('done')}>{t('mentions.action.done')}</Button>
      <Button onClick={() => props.onState('open')}>{t('mentions.action.open')}</Button>
      <Button onClick={props.onStar}>{t('mentions.action.star')}</Button>
      <Button onClick={(event) => props.onTag(event.currentTarget)}>{t('mentions.action.tag')}</Button>
      <Box sx={{ flex: 1 }} />
      <Button onClick={props.onClear}>{t('mentions.bulk.clear')}</Button>
    </Box>
  );
}
