import { Box, Typography, useMediaQuery } from '@mui/material';
import { Inbox } from 'lucide-react';
import { useEffect, useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationState } from '#shared/contract/inbox.ts';
import { notify } from '#renderer/app/notify.ts';
import { useScreen } from '#renderer/app/state.ts';
import { useCommand, useRequest } from '#renderer/client/index.ts';
import { Choice } from '#renderer/ui/Choice.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { ViewSkeleton } from '#renderer/ui/ViewSkeleton.tsx';
import { VirtualList } from '#renderer/ui/VirtualList.tsx';
import { useShortcuts } from '#renderer/ui/shortcuts.ts';
import { ConversationRow, rowHeight } from './ConversationRow.tsx';
import { Person } from './Person.tsx';
import { Thread } from './Thread.tsx';

const states: readonly ConversationState[] = ['open', 'answered', 'closed'];

/** What waits for an answer, longest first; the thread beside it, and who said it. */
export default function InboxView(): ReactNode {
  const { t } = useTranslation();
  const stateId = useId();
  const brandIds = useScreen((screen) => screen.brandIds);
  const wanted = useScreen((screen) => screen.params['conversationId']);
  const wide = useMediaQuery('(min-width: 1240px)', { noSsr: true });
  const [state, setState] = useState<ConversationState>('open');
  const [chosen, setChosen] = useState<string | null>(wanted ?? null);
  const { data, error, refetch } = useRequest(
    'conversations.list',
    { brandIds: [...brandIds], state },
    { keepPrevious: true },
  );
  const setClosed = useCommand('conversations.setState');
  const rows = data?.conversations ?? [];
  const found = rows.findIndex(({ id }) => id === chosen);
  const index = found === -1 ? (rows.length > 0 ? 0 : -1) : found;
  const current = rows[index];

  useEffect(() => {
    if (wanted !== undefined) setChosen(wanted);
  }, [wanted]);

  const step = (by: number): void =>
    setChosen(rows[Math.min(rows.length - 1, Math.max(0, index + by))]?.id ?? null);
  const close = async (): Promise<void> => {
    if (current === undefined || current.state === 'closed') return;
    const done = await setClosed.run({ conversationId: current.id, state: 'closed' });
    if (done !== null) notify({ message: t('inbox.told.closed'), undo: done.changeId });
  };
  useShortcuts('inbox.keys.scope', [
    { keys: 'j', label: 'inbox.keys.next', run: () => step(1) },
    { keys: 'k', label: 'inbox.keys.before', run: () => step(-1) },
    { keys: 'e', label: 'inbox.keys.close', run: () => void close() },
    {
      keys: 'r',
      label: 'inbox.keys.reply',
      run: () => document.querySelector<HTMLElement>('[data-reply]')?.focus(),
    },
  ]);

  return (
    <Box sx={{ height: '100%', display: 'flex', flexDirection: 'column' }}>
      <PageHeader
        title={t('inbox.title')}
        text={data === undefined ? '' : t('inbox.waiting', { count: data.open })}
        actions={
          <>
            <Box component="span" id={stateId} sx={{ fontSize: 13, color: 'text.secondary' }}>
              {t('inbox.show')}
            </Box>
            <Choice
              labelledBy={stateId}
              value={state}
              options={states.map((value) => ({ value, label: t(`inbox.state.${value}`) }))}
              onChange={setState}
            />
          </>
        }
      />
      <Box sx={{ flex: 1, minHeight: 0, borderTop: 1, borderColor: 'divider', display: 'flex' }}>
        {error !== null && data === undefined ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : data === undefined ? (
          <ViewSkeleton />
        ) : rows.length === 0 ? (
          <Box sx={{ flex: 1 }}>
            <EmptyState
              icon={<Inbox size={24} />}
              title={t(`inbox.empty.${state}`)}
              text={state === 'open' ? t('inbox.empty.text') : undefined}
            />
          </Box>
        ) : (
          <>
            <Box sx={{ width: 320, flex: 'none', borderRight: 1, borderColor: 'divider' }}>
              <VirtualList
                rows={rows}
                rowHeight={rowHeight}
                label={t('inbox.list')}
                rowKey={({ id }) => id}
                selectedIndex={index}
                onSelect={(at) => setChosen(rows[at]?.id ?? null)}
                renderRow={(row) => <ConversationRow conversation={row} />}
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
