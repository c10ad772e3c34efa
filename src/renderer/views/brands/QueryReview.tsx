import { Box, LinearProgress, Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Brand } from '#shared/contract/brands.ts';
import type { Output } from '#shared/contract/index.ts';
import { useJobs } from '#renderer/app/jobs.ts';
import { useRequest } from '#renderer/client/index.ts';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { useFormat } from '#renderer/ui/format.tsx';
import { Examples } from './Examples.tsx';
import { ShareEffect } from './ShareEffect.tsx';
import { percentOf } from './groups.ts';
import { useMarker } from './useMarker.ts';

export interface QueryReviewProps {
  brand: Brand;
  /** The query that changes; null for a new one. */
  queryId: string | null;
  /** What it will say; null when it is removed. */
  text: string | null;
}

/** What a change adds and drops over everything stored, with examples, and what it does to the share of voice. */
export function QueryReview({ brand, queryId, text }: QueryReviewProps): ReactNode {
  const { t } = useTranslation();
  // Made up here, so that the progress of this very count can be told from that of another.
  const [jobId] = useState(() => crypto.randomUUID());
  const { data, error, refetch, isFetching } = useRequest('queries.diff', {
    brandId: brand.id,
    queryId,
    text,
    jobId,
  });
  if (data !== undefined) return <Changes diff={data} brand={brand} queryId={queryId} text={text} />;
  if (error !== null && !isFetching) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return <Counting jobId={jobId} label={t('brands.review.counting')} />;
}

function Counting({ jobId, label }: { jobId: string; label: string }): ReactNode {
  const job = useJobs(({ byId }) => byId.get(jobId));
  const percent = job === undefined ? null : percentOf(job.done, job.total);
  return (
    <Box sx={{ minHeight: 120 }} aria-busy>
      <Typography variant="body2" sx={{ mb: 2 }}>
        {percent === null ? label : `${label} ${percent} %`}
      </Typography>
      <LinearProgress
        aria-label={label}
        {...(percent === null ? {} : { variant: 'determinate' as const, value: percent })}
      />
    </Box>
  );
}

function Changes({
  diff,
  brand,
  queryId,
  text,
}: QueryReviewProps & { diff: Output<'queries.diff'> }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const saved = brand.queries.find(({ id }) => id === queryId)?.text ?? null;
  const [newWords, oldWords] = [useMarker(text), useMarker(saved)];
  if (diff.added === 0 && diff.dropped === 0) {
    return <Typography variant="body2">{t('brands.review.same', { name: brand.name })}</Typography>;
  }
  return (
    <>
      <Typography variant="body1" sx={{ fontWeight: 600, fontVariantNumeric: 'tabular-nums' }}>
        {t('brands.review.sentence', {
          name: brand.name,
          added: format.number(diff.added),
          dropped: format.number(diff.dropped),
        })}
      </Typography>
      {diff.shareOfVoice === null ? null : <ShareEffect share={diff.shareOfVoice} />}
      <Box sx={{ display: 'grid', gap: 4, gridTemplateColumns: 'repeat(auto-fit, minmax(280px, 1fr))' }}>
        {diff.added === 0 ? null : (
          <Examples
            title={t('brands.review.added', { formatted: format.number(diff.added) })}
            more={diff.added - diff.addedExamples.length}
            examples={diff.addedExamples}
            marker={newWords}
          />
        )}
        {diff.dropped === 0 ? null : (
          <Examples
            title={t('brands.review.dropped', { formatted: format.number(diff.dropped) })}
            more={diff.dropped - diff.droppedExamples.length}
            examples={diff.droppedExamples}
            marker={oldWords}
          />
        )}
      </Box>
      {diff.dropped === 0 ? null : (
        <Typography variant="caption" sx={{ color: 'text.secondary' }}>
          {t('brands.review.kept')}
        </Typography>
      )}
    </>
  );
}
