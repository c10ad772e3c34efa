import { Box, ButtonBase, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Brand } from '#shared/contract/brands.ts';
import type { Output } from '#shared/contract/index.ts';
import type { InsightTopic } from '#shared/contract/insights.ts';
import { brandColor } from '#renderer/app/tokens.ts';
import { useTokens } from '#renderer/ui/ChartFrame.tsx';
import { openCounted, topicParams } from '#renderer/ui/counted.ts';
import { Formula } from '#renderer/ui/Formula.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { Sparkline } from '#renderer/ui/Sparkline.tsx';
import { useFormat } from '#renderer/ui/format.tsx';
import { SentimentBar } from './SentimentBar.tsx';
import { openStyle, tableStyle } from './tableStyle.ts';

type Topics = Output<'insights.topics'>;
const columns = ['topic', 'trend', 'now', 'before', 'change', 'sentiment'] as const;

interface TopicTableProps {
  list: 'rising' | 'falling' | 'common';
  brand: Brand;
  days: number;
  topics: Topics;
}

/** Topics with their days, counts, change and sentiment; a name opens its mentions. */
export function TopicTable({ list, brand, days, topics }: TopicTableProps): ReactNode {
  const { t } = useTranslation();
  const title = t(`insights.list.${list}`);
  return (
    <Section title={title} text={t('insights.listText')}>
      {topics[list].length === 0 ? (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t(`insights.noTopics.${list}`)}
        </Typography>
      ) : (
        <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="group" aria-label={title}>
          <Box component="table" sx={tableStyle}>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {column === 'now'
                      ? t('insights.lastDays', { count: days })
                      : t(`insights.column.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {topics[list].map((topic) => (
                <Row
                  key={`${topic.language} ${topic.term}`}
                  topic={topic}
                  brand={brand}
                  days={days}
                  topics={topics}
                  falling={list === 'falling'}
                />
              ))}
            </tbody>
          </Box>
        </Box>
      )}
    </Section>
  );
}

interface RowProps {
  topic: InsightTopic;
  brand: Brand;
  days: number;
  topics: Topics;
  falling: boolean;
}

function Row({ topic, brand, days, topics, falling }: RowProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const tokens = useTokens();
  const one = new Intl.NumberFormat(format.locale, { maximumFractionDigits: 1, signDisplay: 'exceptZero' });
  const plain = new Intl.NumberFormat(format.locale, { maximumFractionDigits: 1 });
  const amount = (n: number): string => `${topics.sampled ? '≈' : ''}${format.number(n)}`;
  const score = one.format(topic.score).replace('-', '−');
  const said = topicParams(topic.query);
  const openNow = (): void => openCounted(brand.id, topics.fromDay, topics.toDay, said);
  const openBefore = (): void => openCounted(brand.id, topics.beforeFromDay, topics.beforeToDay, said);
  // What is hardly said any more is found in the days before.
  const open = falling
    ? (): void => openCounted(brand.id, topics.beforeFromDay, topics.toDay, said)
    : openNow;
  const usual = (topic.before * days) / (topic.daily.length - days);
  const example = topic.examples[0]?.text;
  return (
    <tr>
      <Box component="th" scope="row">
        <ButtonBase onClick={open} aria-label={t('insights.open', { name: topic.term })} sx={openStyle}>
          {topic.term}
        </ButtonBase>
        {example === undefined ? null : (
          <Typography
            variant="caption"
            component="div"
            sx={{ color: 'text.secondary', maxWidth: 420 }}
            noWrap
          >
            {example}
          </Typography>
        )}
      </Box>
      <td>
        <Sparkline values={topic.daily} max={Math.max(...topic.daily)} color={brandColor(brand, tokens)} />
      </td>
      <td>
        <ButtonBase
          onClick={openNow}
          aria-label={t('insights.topicNow', { name: topic.term, count: topic.count })}
          sx={openStyle}
        >
          {amount(topic.count)}
        </ButtonBase>
      </td>
      <td>
        <ButtonBase
          onClick={openBefore}
          aria-label={t('insights.topicBefore', { name: topic.term, count: topic.before })}
          sx={openStyle}
        >
          {amount(topic.before)}
        </ButtonBase>
        <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
          {t('insights.usual', { count: days, usual: plain.format(usual) })}
        </Typography>
      </td>
      <td>
        <Formula
          name="topicChange"
          about={t('insights.about', { name: topic.term, value: score })}
          inputs={[
            { label: t('insights.input.now'), value: amount(topic.count) },
            { label: t('insights.input.allNow'), value: format.number(topics.mentions) },
            { label: t('insights.input.before'), value: amount(topic.before) },
            { label: t('insights.input.allBefore'), value: format.number(topics.before) },
          ]}
          onItems={open}
        >
          {score}
        </Formula>
      </td>
      <td>
        <SentimentBar split={topic} />
      </td>
    </tr>
  );
}
