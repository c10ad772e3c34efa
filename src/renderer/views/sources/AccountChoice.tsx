import { Alert, Button, MenuItem, TextField } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account } from '#shared/contract/accounts.ts';
import type { AccountNeed, SourceKind } from '#shared/contract/sources.ts';
import { navigate } from '#renderer/app/state.ts';

export interface AccountChoiceProps {
  need: AccountNeed;
  accounts: readonly Account[];
  value: string | null;
  /** What is wrong with the choice; null when nothing is. */
  wrong: string | null;
  disabled: boolean;
  onChange: (accountId: string | null) => void;
}

/** Which own account a source reads through, or that it reads without one. */
export function AccountChoice(props: AccountChoiceProps): ReactNode {
  const { need, accounts, value, wrong, disabled, onChange } = props;
  const { t } = useTranslation();
  return (
    <TextField
      select
      label={t('sources.account.label')}
      helperText={wrong ?? t(need === 'must' ? 'sources.account.must' : 'sources.account.may')}
      error={wrong !== null}
      required={need === 'must'}
      disabled={disabled}
      value={accounts.some(({ id }) => id === value) ? value : ''}
      onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
      slotProps={{
        select: { displayEmpty: need === 'may' },
        ...(need === 'may' ? { inputLabel: { shrink: true } } : {}),
      }}
    >
      {need === 'may' ? <MenuItem value="">{t('sources.account.none')}</MenuItem> : null}
      {accounts.map(({ id, handle, health }) => (
        <MenuItem key={id} value={id}>
          {health.status === 'reauth' ? t('sources.account.dead', { handle }) : handle}
        </MenuItem>
      ))}
    </TextField>
  );
}

/** Said where nothing can be read without an account and there is none yet. */
export function NoAccount({ kind }: { kind: Pick<SourceKind, 'connector' | 'name'> }): ReactNode {
  const { t } = useTranslation();
  return (
    <Alert
      severity="info"
      action={
        <Button size="small" onClick={() => navigate('accounts', { add: kind.connector })}>
          {t('sources.account.connect')}
        </Button>
      }
    >
      {t('sources.account.missing', { network: kind.name })}
    </Alert>
  );
}
