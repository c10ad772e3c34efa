import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AlertWhy } from '#shared/contract/alerts.ts';
import { useFormat } from '#renderer/ui/format.tsx';
import { hoursOf, shownExpectation } from './useWhy.ts';

/** A probability as "1 in 10,000"; beyond a billion the digits mean nothing. */
export function oneIn(log10: number): number {
  const exponent = Math.min(9, -log10);
  const digits = 10 ** Math.floor(exponent);
  return Math.round(10 ** exponent / digits) * digits;
}

/** Observed against expected, the rule and its threshold: everything the decision was made from. */
export function Reasons({ why }: { why: AlertWhy }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const chance = (log10: number): string =>
    t(log10 < -9 ? 'alerts.reason.lessThan' : 'alerts.reason.oneIn', { n: format.number(oneIn(log10)) });
  const rows: [string, string][] = [];
  if (why.method !== 'gap') rows.push([t('alerts.reason.observed'), format.number(why.observed)]);
  if (why.expected !== null) {
    rows.push([t('alerts.reason.expected'), `≈${format.number(shownExpectation(why.expected))}`]);
  }
  if (why.share !== null) {
    rows.push([t('alerts.reason.shareNow'), format.percent(why.share.now)]);
    rows.push([t('alerts.reason.shareUsual'), format.percent(why.share.usual)]);
  }
  if (why.tail !== null) rows.push([t('alerts.reason.tail'), chance(why.tail)]);
  if (why.threshold !== null) {
    const threshold = {
      tail: () => chance(Math.log10(why.threshold ?? 1)),
      share: () => chance(Math.log10(why.threshold ?? 1)),
      meanSigma: () => t('alerts.reason.sigmas', { k: format.number(why.threshold ?? 0) }),
      gap: () => t('alerts.hours', { count: Math.round(why.threshold ?? 0) }),
      influence: () => t('alerts.reason.influenceFrom', { n: why.threshold ?? 0 }),
      words: () => '',
    }[why.method]();
    rows.push([t('alerts.reason.threshold'), threshold]);
  }
  if (why.influence !== null) {
    rows.push([t('alerts.reason.influence'), t('alerts.reason.ofTen', { n: why.influence })]);
    rows.push([t('alerts.reason.reach'), `≈${format.rough(why.reach ?? 0)}`]);
  }
  for (const { name, share, usual } of why.queries) {
    rows.push([
      t('alerts.reason.query', { name }),
      t('alerts.reason.queryShare', { now: format.percent(share), usual: format.percent(usual) }),
    ]);
  }
  if (why.found.length > 0) rows.push([t('alerts.reason.found'), why.found.join(', ')]);
  if (why.silence !== null) {
    rows.push([t('alerts.reason.lastAt'), format.slot(why.silence.lastAt)]);
    rows.push([
      t('alerts.reason.collecting'),
      t(why.silence.collecting ? 'alerts.reason.works' : 'alerts.reason.fails'),
    ]);
  } else {
    rows.push([
      t('alerts.reason.span'),
      `${format.slot(why.from)} (${t('alerts.hours', { count: hoursOf(why) })})`,
    ]);
  }
  rows.push([t('alerts.reason.sensitivity'), t(`alerts.sensitivity.${why.sensitivity}`)]);
  return (
    <Box>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 2 }}>
        {t(`alerts.method.${why.method}`)}
      </Typography>
      <Box
        component="dl"
        sx={{
          m: 0,
          display: 'grid',
          gridTemplateColumns: 'minmax(120px, auto) minmax(0, 1fr)',
          columnGap: 4,
          rowGap: 1,
          '& dt': { color: 'text.secondary' },
          '& dd': { m: 0, fontVariantNumeric: 'tabular-nums', overflowWrap: 'anywhere' },
        }}
      >
        {rows.map(([name, value]) => (
          <Box key={name} sx={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </Box>
        ))}
      </Box>
    </Box>
  );
}
