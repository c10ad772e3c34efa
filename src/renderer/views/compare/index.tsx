import { Box, Button } from '@mui/material';
import { Scale } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useBrands } from '#renderer/app/appState.ts';
import { navigate, useScreen } from '#renderer/app/state.ts';
import { useRequest } from '#renderer/client/index.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { ViewSkeleton } from '#renderer/ui/ViewSkeleton.tsx';
import { useFormat } from '#renderer/ui/format.tsx';
import { Cautions } from './Cautions.tsx';
import { Channels } from './Channels.tsx';
import { Controls } from './Controls.tsx';
import type { Summary, Topics, Voices as BrandVoices } from './compared.ts';
import { requestOf } from './request.ts';
import { Sentence } from './Sentence.tsx';
import { ShareChart } from './ShareChart.tsx';
import { useCompareScreen } from './store.ts';
import { Table } from './Table.tsx';
import { Voices } from './Voices.tsx';
import { Volume } from './Volume.tsx';

/** The own brand beside its competitors, over a span and the equal span before. */
export default function CompareView(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const screen = useCompareScreen();
  const owns = useBrands().filter(({ role }) => role === 'own');
  const chosen = useScreen((state) => state.brandIds[0]);
  const wanted = requestOf(screen, chosen ?? screen.ownId);
  const input = wanted ?? {};
  const options = { enabled: wanted !== null, keepPrevious: true };
  const summary = useRequest('compare.summary', input, options);
  const voices = useRequest('compare.voices', input, options);
  // Not asked again with every mention that comes in: finding topics takes seconds in a large workspace.
  const topics = useRequest('compare.topics', input, options);
  const range =
    summary.data === undefined
      ? ''
      : `${format.day(summary.data.fromDay)} – ${format.day(summary.data.toDay)}`;

  return (
    <Box sx={{ maxWidth: 1280, mx: 'auto', pb: 8 }}>
      <PageHeader
        title={t('compare.title')}
        text={range}
        actions={<Controls owns={chosen === undefined ? owns : []} today={format.dayAt(Date.now())} />}
      />
      {summary.data !== undefined ? (
        <Page
          summary={summary.data}
          voices={voices.data?.brands ?? noVoices}
          topics={topics.data?.brands ?? null}
        />
      ) : summary.isError ? (
        <ErrorState error={summary.error} onRetry={() => void summary.refetch()} />
      ) : (
        <ViewSkeleton />
      )}
    </Box>
  );
}

const noVoices: readonly BrandVoices[] = [];

function Page(props: {
  summary: Summary;
  voices: readonly BrandVoices[];
  topics: readonly Topics[] | null;
}): ReactNode {
  const { summary, voices, topics } = props;
  const { t } = useTranslation();
  const measure = useCompareScreen((state) => state.measure);
  if (summary.brands.length < 2) {
    const own = summary.brands[0];
    const nobody = (
      <EmptyState
        icon={<Scale size={28} />}
        title={t(own === undefined ? 'compare.empty.noOwn' : 'compare.empty.title')}
        text={t(own === undefined ? 'compare.empty.noOwnText' : 'compare.empty.text')}
        action={
          <Button
            variant="contained"
            color="primary"
            onClick={() =>
              navigate(
                'brands',
                own === undefined ? { add: 'own' } : { add: 'competitor', ownerId: own.brandId },
              )
            }
          >
            {t(own === undefined ? 'compare.empty.addOwn' : 'compare.empty.add')}
          </Button>
        }
      />
    );
    if (own === undefined) return nobody;
    return (
      <Box sx={{ display: 'grid', gap: 4, px: 6 }}>
        {nobody}
        <Channels summary={summary} />
      </Box>
    );
  }
  return (
    <Box sx={{ display: 'grid', gap: 4, px: 6 }}>
      <Sentence summary={summary} measure={measure} />
      <Cautions summary={summary} />
      <ShareChart summary={summary} measure={measure} />
      <Volume summary={summary} />
      <Table summary={summary} measure={measure} />
      <Channels summary={summary} />
      <Voices summary={summary} voices={voices} topics={topics} />
    </Box>
  );
}
