import { Box, Typography } from '@mui/material';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MentionRow, MentionTarget } from '#shared/contract/mentions.ts';
import { call, useRequest } from '#renderer/client/index.ts';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { Marked } from '#renderer/ui/Marked.tsx';
import { RuleHits } from '#renderer/ui/RuleHits.tsx';
import { ViewSkeleton } from '#renderer/ui/ViewSkeleton.tsx';
import { Facts, MatchedBy, SeenIn, Tags, Who } from './PaneParts.tsx';
import { Actions } from './pane/Actions.tsx';
import { BrandParts } from './pane/BrandPart.tsx';
import { Copies } from './pane/Copies.tsx';
import { Notes } from './pane/Notes.tsx';
import { stateOf, targetsOf, type Patch } from './rows.ts';
import { useTriage } from './useTriage.ts';

/** How long a mention must be shown before it counts as seen. */
const seenMillis = 1000;
const nothingKept = (): void => undefined;

export interface PaneProps {
  itemId: number;
  /** The row of the list, shown until the whole mention has come; null when it is not loaded. */
  row: MentionRow | null;
  /** The search text, whose words are marked too. */
  text: string;
  /** Given where the pane lies over the list. */
  onBack: (() => void) | null;
  onOpenOriginal: (url: string) => void;
  onDone: (row: MentionRow) => void;
  onStar: (row: MentionRow) => void;
  onTag: (row: MentionRow, anchor: Element) => void;
  onUntag: (row: MentionRow, tag: { id: string; name: string }) => void;
  /** Each opens its menu beside the button; without one the button is left out. */
  onSnooze?: (row: MentionRow, anchor: Element) => void;
  onAssign?: (row: MentionRow, anchor: Element) => void;
  onBlock?: (row: MentionRow, anchor: Element) => void;
  /** What the pane lays over the cache itself, for rows that only the list keeps. */
  onPatch?: (targets: readonly MentionTarget[], patch: Patch) => void;
  /** Before the mention is marked as seen, so that the list can keep its row. */
  onSeen: (row: MentionRow) => void;
}

/** One mention whole: what was said, by whom, where, why it is here, and what can be done. */
export function Pane(props: PaneProps): ReactNode {
  const { t } = useTranslation();
  const { itemId, row, text } = props;
  const detail = useRequest('mentions.get', { itemId, text });
  const shown = detail.data ?? row;
  const triage = useTriage(props.onPatch ?? nothingKept);
  useSeen(shown, props.onSeen);

  if (shown === null) {
    if (detail.error !== null)
      return <ErrorState error={detail.error} onRetry={() => void detail.refetch()} />;
    return <ViewSkeleton lines={4} />;
  }
  return (
    <Box
      component="article"
      aria-label={t('mentions.pane')}
      sx={{ height: '100%', display: 'flex', flexDirection: 'column', minWidth: 0 }}
    >
      <Actions {...props} shown={shown} />
      <Box tabIndex={0} sx={{ flex: 1, overflow: 'auto', px: 6, pb: 6, overflowWrap: 'anywhere' }}>
        <Typography variant="h2" sx={{ mt: 2, mb: 3 }}>
          {shown.title === '' ? (
            // A post has no title; who wrote it is what a person looks for in its place.
            shown.author || shown.site
          ) : detail.data === undefined ? (
            shown.title
          ) : (
            <Marked text={detail.data.title} marks={detail.data.titleMarks} />
          )}
        </Typography>
        <Who row={shown} detail={detail.data ?? null} />
        <Facts row={shown} detail={detail.data ?? null} />
        <Box sx={{ my: 4, fontSize: 14, lineHeight: 1.6, whiteSpace: 'pre-wrap' }}>
          {detail.error !== null ? (
            <ErrorState error={detail.error} onRetry={() => void detail.refetch()} />
          ) : detail.data === undefined ? (
            <Marked text={shown.excerpt} marks={shown.marks} />
          ) : detail.data.text === '' ? (
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              {t('mentions.detail.noText')}
            </Typography>
          ) : (
            <Marked text={detail.data.text} marks={detail.data.textMarks} />
          )}
        </Box>
        <BrandParts row={shown} detail={detail.data ?? null} triage={triage} />
        <Tags row={shown} onRemove={(tag) => props.onUntag(shown, tag)} />
        {detail.data === undefined ? null : <Notes detail={detail.data} />}
        <RuleHits itemId={shown.itemId} />
        <Copies row={shown} triage={triage} />
        {detail.data === undefined ? null : (
          <>
            <MatchedBy detail={detail.data} />
            <SeenIn detail={detail.data} onOpen={props.onOpenOriginal} />
          </>
        )}
      </Box>
    </Box>
  );
}

/** Tells the engine that a new mention was looked at, unless the person switched that off. */
function useSeen(shown: MentionRow | null, onSeen: (row: MentionRow) => void): void {
  const settings = useRequest('settings.get', {}).data?.values;
  const wanted = settings !== undefined && settings['seenOnOpen'] !== false;
  const latest = useRef({ shown, onSeen });
  useEffect(() => {
    latest.current = { shown, onSeen };
  });
  const unseen = wanted && shown !== null && stateOf(shown) === 'new' ? shown.itemId : null;
  useEffect(() => {
    if (unseen === null) return undefined;
    const timer = setTimeout(() => {
      const { shown: row, onSeen: keep } = latest.current;
      if (row === null || row.itemId !== unseen) return;
      keep(row);
      const fresh = { ...row, mentions: row.mentions.filter((mention) => mention.state === 'new') };
      // Not a step of the person's own: when it fails, the mention simply stays new.
      call('mentions.seen', { targets: targetsOf([fresh]) }).catch(() => undefined);
    }, seenMillis);
    return () => clearTimeout(timer);
  }, [unseen]);
}
