import { Box, Button, Link } from '@mui/material';
import { CircleAlert, CircleCheck, CircleDashed, KeyRound } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account, AccountStatus } from '#shared/contract/accounts.ts';
import { healthText } from '#renderer/app/i18n/failure.ts';
import { navigate } from '#renderer/app/state.ts';
import { RelativeTime } from '#renderer/ui/RelativeTime.tsx';
import { useOpenOriginal } from '#renderer/ui/useOpenOriginal.ts';
import { QuotaLine } from './QuotaLine.tsx';
import { abilitiesOf } from './abilities.ts';

const signs = { waiting: CircleDashed, ok: CircleCheck, failing: CircleAlert, reauth: KeyRound } as const;
const colors: Record<AccountStatus, string> = {
  waiting: 'text.secondary',
  ok: 'success.main',
  failing: 'warning.main',
  reauth: 'error.main',
};

export interface AccountCardProps {
  account: Account;
  busy: boolean;
  onTest: () => void;
  onSettings: () => void;
  onSignIn: () => void;
  onRemove: () => void;
}

/** One account: who, how it is, what it can do, and what to do about it. */
export function AccountCard(props: AccountCardProps): ReactNode {
  const { account, busy, onTest, onSettings, onSignIn, onRemove } = props;
  const { t } = useTranslation();
  const open = useOpenOriginal();
  const { status, code, message, params, lastSuccessAt } = account.health;
  const Sign = signs[status];
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: 'minmax(0, 1fr) auto',
        gap: 3,
        p: 4,
        border: 1,
        borderColor: 'divider',
        borderRadius: '8px',
        bgcolor: 'background.paper',
      }}
    >
      <Box sx={{ minWidth: 0, display: 'grid', gap: 1 }}>
        <Box sx={{ display: 'flex', gap: 2, alignItems: 'baseline', minWidth: 0 }}>
          <Link
            component="button"
            type="button"
            onClick={() => void open(account.url)}
            sx={{ fontWeight: 600, overflowWrap: 'anywhere', textAlign: 'left' }}
          >
            {account.handle}
          </Link>
          <Box component="span" sx={{ color: 'text.secondary', fontSize: 13 }}>
            {account.network} · {account.brandName}
          </Box>
        </Box>
        <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'center', fontSize: 13 }}>
          <Box component="span" aria-hidden sx={{ display: 'flex', color: colors[status] }}>
            <Sign size={15} />
          </Box>
          <span>
            {t(`accounts.status.${status}`)}
            {status === 'ok' && lastSuccessAt !== null ? (
              <Box component="span" sx={{ color: 'text.secondary' }}>
                {' · '}
                <RelativeTime at={lastSuccessAt} />
              </Box>
            ) : null}
          </span>
        </Box>
        {status === 'failing' || status === 'reauth' ? (
          <Box sx={{ fontSize: 13, color: 'text.secondary' }}>{healthText(code, message, params)}</Box>
        ) : null}
        <Box sx={{ fontSize: 12, color: 'text.secondary' }}>
          {abilitiesOf(account)
            .map((ability) => t(`accounts.ability.${ability}`))
            .join(' · ')}
        </Box>
        {account.quotas.map((quota) => (
          <QuotaLine key={quota.bucket} connector={account.connector} quota={quota} />
        ))}
        {account.open + account.queued === 0 ? null : (
          <Box sx={{ fontSize: 12 }}>
            <Link
              component="button"
              type="button"
              onClick={() => navigate('inbox', { accountId: account.id })}
            >
              {t('accounts.waiting', { count: account.open })}
            </Link>
            {account.queued === 0 ? null : ` · ${t('accounts.queued', { count: account.queued })}`}
          </Box>
        )}
      </Box>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'start' }}>
        {status === 'reauth' ? (
          <Button variant="contained" color="primary" onClick={onSignIn}>
            {t('accounts.signInAgain')}
          </Button>
        ) : (
          <>
            <Button disabled={busy} onClick={onTest}>
              {t('accounts.test')}
            </Button>
            <Button onClick={onSignIn}>{t('accounts.signInAgain')}</Button>
          </>
        )}
        <Button aria-label={t('accounts.settings.of', { handle: account.handle })} onClick={onSettings}>
          {t('accounts.settings.button')}
        </Button>
        <Button color="error" onClick={onRemove}>
          {t('accounts.remove.button')}
        </Button>
      </Box>
    </Box>
  );
}
