import { Box } from '@mui/material';
import { Check, Star } from 'lucide-react';
import type { MouseEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MentionRow } from '#shared/contract/mentions.ts';
import { Marked } from '#renderer/ui/Marked.tsx';
import { RelativeTime } from '#renderer/ui/RelativeTime.tsx';
import { SentimentMark } from '#renderer/ui/SentimentMark.tsx';
import { useFormat } from '#renderer/ui/format.tsx';
import { hidden } from '#renderer/ui/hidden.ts';
import { isStarred, stateOf } from './rows.ts';

export const rowHeights = { comfortable: 56, compact: 32 } as const;
export type Density = keyof typeof rowHeights;

export interface MentionItemProps {
  row: MentionRow;
  ticked: boolean;
  density: Density;
  /** Names of the brands, where rows of several are mixed; null where it is clear. */
  brandNames: ReadonlyMap<string, string> | null;
  onTick: (itemId: number) => void;
  onRange: (itemId: number) => void;
}

const quiet = { color: 'text.secondary', fontSize: 12, whiteSpace: 'nowrap' } as const;
const cut = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', minWidth: 0 } as const;

/** A row of the list. It holds no controls of its own: keys do what its tick box does for a mouse. */
export function MentionItem(props: MentionItemProps): ReactNode {
  const { row, ticked, density, brandNames } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const state = stateOf(row);
  const heading = row.title === '' ? row.author : row.title;
  const compact = density === 'compact';

  const onClick = (event: MouseEvent): void => {
    const tick = event.target instanceof Element && event.target.closest('[data-tick]') !== null;
    if (event.shiftKey) props.onRange(row.itemId);
    else if (tick || event.ctrlKey || event.metaKey) props.onTick(row.itemId);
    else return;
    event.stopPropagation();
  };
  const title = (
    <Box
      component="span"
      sx={{ ...cut, fontWeight: state === 'new' ? 600 : 450, flex: compact ? '0 1 auto' : 1 }}
    >
      {heading === '' ? t('mentions.row.untitled') : heading}
    </Box>
  );
  const excerpt = (
    <Box component="span" sx={{ ...cut, color: 'text.secondary', flex: 1 }}>
      <Marked text={row.excerpt} marks={row.marks} />
    </Box>
  );
  const facts = (
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
      {isStarred(row) ? (
        <Box
          component="span"
          role="img"
          aria-label={t('mentions.row.starred')}
          sx={{ color: 'warning.main', display: 'flex' }}
        >
          <Star size={13} fill="currentColor" aria-hidden />
        </Box>
      ) : null}
      {row.sightings > 1 ? (
        <Box component="span" sx={quiet} title={t('mentions.row.sightings', { count: row.sightings })}>
          +{format.number(row.sightings - 1)}
        </Box>
      ) : null}
      <Box component="span" sx={{ ...quiet, ...cut, maxWidth: 140 }}>
        {row.site}
      </Box>
      {row.reach > 0 ? (
        <Box component="span" sx={quiet} title={t('mentions.row.reach', { reach: format.number(row.reach) })}>
          {t('mentions.row.reachShort', { reach: format.rough(row.reach) })}
        </Box>
      ) : null}
    </Box>
  );
  const time = (
    <Box component="span" sx={{ ...quiet, flex: 'none' }}>
      <RelativeTime at={row.publishedAt} />
    </Box>
  );

  return (
    <Box
      onClick={onClick}
      sx={{
        display: 'flex',
        height: '100%',
        alignItems: 'center',
        gap: 2,
        pl: 2,
        pr: 4,
        fontSize: 13,
        opacity: 1,
        userSelect: 'none',
        bgcolor: ticked ? 'tokens.wash' : undefined,
      }}
    >
      <Box
        data-tick
        aria-hidden
        sx={{
          width: 16,
          height: 16,
          flex: 'none',
          borderRadius: '4px',
          border: 1,
          borderColor: ticked ? 'primary.main' : 'divider',
          bgcolor: ticked ? 'primary.main' : undefined,
          color: 'primary.contrastText',
          display: 'grid',
          placeItems: 'center',
        }}
      >
        {ticked ? <Check size={12} /> : null}
      </Box>
      {ticked ? <span style={hidden}>{t('mentions.row.selected')}</span> : null}
      <Marks row={row} />
      {state === 'new' ? <span style={hidden}>{t('mentions.state.new')}</span> : null}
      {compact ? (
        <>
          {title}
          {excerpt}
          {facts}
          {time}
        </>
      ) : (
        <Box sx={{ flex: 1, minWidth: 0, display: 'grid', gap: 0.5 }}>
          <Box sx={{ display: 'flex', gap: 3, minWidth: 0 }}>
            {title}
            {facts}
            {time}
          </Box>
          <Box sx={{ display: 'flex', gap: 3, minWidth: 0 }}>
            {excerpt}
            {state === 'done' ? (
              <Box component="span" sx={quiet}>
                {t('mentions.state.done')}
              </Box>
            ) : null}
          </Box>
        </Box>
      )}
    </Box>
  );
}

/** One mark a brand, so that a text can be good for one and bad for another. */
function Marks({ row }: { row: MentionRow }): ReactNode {
  const sentiments = [...new Set(row.mentions.map((mention) => mention.sentiment))];
  return (
    <Box component="span" sx={{ flex: 'none', display: 'flex' }}>
      {sentiments.map((sentiment) => (
        <SentimentMark key={sentiment} sentiment={sentiment} />
      ))}
    </Box>
  );
}
