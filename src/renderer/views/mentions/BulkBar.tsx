import { Box, Button, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MentionRow, Sentiment } from '#shared/contract/mentions.ts';
import { CorrectSentiment } from '#renderer/ui/CorrectSentiment.tsx';
import { TeachRelevance } from '#renderer/ui/TeachRelevance.tsx';
import type { MenuKind } from './menus/Menus.tsx';
import { oneOf, targetsOf } from './rows.ts';

export interface BulkBarProps {
  rows: readonly MentionRow[];
  onState: (state: 'done' | 'open') => void;
  onStar: () => void;
  onMenu: (kind: MenuKind, anchor: Element) => void;
  onCorrect: (sentiment: Sentiment | null) => void;
  onTaught: () => void;
  onClear: () => void;
}

const menus = ['tag', 'snooze', 'assign', 'block'] as const;

/** What can be done with everything that is ticked. */
export function BulkBar(props: BulkBarProps): ReactNode {
  const { rows } = props;
  const { t } = useTranslation();
  const all = rows.flatMap(({ mentions }) => mentions);
  return (
    <Box
      role="toolbar"
      aria-label={t('mentions.bulk.label')}
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        gap: 2,
        alignItems: 'center',
        px: 4,
        py: 1.5,
        bgcolor: 'tokens.wash',
        flex: 'none',
      }}
    >
      <Typography variant="body2" role="status" sx={{ color: 'tokens.onWash', fontWeight: 600, mr: 2 }}>
        {t('mentions.bulk.count', { count: rows.length })}
      </Typography>
      <Button onClick={() => props.onState('done')}>{t('mentions.action.done')}</Button>
      <Button onClick={() => props.onState('open')}>{t('mentions.action.open')}</Button>
      <Button onClick={props.onStar}>{t('mentions.action.star')}</Button>
      {menus.map((kind) => (
        <Button
          key={kind}
          aria-haspopup="dialog"
          onClick={(event) => props.onMenu(kind, event.currentTarget)}
        >
          {t(`mentions.action.${kind}`)}
        </Button>
      ))}
      <CorrectSentiment
        sentiment={oneOf<Sentiment>(all.map(({ sentiment }) => sentiment))}
        corrected={all.length > 0 && all.every(({ corrected }) => corrected)}
        onCorrect={props.onCorrect}
      />
      <TeachRelevance
        targets={targetsOf(rows).slice(0, 1000)}
        shelf={oneOf(all.map(({ shelf }) => shelf))}
        onTaught={props.onTaught}
      />
      <Box sx={{ flex: 1 }} />
      <Button onClick={props.onClear}>{t('mentions.bulk.clear')}</Button>
    </Box>
  );
}
