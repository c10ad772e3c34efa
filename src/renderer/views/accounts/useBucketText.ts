import { useTranslation } from 'react-i18next';
import type { AccountQuota } from '#shared/contract/accounts.ts';
import { useFormat } from '#renderer/ui/format.tsx';

interface BucketText {
  /** What an allowance is for; its own id where we have no words. */
  name(connector: string, bucket: string): string;
  /** 1,000 or, of money, 10.00 */
  amount(quota: Pick<AccountQuota, 'unit'>, value: number): string;
}

/** Allowances of networks in words and figures. */
export function useBucketText(): BucketText {
  const { i18n } = useTranslation();
  const format = useFormat();
  const money = new Intl.NumberFormat(format.locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return {
    name: (connector, bucket) => {
      const text: unknown = i18n.getResource(i18n.language, 'app', `networks.${connector}.quota.${bucket}`);
      return typeof text === 'string' ? text : bucket;
    },
    amount: ({ unit }, value) => (unit === 'cents' ? money.format(value / 100) : format.number(value)),
  };
}
