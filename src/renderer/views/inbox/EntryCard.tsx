import { Box, Button, IconButton, Link } from '@mui/material';
import { Check, ExternalLink, Eye, EyeOff, Heart, MessageSquareReply, Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Entry, Outgoing, Through } from '#shared/contract/inbox.ts';
import { healthText } from '#renderer/app/i18n/failure.ts';
import { notify } from '#renderer/app/notify.ts';
import { useCommand } from '#renderer/client/index.ts';
import { ConfirmDialog } from '#renderer/ui/ConfirmDialog.tsx';
import { RelativeTime } from '#renderer/ui/RelativeTime.tsx';
import { SentimentMark } from '#renderer/ui/SentimentMark.tsx';
import { useFormat } from '#renderer/ui/format.tsx';
import { useOpenOriginal } from '#renderer/ui/useOpenOriginal.ts';
import { pendingOf } from './outgoing.ts';

export interface EntryCardProps {
  conversationId: string;
  entry: Entry;
  /** Whether nobody has answered it. */
  waiting: boolean;
  can: Through['can'];
  actions: readonly Outgoing[];
  onReply: (entry: Entry) => void;
}

/** One thing that was said: whose, its words, what hangs on it, and what can be done about it. */
export function EntryCard(props: EntryCardProps): ReactNode {
  const { t } = useTranslation();
  const { entry, waiting } = props;
  const openOriginal = useOpenOriginal();
  return (
    <Box
      role="group"
      data-waiting={waiting ? true : undefined}
      aria-label={entry.authorName || entry.authorIdent || t('inbox.unknownAuthor')}
      sx={{
        mt: 3,
        p: 3,
        borderRadius: '8px',
        border: 1,
        borderColor: waiting ? 'primary.main' : 'divider',
        ...(entry.own && entry.kind !== 'post'
          ? { ml: 8, bgcolor: 'tokens.wash', color: 'tokens.onWash' }
          : {}),
        ...(entry.kind === 'post' ? { bgcolor: 'background.default' } : {}),
      }}
    >
      <Who entry={entry} />
      <Box
        dir="auto"
        sx={{
          whiteSpace: 'pre-wrap',
          lineHeight: 1.6,
          fontSize: 14,
          ...(entry.gone || entry.hidden ? { opacity: 0.75 } : {}),
        }}
      >
        {entry.text}
      </Box>
      {entry.attachments.map(({ kind, url, alt }) => (
        <Box key={`${kind} ${url} ${alt}`} sx={{ fontSize: 13, mt: 1 }}>
          {url === '' ? (
            t(`inbox.attachment.${kind}`, { alt })
          ) : (
            <Link
              component="button"
              type="button"
              onClick={() => void openOriginal(url)}
              sx={{ fontSize: 13, textAlign: 'left' }}
            >
              {t(`inbox.attachment.${kind}`, { alt })} <ExternalLink size={12} aria-hidden />
            </Link>
          )}
        </Box>
      ))}
      {entry.gone ? null : <Actions {...props} />}
      <Troubles {...props} />
    </Box>
  );
}

function Who({ entry }: { entry: Entry }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const marks = (['gone', 'held', 'hidden', 'private'] as const).filter((mark) => entry[mark]);
  return (
    <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap', alignItems: 'baseline', fontSize: 12, mb: 1 }}>
      {entry.own ? null : <SentimentMark sentiment={entry.sentiment} />}
      <Box component="span" sx={{ fontWeight: 600, fontSize: 13 }}>
        {entry.authorName || entry.authorIdent || t('inbox.unknownAuthor')}
      </Box>
      {entry.kind === 'comment' ? null : <span>{t(`inbox.kind.${entry.kind}`)}</span>}
      {entry.rating === null ? null : (
        <span>
          {t('mentions.row.ratingShort', { rating: format.number(Math.round(entry.rating / 2) / 10) })}
        </span>
      )}
      <RelativeTime at={entry.at} />
      {marks.map((mark) => (
        <Box key={mark} component="span" sx={{ fontWeight: 600 }}>
          {t(`inbox.${mark}`)}
        </Box>
      ))}
    </Box>
  );
}

function Actions({ conversationId, entry, can, actions, onReply }: EntryCardProps): ReactNode {
  const { t } = useTranslation();
  const like = useCommand('conversations.like');
  const hide = useCommand('conversations.hide');
  const remove = useCommand('conversations.removeOwn');
  const openOriginal = useOpenOriginal();
  const [asking, setAsking] = useState(false);
  const { ident, own, url } = entry;
  const liked = pendingOf(actions, 'like', ident)?.on ?? entry.liked;
  const hiding = pendingOf(actions, 'hide', ident)?.on;
  const hidden = hiding ?? entry.hidden;
  const drop = async (): Promise<void> => {
    setAsking(false);
    if ((await remove.run({ conversationId, ident })) !== null) notify({ message: t('inbox.told.deleting') });
  };
  return (
    <Box sx={{ display: 'flex', gap: 1, mt: 1, alignItems: 'center', ml: -1 }}>
      {can.reply && !own ? (
        <Tool label={t('inbox.replyTo')} onClick={() => onReply(entry)}>
          <MessageSquareReply size={15} aria-hidden />
        </Tool>
      ) : null}
      {can.like && !own ? (
        <Tool
          label={t('inbox.like')}
          pressed={liked}
          onClick={() => void like.run({ conversationId, ident, on: !liked })}
        >
          <Heart size={15} aria-hidden fill={liked ? 'currentColor' : 'none'} />
        </Tool>
      ) : null}
      {can.hide && entry.held ? (
        <Tool
          label={t('inbox.approve')}
          pressed={hiding === false}
          onClick={() => void hide.run({ conversationId, ident, on: hiding === false })}
        >
          <Check size={15} aria-hidden />
        </Tool>
      ) : null}
      {can.hide && !own && entry.kind !== 'post' ? (
        <Tool
          label={t('inbox.hide')}
          pressed={hidden}
          onClick={() => void hide.run({ conversationId, ident, on: !hidden })}
        >
          {hidden ? <EyeOff size={15} aria-hidden /> : <Eye size={15} aria-hidden />}
        </Tool>
      ) : null}
      {can.remove && own && entry.kind !== 'post' ? (
        <Tool label={t('inbox.delete')} onClick={() => setAsking(true)}>
          <Trash2 size={15} aria-hidden />
        </Tool>
      ) : null}
      {url === '' ? null : (
        <Tool label={t('inbox.original')} onClick={() => void openOriginal(url)}>
          <ExternalLink size={15} aria-hidden />
        </Tool>
      )}
      <ConfirmDialog
        open={asking}
        title={t('inbox.deleteTitle')}
        text={t('inbox.deleteText')}
        confirm={t('inbox.delete')}
        danger
        onConfirm={() => void drop()}
        onClose={() => setAsking(false)}
      />
    </Box>
  );
}

function Tool(props: {
  label: string;
  pressed?: boolean;
  onClick: () => void;
  children: ReactNode;
}): ReactNode {
  return (
    <IconButton
      size="small"
      aria-label={props.label}
      title={props.label}
      {...(props.pressed === undefined ? {} : { 'aria-pressed': props.pressed })}
      onClick={props.onClick}
      sx={{ color: props.pressed === true ? 'primary.main' : 'inherit' }}
    >
      {props.children}
    </IconButton>
  );
}

const kinds = ['like', 'hide', 'delete'] as const;

/** What could not be done about it on the network, and why. */
function Troubles({ entry, actions }: EntryCardProps): ReactNode {
  const { t } = useTranslation();
  const retry = useCommand('actions.retry');
  const cancel = useCommand('actions.cancel');
  return kinds.map((kind) => {
    const action = pendingOf(actions, kind, entry.ident);
    if (action?.state !== 'failed') return null;
    const why = healthText(action.reasonCode, action.reason, action.reasonParams);
    return (
      <Box key={kind} role="alert" sx={{ fontSize: 12, color: 'tokens.negative', mt: 1 }}>
        {t('inbox.because', { what: t(`inbox.notDone.${kind}`), why })}{' '}
        <Button size="small" onClick={() => void retry.run({ actionId: action.id })}>
          {t('common.retry')}
        </Button>
        <Button size="small" onClick={() => void cancel.run({ actionId: action.id })}>
          {t('inbox.letBe')}
        </Button>
      </Box>
    );
  });
}
