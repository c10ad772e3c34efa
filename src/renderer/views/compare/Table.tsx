import { Box, ButtonBase } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ComparedBrand, Measure } from '#shared/contract/compare.ts';
import { brandColor } from '#renderer/app/tokens.ts';
import { BrandDot } from '#renderer/ui/BrandDot.tsx';
import { useTokens } from '#renderer/ui/ChartFrame.tsx';
import { openCounted } from '#renderer/ui/counted.ts';
import { Formula, type FormulaInput, type FormulaName } from '#renderer/ui/Formula.tsx';
import { useFormat } from '#renderer/ui/format.tsx';
import { Sparkline } from '#renderer/ui/Sparkline.tsx';
import { measures, type Summary } from './compared.ts';
import { Section } from '#renderer/ui/Section.tsx';
import { useFigures } from './useFigures.ts';

const columns = [
  'brand',
  'trend',
  'mentions',
  'share',
  'reach',
  'interactions',
  'netSentiment',
  'health',
  'presence',
  'rank',
] as const;

interface Cell {
  name: FormulaName;
  shown: string;
  /** The change since the span before, in words; '' where there is none. */
  change: string;
  inputs: FormulaInput[];
}

/** Every number of every brand, with its change since the span before. */
export function Table({ summary, measure }: { summary: Summary; measure: Measure }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Section
      title={t('compare.tableTitle')}
      text={t('compare.tableText', {
        from: format.day(summary.beforeFromDay),
        to: format.day(summary.beforeToDay),
      })}
    >
      <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="group" aria-label={t('compare.tableTitle')}>
        <Box
          component="table"
          sx={{
            width: '100%',
            borderCollapse: 'collapse',
            fontVariantNumeric: 'tabular-nums',
            '& th, & td': { px: 2, py: 1.5, textAlign: 'right', verticalAlign: 'top' },
            '& th:first-of-type, & td:first-of-type': { pl: 0, textAlign: 'left' },
            '& td:last-of-type, & thead th:last-of-type': { pr: 0.5 },
            '& thead th:nth-of-type(2)': { textAlign: 'left' },
            '& thead th': { fontSize: 12, fontWeight: 450, color: 'text.secondary', verticalAlign: 'bottom' },
            '& tbody tr': { borderTop: 1, borderColor: 'divider' },
          }}
        >
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {t(`compare.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {summary.brands.map((brand) => (
              <Row key={brand.brandId} brand={brand} summary={summary} measure={measure} />
            ))}
          </tbody>
        </Box>
      </Box>
    </Section>
  );
}

function Row(props: { brand: ComparedBrand; summary: Summary; measure: Measure }): ReactNode {
  const { brand, summary, measure } = props;
  const { t } = useTranslation();
  const tokens = useTokens();
  const cells = useCells(brand, summary, measure);
  const open = (): void => openCounted(brand.brandId, summary.fromDay, summary.toDay);
  const most = Math.max(1, ...summary.brands.flatMap(({ daily }) => daily.mentions));
  return (
    <tr>
      <Box component="th" scope="row" sx={{ fontWeight: brand.role === 'own' ? 600 : 450, minWidth: 120 }}>
        <ButtonBase
          onClick={open}
          aria-label={t('compare.openBrand', { name: brand.name })}
          sx={{ gap: 2, borderRadius: '4px', textAlign: 'left', '&:hover': { textDecoration: 'underline' } }}
        >
          <BrandDot brand={brand} />
          {brand.name}
        </ButtonBase>
      </Box>
      <td>
        <Sparkline values={brand.daily.mentions} max={most} color={brandColor(brand, tokens)} />
      </td>
      {cells.map(({ name, shown, change, inputs }) => (
        <td key={name}>
          <Formula
            name={name}
            about={t('compare.about', {
              name: brand.name,
              value: shown === t('compare.none') ? t('compare.noneText') : shown,
            })}
            inputs={inputs}
            onItems={open}
          >
            {shown}
          </Formula>
          <Box sx={{ fontSize: 12, color: 'text.secondary', whiteSpace: 'nowrap', minHeight: 17 }}>
            {change}
          </Box>
        </td>
      ))}
    </tr>
  );
}

function useCells(brand: ComparedBrand, summary: Summary, measure: Measure): Cell[] {
  const { t } = useTranslation();
  const format = useFormat();
  const figures = useFigures(summary);
  const growth = new Intl.NumberFormat(format.locale, {
    style: 'percent',
    maximumFractionDigits: 0,
    signDisplay: 'exceptZero',
  });
  const sums = Object.fromEntries(
    measures.map((one): [Measure, Cell] => {
      const [now, before] = [brand.now[one], brand.before[one]];
      return [
        one,
        {
          name: one,
          shown: one === 'reach' ? `≈${format.rough(now)}` : format.number(now),
          change: before === 0 ? '' : growth.format(now / before - 1).replace('-', '−'),
          inputs: figures.sums(brand, one),
        },
      ];
    }),
  ) as Record<Measure, Cell>;
  const difference = ({ now, before }: ComparedBrand['health'], times: number): string =>
    now === null || before === null
      ? ''
      : format.signed(Math.round(times * now) - Math.round(times * before));
  const share = brand.share[measure];
  const points = difference(share, 100);
  const { place, placeBefore } = brand.rank;
  return [
    sums.mentions,
    {
      name: 'share',
      shown: share.now === null ? t('compare.none') : format.percent(share.now),
      change: points === '' ? '' : t('compare.points', { value: points }),
      inputs: figures.share(brand, measure),
    },
    sums.reach,
    sums.interactions,
    {
      name: 'netSentiment',
      shown: figures.index(brand.netSentiment.now),
      change: difference(brand.netSentiment, 1),
      inputs: figures.sentiment(brand, brand.netSentiment, figures.index),
    },
    {
      name: 'health',
      shown: brand.health.now === null ? t('compare.none') : format.percent(brand.health.now),
      change: difference(brand.health, 100),
      inputs: figures.sentiment(brand, brand.health, figures.part),
    },
    {
      name: 'presence',
      shown: figures.index(brand.presence.now),
      change: difference(brand.presence, 1),
      inputs: figures.presence(brand),
    },
    {
      name: 'rank',
      shown: t('compare.place', { place, count: summary.brands.length }),
      change: placeBefore === place ? '' : t('compare.placeBefore', { place: placeBefore }),
      inputs: figures.rank(brand),
    },
  ];
}
