import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { Plug } from 'lucide-react';
import { useEffect, useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account, Network } from '#shared/contract/accounts.ts';
import { healthText } from '#renderer/app/i18n/failure.ts';
import { notify } from '#renderer/app/notify.ts';
import { useScreen } from '#renderer/app/state.ts';
import { call, useCommand, useRequest } from '#renderer/client/index.ts';
import { ConfirmDialog } from '#renderer/ui/ConfirmDialog.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { ViewSkeleton } from '#renderer/ui/ViewSkeleton.tsx';
import { AccountCard } from './AccountCard.tsx';
import { AccountSettings } from './AccountSettings.tsx';
import { AddDialog } from './AddDialog.tsx';
import { SecretNotice } from './SecretNotice.tsx';
import { SignInForm } from './SignInForm.tsx';

type Open =
  | { kind: 'add'; network: string | null }
  | { kind: 'sign-in' | 'settings' | 'remove'; accountId: string }
  | null;

/** Own profiles on networks: what Earshot answers and publishes through. */
export default function AccountsView(): ReactNode {
  const { t } = useTranslation();
  const brandIds = useScreen((state) => state.brandIds);
  const params = useScreen((state) => state.params);
  const { data, error, refetch } = useRequest(
    'accounts.list',
    { brandIds: [...brandIds] },
    { keepPrevious: true },
  );
  const networks = useRequest('networks.list', {}).data?.networks ?? [];
  const [open, setOpen] = useState<Open>(null);
  const test = useCommand('accounts.test');
  const remove = useCommand('accounts.remove');
  const close = (): void => setOpen(null);
  const accounts = data?.accounts ?? [];
  const subject =
    open === null || open.kind === 'add' ? undefined : accounts.find(({ id }) => id === open.accountId);

  useEffect(() => {
    const { add: network, signIn: accountId } = params;
    if (network !== undefined) setOpen({ kind: 'add', network });
    else if (accountId !== undefined) setOpen({ kind: 'sign-in', accountId });
  }, [params]);

  const add = (
    <Button
      variant="contained"
      color="primary"
      disabled={networks.length === 0}
      onClick={() => setOpen({ kind: 'add', network: null })}
    >
      {t('accounts.add.button')}
    </Button>
  );
  const tell = async (account: Account): Promise<void> => {
    const done = await test.run({ accountId: account.id });
    if (done === null) return;
    notify(
      done.ok
        ? { message: t('accounts.told.works', { handle: account.handle }) }
        : { message: healthText(done.code, done.message, done.params), severity: 'error' },
    );
  };
  const takeAway = async (account: Account): Promise<void> => {
    const done = await remove.run({ accountId: account.id, cancelQueued: account.queued > 0 });
    if (done === null) return;
    close();
    notify({ message: t('accounts.told.removed', { handle: account.handle }), undo: done.changeId });
  };
  return (
    <Box sx={{ height: '100%', display: 'flex', flexDirection: 'column' }}>
      <PageHeader
        title={t('accounts.title')}
        text={t('accounts.about')}
        actions={accounts.length === 0 ? null : add}
      />
      <Box
        tabIndex={0}
        role="region"
        aria-label={t('accounts.list')}
        sx={{
          flex: 1,
          minHeight: 0,
          overflow: 'auto',
          px: 6,
          pb: 6,
          display: 'grid',
          gap: 3,
          alignContent: 'start',
        }}
      >
        {accounts.length === 0 ? null : <SecretNotice />}
        {error !== null && data === undefined ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : data === undefined ? (
          <ViewSkeleton />
        ) : accounts.length === 0 ? (
          <EmptyState
            icon={<Plug size={24} />}
            title={t('accounts.empty.title')}
            text={t('accounts.empty.text')}
            action={add}
          />
        ) : (
          accounts.map((account) => (
            <AccountCard
              key={account.id}
              account={account}
              busy={test.busy}
              onTest={() => void tell(account)}
              onSettings={() => setOpen({ kind: 'settings', accountId: account.id })}
              onSignIn={() => setOpen({ kind: 'sign-in', accountId: account.id })}
              onRemove={() => setOpen({ kind: 'remove', accountId: account.id })}
            />
          ))
        )}
      </Box>
      {open?.kind === 'add' ? <AddDialog networks={networks} start={open.network} onClose={close} /> : null}
      {open?.kind === 'sign-in' && subject !== undefined ? (
        <SignInAgain
          account={subject}
          network={networks.find(({ connector }) => connector === subject.connector)}
          onClose={close}
        />
      ) : null}
      {open?.kind === 'settings' && subject !== undefined ? (
        <AccountSettings account={subject} onClose={close} />
      ) : null}
      {open?.kind === 'remove' && subject !== undefined ? (
        <ConfirmDialog
          open
          danger
          title={t('accounts.remove.title', { handle: subject.handle })}
          text={
            subject.queued > 0
              ? t('accounts.remove.textQueued', { count: subject.queued })
              : t('accounts.remove.text')
          }
          confirm={t('accounts.remove.confirm')}
          busy={remove.busy}
          onConfirm={() => void takeAway(subject)}
          onClose={close}
        />
      ) : null}
    </Box>
  );
}

function SignInAgain(props: {
  account: Account;
  network: Network | undefined;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const id = useId();
  const { account, network, onClose } = props;
  if (network === undefined) return null;
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby={id}>
      <DialogTitle id={id}>{t('accounts.again', { handle: account.handle })}</DialogTitle>
      <DialogContent>
        <SignInForm
          network={network}
          submit={t('accounts.signInAgain')}
          onSubmit={async (typed, _allowLocal, signal) => {
            await call('accounts.reauthorise', { accountId: account.id, typed }, signal);
            notify({ message: t('accounts.told.works', { handle: account.handle }) });
            onClose();
          }}
        />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('common.close')}</Button>
      </DialogActions>
    </Dialog>
  );
}
