import { Box } from '@mui/material';
import { Check } from 'lucide-react';
import type { MouseEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MentionRow } from '#shared/contract/mentions.ts';
import { Marked } from '#renderer/ui/Marked.tsx';
import { RelativeTime } from '#renderer/ui/RelativeTime.tsx';
import { SentimentMark } from '#renderer/ui/SentimentMark.tsx';
import { hidden } from '#renderer/ui/hidden.ts';
import { RowFacts } from './RowFacts.tsx';
import { stateOf } from './rows.ts';

export const rowHeights = { comfortable: 56, compact: 32 } as const;
export type Density = keyof typeof rowHeights;

export interface MentionItemProps {
  row: MentionRow;
  ticked: boolean;
  density: Density;
  /** Whether it is a copy shown under its story. */
  isCopy: boolean;
  /** Whether the story's copies show below; null where it has none to show. */
  unfolded: boolean | null;
  /** Names of the brands, where rows of several are mixed; null where it is clear. */
  brandNames: ReadonlyMap<string, string> | null;
  people: ReadonlyMap<string, string>;
  onTick: (itemId: number) => void;
  onRange: (itemId: number) => void;
  onUnfold: (itemId: number) => void;
}

const quiet = { color: 'text.secondary', fontSize: 12, whiteSpace: 'nowrap' } as const;
const cut = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', minWidth: 0 } as const;

/** A row of the list. It holds no controls of its own: keys do what its tick box does for a mouse. */
export function MentionItem(props: MentionItemProps): ReactNode {
  const { row, ticked, density } = props;
  const { t } = useTranslation();
  const state = stateOf(row);
  const heading = row.title === '' ? row.author : row.title;
  const compact = density === 'compact';

  const onClick = (event: MouseEvent): void => {
    const on = (part: string): boolean =>
      event.target instanceof Element && event.target.closest(`[data-${part}]`) !== null;
    if (event.shiftKey) props.onRange(row.itemId);
    else if (on('unfold')) props.onUnfold(row.itemId);
    else if (on('tick') || event.ctrlKey || event.metaKey) props.onTick(row.itemId);
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
    <RowFacts row={row} unfolded={props.unfolded} brandNames={props.brandNames} people={props.people} />
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
        pl: props.isCopy ? 8 : 2,
        pr: 4,
        fontSize: 13,
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
