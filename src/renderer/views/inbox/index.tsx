import { Box, Typography, useMediaQuery } from '@mui/material';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation, ConversationShelf } from '#shared/contract/inbox.ts';
import { useScreen } from '#renderer/app/state.ts';
import { useRequest } from '#renderer/client/index.ts';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { ViewSkeleton } from '#renderer/ui/ViewSkeleton.tsx';
import { VirtualList } from '#renderer/ui/VirtualList.tsx';
import { useSettled } from '#renderer/ui/useSettled.ts';
import { useShortcuts } from '#renderer/ui/shortcuts.ts';
import { ConversationRow, rowHeight } from './ConversationRow.tsx';
import { NothingHere } from './NothingHere.tsx';
import { Person } from './Person.tsx';
import { LookNow, Narrow, Shelves } from './Shelves.tsx';
import { Thread } from './Thread.tsx';

/** What waits for an answer over all accounts and mentions, longest first; the thread beside it, and who said it. */
export default function InboxView(): ReactNode {
  const { t } = useTranslation();
  const brandIds = useScreen((screen) => screen.brandIds);
  const wanted = useScreen((screen) => screen.params['conversationId']);
  const wide = useMediaQuery('(min-width: 1240px)', { noSsr: true });
  const [state, setState] = useState<ConversationShelf>('open');
  const [accountId, setAccountId] = useState<string | null>(null);
  const [text, setText] = useState('');
  const settled = useSettled(text);
  const [chosen, setChosen] = useState<{ id: string | null; at: number }>({ id: wanted ?? null, at: 0 });
  const { data, error, refetch } = useRequest(
    'conversations.list',
    {
      brandIds: [...brandIds],
      state,
      text: settled,
      accountIds: accountId === null ? [] : [accountId],
    },
    { keepPrevious: true },
  );
  // Somebody led here may want one that lies on another shelf.
  const asked = useRequest(
    'conversations.get',
    { conversationId: wanted ?? '' },
    { enabled: wanted !== undefined },
  ).data?.conversation;
  const rows = data?.conversations ?? [];
  const accounts = data?.accounts ?? [];
  const found = rows.findIndex(({ id }) => id === chosen.id);
  // What was chosen has left this shelf: the one that took its place is next.
  const index = found === -1 ? Math.min(chosen.at, rows.length - 1) : found;
  const current = rows[index];
  const choose = (at: number): void => setChosen({ id: rows[at]?.id ?? null, at: Math.max(0, at) });

  // Only when somebody leads here, not when its state changes later.
  const led = useRef<string | null>(null);
  useEffect(() => {
    if (asked === undefined || led.current === asked.id) return;
    led.current = asked.id;
    setState(shelfOf(asked));
    setChosen({ id: asked.id, at: 0 });
  }, [asked]);
  useEffect(() => {
    if (found !== -1) setChosen((before) => (before.at === found ? before : { ...before, at: found }));
  }, [found]);

  useShortcuts('inbox.keys.scope', [
    { keys: 'j', label: 'inbox.keys.next', run: () => choose(Math.min(rows.length - 1, index + 1)) },
    { keys: 'k', label: 'inbox.keys.before', run: () => choose(Math.max(0, index - 1)) },
  ]);

  const whereOf = (conversation: Conversation): string => {
    const account = accounts.find((one) => one.accountId === conversation.accountId);
    return account === undefined
      ? (conversation.mention?.site ?? '')
      : `${account.network} ${account.handle}`;
  };
  const narrowed = settled.trim() !== '' || accountId !== null;
  return (
    <Box sx={{ height: '100%', display: 'flex', flexDirection: 'column' }}>
      <PageHeader
        title={t('inbox.title')}
        text={data === undefined ? '' : t('inbox.waiting', { count: data.open })}
        actions={
          <>
            <Narrow text={text} onText={setText} />
            {accounts.length === 0 ? null : <LookNow />}
          </>
        }
      />
      <Shelves
        state={state}
        onState={(next) => {
          setState(next);
          setChosen({ id: null, at: 0 });
        }}
        accounts={accounts}
        accountId={accountId}
        onAccount={setAccountId}
      />
      <Box sx={{ flex: 1, minHeight: 0, borderTop: 1, borderColor: 'divider', display: 'flex' }}>
        {error !== null && data === undefined ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : data === undefined ? (
          <ViewSkeleton />
        ) : rows.length === 0 ? (
          <NothingHere state={state} narrowed={narrowed} connected={accounts.length > 0} />
        ) : (
          <>
            <Box sx={{ width: wide ? 320 : 280, flex: 'none', borderRight: 1, borderColor: 'divider' }}>
              <VirtualList
                rows={rows}
                rowHeight={rowHeight}
                label={t('inbox.list')}
                rowKey={({ id }) => id}
                selectedIndex={index}
                onSelect={choose}
                renderRow={(row) => <ConversationRow conversation={row} where={whereOf(row)} />}
              />
            </Box>
            {current === undefined ? (
              <Typography sx={{ p: 6 }}>{t('inbox.choose')}</Typography>
            ) : (
              <>
                <Thread key={current.id} conversation={current} />
                {wide ? <Person conversation={current} /> : null}
              </>
            )}
          </>
        )}
      </Box>
    </Box>
  );
}

const shelfOf = ({ state, snoozedUntil }: Conversation): ConversationShelf =>
  state === 'open' && snoozedUntil !== null ? 'snoozed' : state;
