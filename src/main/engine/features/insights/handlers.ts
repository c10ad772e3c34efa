import type { InsightTopic } from '#shared/contract/insights.ts';
import type { Handlers } from '../../context.ts';
import type { ReadHandle } from '../../storage/handles.ts';
import { brandKeyOf } from '../../storage/mentions-write.ts';
import { dayName } from '../../storage/zone.ts';
import { spanOf } from '../compare/span.ts';
import { forecastOf } from './forecast.ts';
import { peopleOf } from './people.ts';
import { topicsOf, type BrandTopics } from './topics.ts';

const LISTED = 10;
const EXAMPLES = 3;

export const insightHandlers = {
  'insights.topics': async ({ brandId, days }, { read, view, ports }) => {
    const brandKey = brandKeyOf(read, brandId);
    const span = spanOf({ days, fromDay: null, toDay: null }, view.zone.day(ports.clock.now()));
    const { rising, falling, common, firstDay, mentions, before, sampled } = await topicsOf(read, view, {
      brandKey,
      brandId,
      from: view.zone.start(span.from),
      to: view.zone.start(span.to + 1),
    });
    return {
      fromDay: dayName(span.from),
      toDay: dayName(span.to),
      beforeFromDay: dayName(firstDay),
      beforeToDay: dayName(span.from - 1),
      mentions,
      before,
      sampled,
      rising: shown(read, rising),
      falling: shown(read, falling),
      common: shown(read, common),
    };
  },
  'insights.people': ({ brandId, days }, { read, view, ports }) => {
    const brandKey = brandKeyOf(read, brandId);
    const span = spanOf({ days, fromDay: null, toDay: null }, view.zone.day(ports.clock.now()));
    return {
      fromDay: dayName(span.from),
      toDay: dayName(span.to),
      ...peopleOf(read, view, brandKey, span),
    };
  },
  'insights.forecast': ({ brandId }, { read, view, ports }) =>
    forecastOf(read, brandKeyOf(read, brandId), view.zone.day(ports.clock.now())),
} satisfies Handlers<'insights.topics' | 'insights.people' | 'insights.forecast'>;

const shown = (read: ReadHandle, topics: BrandTopics['rising']): InsightTopic[] =>
  topics.slice(0, LISTED).map(({ days, examples, ...topic }) => ({
    ...topic,
    daily: days,
    examples: examples.slice(0, EXAMPLES).flatMap((itemId) => {
      const item = read.get<{ text: string }>(
        "SELECT iif(title = '', substr(body, 1, 160), title) AS text FROM item WHERE id = ?",
        [itemId],
      );
      return item ? [{ itemId, text: item.text }] : [];
    }),
  }));
