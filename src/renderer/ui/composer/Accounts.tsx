import { Box, Checkbox, FormControlLabel } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PublishingAccount } from '#shared/contract/calendar.ts';
import { toggled, type PostDraft } from './draft.ts';

export interface AccountsProps {
  draft: PostDraft;
  accounts: readonly PublishingAccount[];
  disabled: boolean;
  onChange: (draft: PostDraft) => void;
}

/** Where a post goes. A post belongs to one brand: the first account that is chosen says which. */
export function Accounts({ draft, accounts, disabled, onChange }: AccountsProps): ReactNode {
  const { t } = useTranslation();
  const brandId = accounts.find(({ id }) => id === draft.accountIds[0])?.brandId ?? null;
  return (
    <Box component="fieldset" sx={{ border: 0, m: 0, p: 0, minWidth: 0 }}>
      <Box component="legend" sx={{ fontSize: 12, color: 'text.secondary', p: 0 }}>
        {t('composer.accounts')}
      </Box>
      {accounts.map((account) => (
        <FormControlLabel
          key={account.id}
          sx={{
            display: 'flex',
            mr: 0,
            '& .MuiFormControlLabel-label': { overflowWrap: 'anywhere', minWidth: 0 },
          }}
          control={
            <Checkbox
              checked={draft.accountIds.includes(account.id)}
              disabled={disabled || (brandId !== null && account.brandId !== brandId)}
              onChange={() => onChange(toggled(draft, account.id))}
            />
          }
          label={`${account.handle} · ${account.network}`}
        />
      ))}
    </Box>
  );
}
