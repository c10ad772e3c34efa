import { Box, Button, Link, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Crisis, CrisisReport, CrisisVoice } from '#shared/contract/crisis.ts';
import { chooseBrands, navigate } from '#renderer/app/state.ts';
import { useRequest } from '#renderer/client/index.ts';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { Formula, type FormulaName } from '#renderer/ui/Formula.tsx';
import { RelativeTime } from '#renderer/ui/RelativeTime.tsx';
import { ViewSkeleton } from '#renderer/ui/ViewSkeleton.tsx';
import { useFormat } from '#renderer/ui/format.tsx';
import { HoursChart } from './HoursChart.tsx';
import { Panel } from './Panel.tsx';
import { toMarkdown } from './markdown.ts';
import { wallText } from './spans.ts';
import { useCopy } from '#renderer/ui/useCopy.ts';
import { useSaveText } from '#renderer/ui/useSaveText.ts';
import { useCrisisWords } from './useCrisisWords.ts';

/** The numbers of a crisis: so far while it lasts, its post-mortem afterwards. */
export function PostMortem({ crisis }: { crisis: Crisis }): ReactNode {
  const { t } = useTranslation();
  const { data, error, refetch } = useRequest('crisis.report', { crisisId: crisis.id });
  const title = t(crisis.endedAt === null ? 'crisis.report.soFar' : 'crisis.report.title');
  return (
    <Panel title={title} actions={data === undefined ? null : <TakeAway crisis={crisis} report={data} />}>
      {error !== null && data === undefined ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <ViewSkeleton lines={3} />
      ) : (
        <>
          <Facts crisis={crisis} report={data} />
          <HoursChart hours={data.hours} />
          <Box
            sx={{
              display: 'grid',
              gap: 4,
              gridTemplateColumns: 'repeat(auto-fit, minmax(220px, 1fr))',
              mt: 3,
            }}
          >
            <Voices title={t('crisis.report.first')} voices={data.first} />
            <Voices title={t('crisis.report.loudest')} voices={data.loudest} />
          </Box>
        </>
      )}
    </Panel>
  );
}

function Facts({ crisis, report }: { crisis: Crisis; report: CrisisReport }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useCrisisWords();
  const share = useShare();
  const inputs = [
    { label: t('crisis.report.mentions'), value: format.number(report.mentions) },
    { label: t('crisis.report.negative'), value: format.number(report.negative) },
    { label: t('crisis.report.unjudged'), value: format.number(report.undefined) },
  ];
  const dayOf = (at: number): string => wallText(at, format.zone).slice(0, 10);
  const open = (filters: Record<string, string>) => (): void => {
    chooseBrands([crisis.brandId]);
    navigate('mentions', { from: dayOf(crisis.since), to: dayOf(report.until), ...filters });
  };
  const number = (name: FormulaName, value: string, onItems?: () => void): ReactNode => (
    <Formula name={name} about={`${crisis.brandName}, ${value}`} inputs={inputs} onItems={onItems}>
      <Box component="span" sx={{ fontWeight: 600 }}>
        {value}
      </Box>
    </Formula>
  );
  const { peak } = report;
  const facts: [string, ReactNode][] = [
    [t('crisis.report.duration'), words.span(report.until - crisis.since)],
    [t('crisis.report.mentions'), number('mentions', format.number(report.mentions), open({}))],
    [t('crisis.report.share'), number('negativeShare', share(report), open({ sentiments: 'negative' }))],
    [
      t('crisis.report.peak'),
      peak === null
        ? t('crisis.report.none')
        : number(
            'peakHour',
            t('crisis.report.peakValue', { count: peak.mentions, when: words.when(peak.at) }),
          ),
    ],
  ];
  return (
    <Box
      component="dl"
      sx={{
        display: 'grid',
        gridTemplateColumns: 'repeat(auto-fit, minmax(150px, 1fr))',
        gap: 3,
        m: 0,
        mb: 3,
        '& dt': { color: 'text.secondary', fontSize: 12 },
        '& dd': { m: 0, fontWeight: 600, fontVariantNumeric: 'tabular-nums' },
      }}
    >
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </Box>
  );
}

function Voices({ title, voices }: { title: string; voices: readonly CrisisVoice[] }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Box sx={{ minWidth: 0 }}>
      <Typography variant="h3" sx={{ display: 'flex', alignItems: 'center', color: 'text.secondary', mb: 1 }}>
        {title}
        <Formula name="crisisVoices" about={title} inputs={[]} />
      </Typography>
      {voices.length === 0 ? (
        <Box sx={{ color: 'text.secondary' }}>{t('crisis.report.noVoices')}</Box>
      ) : (
        <Box component="ol" sx={{ m: 0, pl: 4, display: 'grid', gap: 1 }}>
          {voices.map((voice) => (
            <li key={voice.itemId}>
              <Link
                component="button"
                type="button"
                onClick={() => navigate('mentions', { itemId: String(voice.itemId) })}
                sx={{ fontSize: 13, minHeight: 24, textAlign: 'left' }}
              >
                {voice.name}
              </Link>{' '}
              <Box component="span" sx={{ color: 'text.secondary', fontSize: 12 }}>
                {voice.name === voice.site ? null : `${voice.site} · `}
                {voice.reach > 0
                  ? `${t('crisis.report.reach', { reach: format.rough(voice.reach) })} · `
                  : null}
                <RelativeTime at={voice.publishedAt} />
              </Box>
            </li>
          ))}
        </Box>
      )}
    </Box>
  );
}

/** The negative share as a percentage, or a word where nothing is judged. */
function useShare(): (report: CrisisReport) => string {
  const { t } = useTranslation();
  const { locale } = useFormat();
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  return ({ negativeShare }) =>
    negativeShare === null ? t('crisis.report.none') : percent.format(negativeShare);
}

function TakeAway({ crisis, report }: { crisis: Crisis; report: CrisisReport }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useCrisisWords();
  const share = useShare();
  const copy = useCopy();
  const save = useSaveText();
  const timeline = useRequest('crisis.timeline', { crisisId: crisis.id }).data?.entries;
  const voiceLine = (voice: CrisisVoice): string =>
    [
      voice.name,
      voice.site,
      voice.title,
      ...(voice.reach > 0 ? [t('crisis.report.reach', { reach: format.rough(voice.reach) })] : []),
      format.full(voice.publishedAt),
    ].join(' · ');
  const text = (): string =>
    toMarkdown({
      heading: t('crisis.report.heading', { name: crisis.brandName }),
      period: t('crisis.report.from', {
        from: format.full(crisis.since),
        to: format.full(report.until),
      }),
      facts: [
        [t('crisis.report.duration'), words.span(report.until - crisis.since)],
        [t('crisis.report.mentions'), format.number(report.mentions)],
        [t('crisis.report.negative'), format.number(report.negative)],
        [t('crisis.report.share'), share(report)],
        [
          t('crisis.report.peak'),
          report.peak === null
            ? t('crisis.report.none')
            : t('crisis.report.peakValue', {
                count: report.peak.mentions,
                when: format.full(report.peak.at),
              }),
        ],
      ],
      sections: [
        { title: t('crisis.report.first'), lines: report.first.map(voiceLine) },
        { title: t('crisis.report.loudest'), lines: report.loudest.map(voiceLine) },
        {
          title: t('crisis.timeline.title'),
          lines: (timeline ?? []).map((entry) => `${format.full(entry.at)}: ${words.entry(entry)}`),
        },
      ],
      statement: { title: t('crisis.statement.title'), text: crisis.statement },
    });
  return (
    <>
      <Button
        disabled={timeline === undefined}
        onClick={() =>
          void save(
            'markdown',
            t('crisis.report.heading', { name: crisis.brandName }),
            text(),
            t('crisis.report.written'),
          )
        }
      >
        {t('crisis.report.save')}
      </Button>
      <Button disabled={timeline === undefined} onClick={() => void copy(text(), t('crisis.report.copied'))}>
        {t('crisis.report.copy')}
      </Button>
    </>
  );
}
