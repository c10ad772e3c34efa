import { Box, Typography } from '@mui/material';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#shared/contract/index.ts';
import { compile, parse } from '#shared/query-language/index.ts';
import { failureText } from '#renderer/app/i18n/failure.ts';
import { useRequest } from '#renderer/client/index.ts';
import { Marked } from '#renderer/ui/Marked.tsx';
import { RelativeTime } from '#renderer/ui/RelativeTime.tsx';
import { useDelayed } from '#renderer/ui/useDelayed.ts';
import { useFormat } from '#renderer/ui/format.tsx';

const pauseMillis = 250;
const shownExamples = 5;

/** What a query would match over everything stored, counted as it is typed. */
export function QueryPreview(props: { text: string; readable: boolean; queryId: string | null }): ReactNode {
  const { t } = useTranslation();
  const settled = useSettled(props.text);
  const current = settled === props.text;
  // A changed text drops the request before it: the client then tells the engine to stop counting.
  const { data, error, isFetching } = useRequest(
    'queries.preview',
    { text: settled, queryId: props.queryId },
    { enabled: props.readable && current && settled.trim() !== '', keepPrevious: true },
  );
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
      {data === undefined || data.examples.length === 0 ? null : <Examples preview={data} text={settled} />}
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

function Examples({ preview, text }: { preview: Output<'queries.preview'>; text: string }): ReactNode {
  const { t } = useTranslation();
  const matcher = useMemo(() => {
    const result = parse(text);
    return result.ok ? compile(result.query) : null;
  }, [text]);
  return (
    <>
      <Typography variant="h3" sx={{ mt: 3, mb: 1, color: 'text.secondary' }}>
        {t('brands.query.examples')}
      </Typography>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 2, fontSize: 13 }}>
        {preview.examples.slice(0, shownExamples).map((example) => (
          <Box component="li" key={example.itemId} sx={{ minWidth: 0 }}>
            <Box sx={{ display: 'flex', gap: 2, color: 'text.secondary', fontSize: 12 }}>
              <span>{example.site}</span>
              <RelativeTime at={example.publishedAt} />
            </Box>
            {example.title === '' ? null : <Box sx={{ fontWeight: 600 }}>{example.title}</Box>}
            <Box sx={{ overflowWrap: 'anywhere' }}>
              <Marked text={example.excerpt} marks={matcher?.ranges(example.excerpt) ?? []} />
            </Box>
          </Box>
        ))}
      </Box>
    </>
  );
}

/** A value once it has not changed for a moment. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pauseMillis);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
