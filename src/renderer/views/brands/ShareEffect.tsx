import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#shared/contract/index.ts';
import { useRequest } from '#renderer/client/index.ts';
import { Formula } from '#renderer/ui/Formula.tsx';
import { useFormat } from '#renderer/ui/format.tsx';

type Share = NonNullable<Output<'queries.diff'>['shareOfVoice']>;

/** Share of voice now and after saving. Each number opens to what it is counted from. */
export function ShareEffect({ share }: { share: Share }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const brands = useRequest('brands.list', {}).data?.brands;
  const name = brands?.find(({ id }) => id === share.ownBrandId)?.name ?? '';
  // One more digit than elsewhere: a change of a query often moves less than a point.
  const fine = new Intl.NumberFormat(format.locale, { style: 'percent', maximumFractionDigits: 1 });
  const part = ({ own, all }: Share['before']): string =>
    all === 0 ? t('brands.review.noShare') : fine.format(own / all);
  const number = (counts: Share['before'], when: string): ReactNode => (
    <Formula
      name="share"
      about={`${name}, ${when}: ${part(counts)}`}
      inputs={[
        { label: t('brands.review.own', { name }), value: format.number(counts.own) },
        { label: t('brands.review.all'), value: format.number(counts.all) },
      ]}
    >
      <Box component="strong" sx={{ fontWeight: 600 }}>
        {part(counts)}
      </Box>
    </Formula>
  );
  return (
    <Box sx={{ fontSize: 13, display: 'flex', gap: 1.5, flexWrap: 'wrap', alignItems: 'baseline' }}>
      <span>{t('brands.review.share', { name, days: share.days })}</span>
      {number(share.before, t('brands.review.before'))}
      <span aria-hidden>→</span>
      {number(share.after, t('brands.review.after'))}
    </Box>
  );
}
