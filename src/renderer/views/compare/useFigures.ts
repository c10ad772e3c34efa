import { useTranslation } from 'react-i18next';
import type { ComparedBrand, Measure } from '#shared/contract/compare.ts';
import type { FormulaInput } from '#renderer/ui/Formula.tsx';
import { useFormat } from '#renderer/ui/format.tsx';
import type { Summary } from './compared.ts';

type Figure = ComparedBrand['netSentiment'];

export interface Figures {
  /** The number as a person reads it; a dash where there is nothing to count from. */
  index(value: number | null): string;
  part(value: number | null): string;
  share(brand: ComparedBrand, measure: Measure): FormulaInput[];
  sums(brand: ComparedBrand, measure: Measure): FormulaInput[];
  sentiment(brand: ComparedBrand, result: Figure, show: (value: number | null) => string): FormulaInput[];
  presence(brand: ComparedBrand): FormulaInput[];
  rank(brand: ComparedBrand): FormulaInput[];
  peak(peak: ComparedBrand['peaks'][number]): FormulaInput[];
}

/** Numbers of the comparison in words, with what went into them. */
export function useFigures(summary: Summary): Figures {
  const { t } = useTranslation();
  const format = useFormat();
  const one = new Intl.NumberFormat(format.locale, { maximumFractionDigits: 1 });
  const fine = new Intl.NumberFormat(format.locale, { style: 'percent', maximumFractionDigits: 1 });
  const none = t('compare.none');
  const index = (value: number | null): string =>
    value === null ? none : format.number(Math.round(value)).replace('-', '−');
  const part = (value: number | null): string => (value === null ? none : fine.format(value));
  const amount = (measure: Measure, value: number): string =>
    measure === 'reach' ? `≈${format.number(value)}` : format.number(value);
  const total = (span: 'now' | 'before', measure: Measure): number =>
    summary.brands.reduce((sum, brand) => sum + brand[span][measure], 0);

  return {
    index,
    part,
    share: (brand, measure) => {
      const { name, share } = brand;
      return [
        { label: t('compare.input.now', { name }), value: amount(measure, brand.now[measure]) },
        { label: t('compare.input.all'), value: amount(measure, total('now', measure)) },
        { label: t('compare.input.result'), value: part(share[measure].now) },
        { label: t('compare.input.before', { name }), value: amount(measure, brand.before[measure]) },
        { label: t('compare.input.allBefore'), value: amount(measure, total('before', measure)) },
        { label: t('compare.input.resultBefore'), value: part(share[measure].before) },
      ];
    },
    sums: (brand, measure) => [
      { label: t('compare.input.days'), value: amount(measure, brand.now[measure]) },
      { label: t('compare.input.daysBefore'), value: amount(measure, brand.before[measure]) },
    ],
    sentiment: ({ now }, result, show) => [
      ...(['positive', 'neutral', 'negative', 'undefined'] as const).map((sentiment) => ({
        label: t(`compare.input.${sentiment}`),
        value: format.number(now[sentiment]),
      })),
      { label: t('compare.input.result'), value: show(result.now) },
      { label: t('compare.input.resultBefore'), value: show(result.before) },
    ],
    presence: ({ presence }) => [
      { label: t('compare.input.result'), value: index(presence.now) },
      { label: t('compare.input.resultBefore'), value: index(presence.before) },
    ],
    rank: ({ now, health, engagement, rank }) => [
      { label: t('compare.input.reach'), value: amount('reach', now.reach) },
      { label: t('compare.input.mentions'), value: format.number(now.mentions) },
      { label: t('compare.input.health'), value: part(health.now) },
      { label: t('compare.input.engagement'), value: part(engagement.now) },
      { label: t('compare.input.points'), value: one.format(rank.points) },
    ],
    peak: ({ count, usual, threshold }) => [
      { label: t('compare.input.count'), value: format.number(count) },
      { label: t('compare.input.usual'), value: one.format(usual) },
      { label: t('compare.input.threshold'), value: one.format(threshold) },
    ],
  };
}
