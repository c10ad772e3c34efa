import { Box, Checkbox, FormControlLabel } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PublishingAccount } from '#shared/contract/calendar.ts';
import { toggled, type PostDraft } from './draft.ts';

export interface AccountsProps {
  draft: PostDraft;
  accounts: readonly PublishingAccount[];
  /** Names of brands by their id, said where accounts belong to several. */
  brands: ReadonlyMap<string, string>;
  disabled: boolean;
  onChange: (draft: PostDraft) => void;
}

/** Where a post goes. A post belongs to one brand: the first account that is chosen says which. */
export function Accounts({ draft, accounts, brands, disabled, onChange }: AccountsProps): ReactNode {
  const { t } = useTranslation();
  const brandId = accounts.find(({ id }) => id === draft.accountIds[0])?.brandId ?? null;
  const groups = [...Map.groupBy(accounts, (account) => account.brandId)];
  return (
    <Box component="fieldset" sx={{ border: 0, m: 0, p: 0, minWidth: 0 }}>
      <Box component="legend" sx={{ fontSize: 12, color: 'text.secondary', p: 0 }}>
        {t('composer.accounts')}
      </Box>
      {groups.map(([id, own]) => (
        <Box key={id} role="group" aria-label={brands.get(id)}>
          {groups.length === 1 ? null : (
            <Box sx={{ fontSize: 12, fontWeight: 600, mt: 1 }}>{brands.get(id)}</Box>
          )}
          {own.map((account) => (
            <FormControlLabel
              key={account.id}
              title={account.handle}
              sx={{ display: 'flex', mr: 0, '& .MuiFormControlLabel-label': { minWidth: 0 } }}
              control={
                <Checkbox
                  checked={draft.accountIds.includes(account.id)}
                  disabled={disabled || (brandId !== null && account.brandId !== brandId)}
                  onChange={() => onChange(toggled(draft, account.id))}
                />
              }
              label={
                <Box sx={{ display: 'flex', gap: 1.5, minWidth: 0 }}>
                  <Box component="span" sx={{ flex: 'none' }}>
                    {account.network}
                  </Box>
                  <Box component="span" sx={{ ...oneLine, color: 'text.secondary' }}>
                    {account.handle}
                  </Box>
                </Box>
              }
            />
          ))}
        </Box>
      ))}
    </Box>
  );
}

const oneLine = { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;
