import { Box } from '@mui/material';
import { PencilLine, StickyNote, Star } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MentionRow } from '#shared/contract/mentions.ts';
import { Initials } from '#renderer/ui/Initials.tsx';
import { useFormat } from '#renderer/ui/format.tsx';
import { assigneesOf, isStarred, snoozeOf } from './rows.ts';

const quiet = { color: 'text.secondary', fontSize: 12, whiteSpace: 'nowrap' } as const;
const mark = { display: 'inline-flex', color: 'text.secondary' } as const;

export interface RowFactsProps {
  row: MentionRow;
  /** Whether the story's copies show below; null where it has none to show. */
  unfolded: boolean | null;
  /** Names of the brands, where rows of several are mixed; null where it is clear. */
  brandNames: ReadonlyMap<string, string> | null;
  /** Names of the people mentions can be given to. */
  people: ReadonlyMap<string, string>;
}

/** What a row says beside its text: who has it, where it stood, how far it went. */
export function RowFacts({ row, unfolded, brandNames, people }: RowFactsProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const snooze = snoozeOf(row, Date.now());
  const relevance = row.mentions.find(({ shelf }) => shelf === 'maybe')?.relevance ?? null;
  return (
    <Box component="span" sx={{ display: 'flex', gap: 2, alignItems: 'center', flex: 'none' }}>
      {brandNames === null
        ? null
        : row.mentions.map(({ brandId }) => (
            <Box
              component="span"
              key={brandId}
              sx={{ ...quiet, border: 1, borderColor: 'divider', borderRadius: '6px', px: 1 }}
            >
              {brandNames.get(brandId) ?? ''}
            </Box>
          ))}
      {relevance === null ? null : (
        <Box component="span" sx={quiet} title={t('mentions.row.relevanceWhat')}>
          {t('mentions.row.relevance', { percent: format.percent(relevance) })}
        </Box>
      )}
      {snooze === null ? null : (
        <Box component="span" sx={quiet}>
          {t(snooze.type === 'until' ? 'mentions.row.snoozed' : 'mentions.row.back', {
            when: format.slot(snooze.at),
          })}
        </Box>
      )}
      {assigneesOf(row).map((id) => {
        const name = people.get(id) ?? '';
        const label = t('mentions.row.assigned', { name });
        return (
          <Box component="span" key={id} role="img" aria-label={label} title={label} sx={mark}>
            <Initials name={name} />
          </Box>
        );
      })}
      {row.notes === 0 ? null : (
        <Mark label={t('mentions.row.notes', { count: row.notes })}>
          <StickyNote size={13} aria-hidden />
        </Mark>
      )}
      {row.mentions.some(({ corrected }) => corrected) ? (
        <Mark label={t('mentions.row.corrected')}>
          <PencilLine size={13} aria-hidden />
        </Mark>
      ) : null}
      {isStarred(row) ? (
        <Mark label={t('mentions.row.starred')} color="warning.main">
          <Star size={13} fill="currentColor" aria-hidden />
        </Mark>
      ) : null}
      {unfolded === null ? null : (
        <Box
          component="span"
          data-unfold
          aria-label={t('mentions.row.copies', { count: row.copies })}
          role="img"
          title={t('mentions.row.copies', { count: row.copies })}
          sx={{
            ...quiet,
            cursor: 'pointer',
            px: 1,
            borderRadius: '6px',
            '&:hover': { bgcolor: 'tokens.hover' },
          }}
        >
          {unfolded ? '−' : '+'}
          {format.number(row.copies)}
        </Box>
      )}
      {row.copies > 0 || row.sightings < 2 ? null : (
        <Box component="span" sx={quiet} title={t('mentions.row.sightings', { count: row.sightings })}>
          +{format.number(row.sightings - 1)}
        </Box>
      )}
      {row.rating === null ? null : (
        <Box component="span" sx={quiet} title={t('mentions.row.rating')}>
          {t('mentions.row.ratingShort', { rating: format.number(Math.round(row.rating / 2) / 10) })}
        </Box>
      )}
      <Box
        component="span"
        sx={{ ...quiet, overflow: 'hidden', textOverflow: 'ellipsis', minWidth: 0, maxWidth: 140 }}
      >
        {row.site}
      </Box>
      {row.reach > 0 ? (
        <Box component="span" sx={quiet} title={t('mentions.row.reach', { reach: format.number(row.reach) })}>
          {t('mentions.row.reachShort', { reach: format.rough(row.reach) })}
        </Box>
      ) : null}
      <Box
        component="span"
        sx={{ ...quiet, fontVariantNumeric: 'tabular-nums' }}
        title={t('mentions.row.influence', { influence: row.influence })}
      >
        {t('mentions.row.influenceShort', { influence: row.influence })}
      </Box>
    </Box>
  );
}

function Mark(props: { label: string; color?: string; children: ReactNode }): ReactNode {
  return (
    <Box
      component="span"
      role="img"
      aria-label={props.label}
      title={props.label}
      sx={{ ...mark, ...(props.color === undefined ? {} : { color: props.color }) }}
    >
      {props.children}
    </Box>
  );
}
