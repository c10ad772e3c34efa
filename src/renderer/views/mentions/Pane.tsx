import { Box, Button, Link, Typography } from '@mui/material';
import { ArrowLeft, ExternalLink, Star } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MentionRow } from '#shared/contract/mentions.ts';
import { call, useRequest } from '#renderer/client/index.ts';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { Marked } from '#renderer/ui/Marked.tsx';
import { PinToCrisis } from '#renderer/ui/PinToCrisis.tsx';
import { RuleHits } from '#renderer/ui/RuleHits.tsx';
import { ViewSkeleton } from '#renderer/ui/ViewSkeleton.tsx';
import { isStarred, stateOf, targetsOf } from './rows.ts';
import { Facts, MatchedBy, SeenIn, Tags, Who } from './PaneParts.tsx';

/** How long a mention must be shown before it counts as seen. */
const seenMillis = 1000;

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
  /** Before the mention is marked as seen, so that the list can keep its row. */
  onSeen: (row: MentionRow) => void;
}

/** One mention whole: what was said, by whom, where, why it is here, and what can be done. */
export function Pane(props: PaneProps): ReactNode {
  const { t } = useTranslation();
  const { itemId, row, text } = props;
  const detail = useRequest('mentions.get', { itemId, text });
  const shown = detail.data ?? row;
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
        <Tags row={shown} onRemove={(tag) => props.onUntag(shown, tag)} />
        <RuleHits itemId={shown.itemId} />
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

function Actions(props: PaneProps & { shown: MentionRow }): ReactNode {
  const { t } = useTranslation();
  const { shown } = props;
  const withKey = (action: string, key: string): string => t('mentions.action.withKey', { action, key });
  const done = stateOf(shown) === 'done';
  const starred = isStarred(shown);
  const doneWords = t(done ? 'mentions.action.reopen' : 'mentions.action.done');
  const starWords = t(starred ? 'mentions.action.unstar' : 'mentions.action.star');
  return (
    <Box
      role="toolbar"
      aria-label={t('mentions.action.toolbar')}
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, px: 6, py: 3, alignItems: 'center', flex: 'none' }}
    >
      {props.onBack === null ? null : (
        <Button startIcon={<ArrowLeft size={14} aria-hidden />} onClick={props.onBack}>
          {t('mentions.detail.back')}
        </Button>
      )}
      <Button
        variant={done ? 'outlined' : 'contained'}
        color={done ? 'inherit' : 'primary'}
        title={withKey(doneWords, 'e')}
        aria-keyshortcuts="e"
        onClick={() => props.onDone(shown)}
      >
        {doneWords}
      </Button>
      <Button
        startIcon={<Star size={14} aria-hidden fill={starred ? 'currentColor' : 'none'} />}
        aria-pressed={starred}
        title={withKey(starWords, 's')}
        aria-keyshortcuts="s"
        onClick={() => props.onStar(shown)}
      >
        {starWords}
      </Button>
      <Button
        title={withKey(t('mentions.action.tag'), 't')}
        aria-keyshortcuts="t"
        aria-haspopup="dialog"
        onClick={(event) => props.onTag(shown, event.currentTarget)}
      >
        {t('mentions.action.tag')}
      </Button>
      <PinToCrisis itemId={shown.itemId} brandIds={shown.mentions.map(({ brandId }) => brandId)} />
      <Box sx={{ flex: 1 }} />
      {shown.url === '' ? (
        <Typography variant="caption" sx={{ color: 'text.secondary' }}>
          {t('mentions.detail.noOriginal')}
        </Typography>
      ) : (
        <Link
          component="button"
          type="button"
          title={withKey(shown.url, 'o')}
          aria-keyshortcuts="o"
          onClick={() => props.onOpenOriginal(shown.url)}
          sx={{ fontSize: 13, display: 'inline-flex', gap: 1, alignItems: 'center', minHeight: 24 }}
        >
          {t('mentions.detail.openOriginal')}
          <ExternalLink size={13} aria-hidden />
        </Link>
      )}
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
