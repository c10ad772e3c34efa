import { Box, Button, Tab, Tabs, TextField } from '@mui/material';
import { RefreshCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationShelf } from '#shared/contract/inbox.ts';
import type { Output } from '#shared/contract/index.ts';
import { healthText } from '#renderer/app/i18n/failure.ts';
import { notify } from '#renderer/app/notify.ts';
import { useCommand } from '#renderer/client/index.ts';
import { FilterChip } from '#renderer/ui/FilterChip.tsx';

const shelves: readonly ConversationShelf[] = ['open', 'snoozed', 'answered', 'closed'];

export interface ShelvesProps {
  state: ConversationShelf;
  onState: (state: ConversationShelf) => void;
  accounts: Output<'conversations.list'>['accounts'];
  /** Null for all, mentions included. */
  accountId: string | null;
  onAccount: (accountId: string | null) => void;
}

/** The shelves as tabs, and the accounts as chips with what waits in each. */
export function Shelves({ state, onState, accounts, accountId, onAccount }: ShelvesProps): ReactNode {
  const { t } = useTranslation();
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2, px: 6, pb: 1 }}>
      <Tabs
        value={state}
        onChange={(_event, value: ConversationShelf) => onState(value)}
        aria-label={t('inbox.show')}
        // The strip cuts what stands out of it: the ring of the focus stays inside.
        sx={{ flex: 1, '& .MuiTab-root:focus-visible': { outlineOffset: '-2px' } }}
      >
        {shelves.map((shelf) => (
          <Tab key={shelf} value={shelf} label={t(`inbox.state.${shelf}`)} />
        ))}
      </Tabs>
      {accounts.map((account) => (
        <FilterChip
          key={account.accountId}
          label={
            account.open === 0
              ? account.handle
              : t('inbox.accountOpen', { handle: account.handle, count: account.open })
          }
          pressed={account.accountId === accountId}
          onToggle={() => onAccount(account.accountId === accountId ? null : account.accountId)}
          removable
        />
      ))}
    </Box>
  );
}

/** Words to look for in what was said and written. */
export function Narrow({ text, onText }: { text: string; onText: (text: string) => void }): ReactNode {
  const { t } = useTranslation();
  return (
    <TextField
      size="small"
      type="search"
      label={t('inbox.search')}
      value={text}
      onChange={(event) => onText(event.target.value)}
      slotProps={{ htmlInput: { maxLength: 200 } }}
      sx={{ width: 200 }}
    />
  );
}

/** Reads every inbox now, and says what came or why not. */
export function LookNow(): ReactNode {
  const { t } = useTranslation();
  const read = useCommand('inbox.read');
  const look = async (): Promise<void> => {
    const done = await read.run({});
    if (done === null) return;
    const failed = done.accounts.find(({ ok }) => !ok);
    if (failed !== undefined)
      notify({ message: healthText(failed.code, failed.message), severity: 'warning' });
    else
      notify({
        message: t('inbox.told.looked', { count: done.accounts.reduce((sum, { added }) => sum + added, 0) }),
      });
  };
  return (
    <Button startIcon={<RefreshCw size={14} aria-hidden />} disabled={read.busy} onClick={() => void look()}>
      {t('inbox.look')}
    </Button>
  );
}
