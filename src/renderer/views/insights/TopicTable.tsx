import { Box, ButtonBase, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Brand } from '#shared/contract/brands.ts';
import type { Output } from '#shared/contract/index.ts';
import type { InsightTopic } from '#shared/contract/insights.ts';
import { brandColor } from '#renderer/app/tokens.ts';
import { navigate } from '#renderer/app/state.ts';
import { useTokens } from '#renderer/ui/ChartFrame.tsx';
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
                    {column === 'now' ? t('insights.days', { count: days }) : t(`insights.column.${column}`)}
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

function Row(props: { topic: InsightTopic; brand: Brand; topics: Topics; falling: boolean }): ReactNode {
  const { topic, brand, topics, falling } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const tokens = useTokens();
  const one = new Intl.NumberFormat(format.locale, { maximumFractionDigits: 1, signDisplay: 'exceptZero' });
  const amount = (n: number): string => `${topics.sampled ? '≈' : ''}${format.number(n)}`;
  const score = one.format(topic.score).replace('-', '−');
  const open = (): void =>
    navigate('mentions', {
      brand: brand.id,
      // What is hardly said any more is found in the days before.
      from: falling ? topics.beforeFromDay : topics.fromDay,
      to: topics.toDay,
      text: topic.query,
    });
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
      <td>{amount(topic.count)}</td>
      <td>{amount(topic.before)}</td>
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
