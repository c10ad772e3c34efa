import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountQuota } from '#shared/contract/accounts.ts';
import { useFormat } from '#renderer/ui/format.tsx';
import { useBucketText } from './useBucketText.ts';

/** One allowance of an account: what is used of what, and what is left until when. */
export function QuotaLine({ connector, quota }: { connector: string; quota: AccountQuota }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { name, amount } = useBucketText();
  const { used, given, cap, per, until } = quota;
  const limits = [given, cap].filter((limit) => limit !== null);
  const most = limits.length === 0 ? null : Math.min(...limits);
  const parts = { name: name(connector, quota.bucket), used: amount(quota, used) };
  return (
    <Box sx={{ fontSize: 12, color: most !== null && used >= most ? 'warning.main' : 'text.secondary' }}>
      {most === null
        ? t(`accounts.quota.open.${per}`, parts)
        : t(`accounts.quota.of.${per}`, {
            ...parts,
            most: amount(quota, most),
            left: amount(quota, Math.max(0, most - used)),
            when: format.slot(until),
          })}
    </Box>
  );
}
