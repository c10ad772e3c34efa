import {
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  MenuItem,
  Switch,
  TextField,
} from '@mui/material';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account, AccountQuota } from '#shared/contract/accounts.ts';
import { notify } from '#renderer/app/notify.ts';
import { useCommand, useRequest } from '#renderer/client/index.ts';
import { centsOf } from './cents.ts';
import { QuotaLine } from './QuotaLine.tsx';
import { useBucketText } from './useBucketText.ts';

/** Whose an account is, what it may reach and what it may cost. */
export function AccountSettings({ account, onClose }: { account: Account; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const titleId = useId();
  const brands = useRequest('brands.list', {}).data?.brands ?? [];
  const owns = brands.filter(({ role, id }) => role === 'own' || id === account.brandId);
  const update = useCommand('accounts.update');
  const change = async (part: { brandId?: string; allowLocalNetwork?: boolean }): Promise<void> => {
    const done = await update.run({ accountId: account.id, ...part });
    if (done !== null) notify({ message: t('accounts.settings.saved'), undo: done.changeId });
  };
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{t('accounts.settings.of', { handle: account.handle })}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 4 }}>
        {owns.length === 0 ? null : (
          <TextField
            select
            label={t('accounts.brand')}
            helperText={t('accounts.settings.brandText')}
            value={account.brandId}
            disabled={update.busy}
            onChange={(event) => void change({ brandId: event.target.value })}
            sx={{ mt: 2 }}
          >
            {owns.map(({ id, name }) => (
              <MenuItem key={id} value={id}>
                {name}
              </MenuItem>
            ))}
          </TextField>
        )}
        <Box component="label" sx={{ display: 'flex', gap: 2, alignItems: 'start', fontSize: 13 }}>
          <Switch
            checked={account.allowLocalNetwork}
            disabled={update.busy}
            onChange={(event) => void change({ allowLocalNetwork: event.target.checked })}
          />
          <span>
            {t('accounts.local.allow')}
            <Box component="span" sx={{ display: 'block', color: 'text.secondary' }}>
              {t('accounts.settings.localText')}
            </Box>
          </span>
        </Box>
        {account.quotas.map((quota) =>
          quota.unit === 'cents' ? (
            <Cap key={quota.bucket} account={account} quota={quota} />
          ) : (
            <QuotaLine key={quota.bucket} connector={account.connector} quota={quota} />
          ),
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('common.close')}</Button>
      </DialogActions>
    </Dialog>
  );
}

/** What may be spent at most in a period; empty for no limit. */
function Cap({ account, quota }: { account: Account; quota: AccountQuota }): ReactNode {
  const { t } = useTranslation();
  const { name } = useBucketText();
  const [typed, setTyped] = useState(quota.cap === null ? '' : (quota.cap / 100).toFixed(2));
  const cap = useCommand('accounts.cap');
  const most = centsOf(typed);
  const save = async (): Promise<void> => {
    if (most === undefined) return;
    const done = await cap.run({ accountId: account.id, bucket: quota.bucket, most });
    if (done !== null) notify({ message: t('accounts.settings.saved') });
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'start' }}>
        <TextField
          fullWidth
          label={t(`accounts.quota.cap.${quota.per}`, { name: name(account.connector, quota.bucket) })}
          helperText={most === undefined ? t('accounts.quota.wrong') : t('accounts.quota.capText')}
          error={most === undefined}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          slotProps={{ htmlInput: { inputMode: 'decimal', maxLength: 12 } }}
        />
        <Button type="submit" disabled={most === undefined || most === quota.cap || cap.busy}>
          {t('accounts.settings.save')}
        </Button>
      </Box>
      <QuotaLine connector={account.connector} quota={quota} />
    </form>
  );
}
