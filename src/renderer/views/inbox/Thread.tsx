import { Box, Button, Typography } from '@mui/material';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation, Entry, Message } from '#shared/contract/inbox.ts';
import type { Output } from '#shared/contract/index.ts';
import { notify } from '#renderer/app/notify.ts';
import { navigate } from '#renderer/app/state.ts';
import { useCommand, useRequest } from '#renderer/client/index.ts';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { RelativeTime } from '#renderer/ui/RelativeTime.tsx';
import { ViewSkeleton } from '#renderer/ui/ViewSkeleton.tsx';
import { WhenMenu } from '#renderer/ui/WhenMenu.tsx';
import { useFormat } from '#renderer/ui/format.tsx';
import { useShortcuts } from '#renderer/ui/shortcuts.ts';
import { Composer } from './Composer.tsx';
import { EntryCard } from './EntryCard.tsx';
import { HandOver } from './HandOver.tsx';
import { MentionOnTop } from './MentionOnTop.tsx';
import { OutgoingCard } from './OutgoingCard.tsx';
import { useDraft } from './useDraft.ts';

const focusReply = (): void => document.querySelector<HTMLElement>('[data-reply]')?.focus();

/** The post or the mention on top, what was said and answered, what is on its way, and the composer at the foot. */
export function Thread({ conversation }: { conversation: Conversation }): ReactNode {
  const { t } = useTranslation();
  const { data, error, refetch } = useRequest('conversations.get', { conversationId: conversation.id });
  return (
    <Box
      component="article"
      aria-label={t('inbox.thread')}
      sx={{ flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column', bgcolor: 'background.paper' }}
    >
      {data === undefined ? (
        error === null ? (
          <ViewSkeleton />
        ) : (
          <ErrorState error={error} onRetry={() => void refetch()} />
        )
      ) : (
        <Whole data={data} />
      )}
    </Box>
  );
}

function Whole({ data }: { data: Output<'conversations.get'> }): ReactNode {
  const { conversation, entries, messages, actions, through, waiting } = data;
  const draft = useDraft(conversation);
  const [chosen, setChosen] = useState<string | null>(null);
  const like = useCommand('conversations.like');
  const [account, ...others] = through.filter(({ can }) => can.reply);
  const can = through[0]?.can ?? { reply: false, like: false, hide: false, remove: false };
  const target = entries.find(({ ident }) => ident === chosen) ?? null;
  const chooseTarget = (entry: Entry | null): void => {
    setChosen(entry?.ident ?? null);
    if (entry !== null) focusReply();
  };
  const likeNewest = (): void => {
    const newest = entries.findLast(({ own, kind, gone }) => !own && kind !== 'post' && !gone);
    if (newest === undefined || !can.like) return;
    void like.run({ conversationId: conversation.id, ident: newest.ident, on: !newest.liked });
  };
  useShortcuts('inbox.keys.scope', [
    { keys: 'r', label: 'inbox.keys.reply', run: focusReply },
    ...(can.like ? [{ keys: 'l', label: 'inbox.keys.like', run: likeNewest }] : []),
  ]);
  // Long threads begin where somebody waits; later on nothing jumps by itself.
  const scroller = useRef<HTMLDivElement>(null);
  useEffect(() => {
    scroller.current?.querySelector('[data-waiting]')?.scrollIntoView({ block: 'nearest' });
  }, []);
  const root = entries[0]?.kind === 'post' ? entries[0] : undefined;
  const said = [
    ...entries.filter((entry) => entry !== root).map((entry) => ({ at: entry.at, entry })),
    ...messages.map((message) => ({ at: message.at, message })),
  ].sort((a, b) => a.at - b.at);
  const card = (entry: Entry): ReactNode => (
    <EntryCard
      key={entry.ident}
      conversationId={conversation.id}
      entry={entry}
      waiting={waiting.includes(entry.ident)}
      can={can}
      actions={actions}
      onReply={chooseTarget}
    />
  );
  return (
    <>
      <Head conversation={conversation} />
      <Box
        ref={scroller}
        tabIndex={0}
        sx={{ flex: 1, minHeight: 0, overflow: 'auto', px: 6, py: 4, overflowWrap: 'anywhere' }}
      >
        {conversation.mention === null ? null : <MentionOnTop mention={conversation.mention} />}
        {root === undefined ? null : card(root)}
        {said.map((one) =>
          'entry' in one ? card(one.entry) : <Said key={one.message.id} message={one.message} />,
        )}
        {actions
          .filter(({ kind }) => kind === 'reply')
          .map((action) => (
            <OutgoingCard
              key={action.id}
              conversationId={conversation.id}
              action={action}
              onTakenBack={draft.stored}
            />
          ))}
      </Box>
      {account === undefined ? (
        <HandOver conversation={conversation} draft={draft} />
      ) : (
        <Composer
          conversation={conversation}
          draft={draft}
          through={[account, ...others]}
          target={target}
          onTarget={chooseTarget}
        />
      )}
    </>
  );
}

function Head({ conversation }: { conversation: Conversation }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { id, state, said, mention, snoozedUntil } = conversation;
  const setState = useCommand('conversations.setState');
  const snooze = useCommand('conversations.snooze');
  const [anchor, setAnchor] = useState<Element | null>(null);
  const isDone = state === 'closed';
  const isSnoozed = state === 'open' && snoozedUntil !== null;

  const turn = async (to: 'open' | 'closed'): Promise<void> => {
    const done = await setState.run({ conversationId: id, state: to });
    if (done !== null)
      notify({ message: t(to === 'open' ? 'inbox.told.opened' : 'inbox.told.closed'), undo: done.changeId });
  };
  const snoozeUntil = async (until: number): Promise<void> => {
    const done = await snooze.run({ conversationId: id, until });
    if (done === null) return;
    notify({ message: t('inbox.told.snoozed', { when: format.slot(until) }), undo: done.changeId });
  };
  useShortcuts('inbox.keys.scope', [
    { keys: 'e', label: 'inbox.keys.close', run: () => void turn(isDone ? 'open' : 'closed') },
    {
      keys: 'h',
      label: 'inbox.keys.snooze',
      run: () => setAnchor(document.querySelector('[data-snooze]')),
    },
  ]);
  return (
    <Box
      sx={{
        display: 'flex',
        gap: 2,
        px: 6,
        py: 3,
        alignItems: 'center',
        borderBottom: 1,
        borderColor: 'divider',
      }}
    >
      <Typography variant="h2" sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
        {said.title || said.who || t('inbox.unknownAuthor')}
      </Typography>
      {mention === null ? null : (
        <Button onClick={() => navigate('mentions', { itemId: String(mention.itemId) })}>
          {t('inbox.inMentions')}
        </Button>
      )}
      {isSnoozed ? (
        <Button onClick={() => void turn('open')}>{t('inbox.wake')}</Button>
      ) : (
        <Button
          data-snooze
          aria-haspopup="menu"
          aria-keyshortcuts="h"
          onClick={(event) => setAnchor(event.currentTarget)}
        >
          {t('inbox.snooze')}
        </Button>
      )}
      <Button aria-keyshortcuts="e" onClick={() => void turn(isDone ? 'open' : 'closed')}>
        {t(isDone ? 'inbox.reopen' : 'inbox.close')}
      </Button>
      {anchor === null ? null : (
        <WhenMenu
          anchor={anchor}
          title={t('inbox.snoozeTitle')}
          action={t('inbox.snooze')}
          onChoose={(until) => void snoozeUntil(until)}
          onClose={() => setAnchor(null)}
        />
      )}
    </Box>
  );
}

function Said({ message }: { message: Message }): ReactNode {
  const { t } = useTranslation();
  const reply = message.kind === 'reply';
  return (
    <Box
      sx={{
        mt: 3,
        ml: 8,
        p: 3,
        borderRadius: '8px',
        border: 1,
        borderColor: 'divider',
        bgcolor: reply ? 'tokens.wash' : 'background.default',
        color: reply ? 'tokens.onWash' : 'text.primary',
      }}
    >
      <Box sx={{ fontSize: 12, fontWeight: 600, mb: 1 }}>
        {t(reply ? 'inbox.yourReply' : 'inbox.note')} · <RelativeTime at={message.at} />
      </Box>
      <Box dir="auto" sx={{ whiteSpace: 'pre-wrap' }}>
        {message.text}
      </Box>
    </Box>
  );
}
