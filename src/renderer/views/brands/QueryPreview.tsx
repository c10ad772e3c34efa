import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#shared/contract/index.ts';
import { failureText } from '#renderer/app/i18n/failure.ts';
import { useRequest } from '#renderer/client/index.ts';
import { useDelayed } from '#renderer/ui/useDelayed.ts';
import { useFormat } from '#renderer/ui/format.tsx';
import { useSettled } from '#renderer/ui/useSettled.ts';
import { Examples } from './Examples.tsx';
import { useMarker } from './useMarker.ts';

const pauseMillis = 250;

/** What a query would match over everything stored, counted as it is typed. */
export function QueryPreview(props: { text: string; readable: boolean; queryId: string | null }): ReactNode {
  const { t } = useTranslation();
  const settled = useSettled(props.text, pauseMillis);
  const current = settled === props.text;
  // A changed text drops the request before it: the client then tells the engine to stop counting.
  const { data, error, isFetching } = useRequest(
    'queries.preview',
    { text: settled, queryId: props.queryId },
    { enabled: props.readable && current && settled.trim() !== '', keepPrevious: true },
  );
  const marker = useMarker(settled);
  const counting = useDelayed(props.readable && (isFetching || !current));
  if (!props.readable) return <Box sx={{ minHeight: 60 }} />;
  return (
    <Box sx={{ minHeight: 60, opacity: counting ? 0.7 : 1 }}>
      <Typography variant="body2" role="status" sx={{ fontWeight: 600, fontVariantNumeric: 'tabular-nums' }}>
        {error !== null && !isFetching
          ? t('brands.query.countFailed', { reason: failureText(error) })
          : data === undefined
            ? counting
              ? t('brands.query.counting')
              : ''
            : null}
        {data !== undefined && error === null ? <Words preview={data} /> : null}
      </Typography>
      {data === undefined || data.examples.length === 0 ? null : (
        <Box sx={{ mt: 3 }}>
          <Examples title={t('brands.query.examples')} examples={data.examples} marker={marker} />
        </Box>
      )}
    </Box>
  );
}

function Words({ preview }: { preview: Output<'queries.preview'> }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { count, exact, adds, drops } = preview;
  if (count === 0 && exact && (drops === null || drops === 0)) return t('brands.query.nothing');
  const words = t(exact ? 'brands.query.would' : 'brands.query.atLeast', {
    count,
    formatted: format.number(count),
  });
  if (adds === null || drops === null) return words;
  const change =
    adds === 0 && drops === 0
      ? t('brands.query.same')
      : t('brands.query.change', { adds: format.number(adds), drops: format.number(drops) });
  return `${words} ${change}`;
}
