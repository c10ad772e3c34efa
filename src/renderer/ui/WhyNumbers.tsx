import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Why } from '#shared/contract/learning.ts';
import { useFormat } from './format.tsx';

/** How reach, influence and rating came about, with what went into them. */
export function WhyNumbers({ why }: { why: Why }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { reach, influence, rating } = why;
  const precise = (value: number): string =>
    value.toLocaleString(format.locale, { maximumFractionDigits: 3 });
  const input = (name: string): string => precise(reach.inputs[name] ?? 0);
  const inputs = {
    views: input('views'),
    followers: input('followers'),
    share: input('share'),
    parentReach: input('parentReach'),
    monthlyVisitors: input('monthlyVisitors'),
    probability: input('probability'),
    daily: input('daily'),
    divisor: input('divisor'),
  };
  return (
    <Box
      component="dl"
      sx={{
        m: 0,
        display: 'grid',
        gap: 2,
        '& dt': { fontWeight: 600 },
        '& dd': { m: 0, color: 'text.secondary' },
      }}
    >
      <div>
        <dt>
          {t('learning.why.reach', {
            value:
              reach.formula === 'unknown'
                ? '–'
                : `${reach.estimated ? '≈' : ''}${format.number(reach.value)}`,
          })}
        </dt>
        <dd>{t(`learning.reach.${reach.formula}`, inputs)}</dd>
        {reach.repeated ? <dd>{t('learning.why.repeated')}</dd> : null}
      </div>
      <div>
        <dt>{t('learning.why.influence', { value: format.number(influence.value) })}</dt>
        <dd>
          {t(`learning.influence.${influence.of}`, {
            name: influence.name,
            count: influence.items,
            reach: format.rough(influence.typicalReach),
          })}{' '}
          {t('learning.influence.formula', {
            part: precise(Math.round(influence.reachPart * 10) / 10),
            factor: precise(Math.round(influence.interactionFactor * 100) / 100),
          })}
        </dd>
      </div>
      {rating === null ? null : (
        <div>
          <dt>{t('learning.why.rating', { value: format.number(Math.round(rating)) })}</dt>
          <dd>{t('learning.why.ratingText')}</dd>
        </div>
      )}
    </Box>
  );
}
