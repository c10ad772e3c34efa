import { MentionFilter, MentionState } from '#shared/contract/mentions.ts';
import { parse, type QueryNode } from '#shared/query-language/index.ts';
import { fold } from '#shared/text/fold.ts';
import { wordsOf } from '#shared/text/words.ts';
import type { WorkspaceView } from '../../context.ts';
import { sentimentOf } from '../../storage/codes.ts';
import type { ReadHandle } from '../../storage/handles.ts';
import { firstIdAt } from '../../storage/item-ids.ts';
import { FOLDED, MAIN_SHELF } from '../../storage/mention-rows.ts';
import type { Topic, Topics, TopicText } from '../../understand/topics.ts';
import { mentionIds } from '../mentions/list.ts';
import { Remembered } from './remembered.ts';

/** A span is compared with this many days before it. */
const DAYS_BEFORE = 28;
/** Mentions read of each of the two spans; of more, an even sample. */
const MOST_READ = 1500;
const LISTED = 30;

export interface TopicsInput {
  brandKey: number;
  brandId: string;
  /** UTC milliseconds, inclusive. */
  from: number;
  /** UTC milliseconds, exclusive. */
  to: number;
}

export interface BrandTopics extends Topics {
  /** Local day numbers: of the first day before the span, of the span's first and of its last. */
  firstDay: number;
  fromDay: number;
  toDay: number;
  /** Mentions of the span and of the days before it, a story and its copies once. */
  mentions: number;
  before: number;
  /** True where only a sample was read: counts are then estimates for all. */
  sampled: boolean;
}

const remembered = new Remembered<BrandTopics>(24);

/**
 * Topics of a brand: those that rose and fell against the 28 days before, the surest first, and those said most.
 * Remembered until a mention or a query of the brand changes.
 */
export async function topicsOf(
  read: ReadHandle,
  view: WorkspaceView,
  input: TopicsInput,
): Promise<BrandTopics> {
  // The stemmers take a moment to load; a start does not wait for them.
  const [{ topicSteps }, { unwantedWords }] = await Promise.all([
    import('../../understand/topics.ts'),
    import('../../understand/topic-words.ts'),
  ]);
  const { brandKey, brandId, from, to } = input;
  const fromDay = view.zone.day(from);
  const firstDay = fromDay - DAYS_BEFORE;
  const toDay = view.zone.day(to - 1);
  const words = brandWords(read, brandKey);
  const question = { name: 'topics', brandKey, firstDay, toDay, inputs: [from, to, words] };
  return remembered.get(read, view, question, async () => {
    const start = view.zone.start(firstDay);
    const before = readSpan(read, view, { ...input, from: start, to: from }, firstDay, false);
    const now = readSpan(read, view, input, firstDay, true);
    const steps = topicSteps([...before.texts, ...now.texts], {
      unwanted: unwantedWords(words),
      days: toDay - firstDay + 1,
      limit: LISTED,
    });
    // A second or more of work in a large workspace: other requests come in between two steps.
    let step = steps.next();
    while (step.done !== true) {
      await nextTurn();
      step = steps.next();
    }
    const found = step.value;
    const sampled = now.factor > 1 || before.factor > 1;
    const texts = new Map([...before.texts, ...now.texts].map((text) => [text.id, text]));
    const listed = (query: string): number[] =>
      mentionIds(read, view, topicFilter(brandId, query, start, to), texts.size + 1);
    const grow = async (topics: Topic[]): Promise<Topic[]> => {
      if (sampled) return topics.map((topic) => scaled(topic, now.factor, before.factor));
      const exact: Topic[] = [];
      for (const topic of topics) {
        await nextTurn();
        exact.push(recounted(topic, listed(topic.query), texts));
      }
      return exact;
    };
    return {
      rising: await grow(found.rising),
      falling: await grow(found.falling),
      common: await grow(found.common),
      firstDay,
      fromDay,
      toDay,
      mentions: now.total,
      before: before.total,
      sampled,
    };
  });
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** What a topic's link opens: every mention its query finds, a story once, whatever was done about it. */
const topicFilter = (brandId: string, text: string, from: number, to: number): MentionFilter =>
  MentionFilter.parse({
    brandIds: [brandId],
    text,
    from,
    to,
    stories: true,
    states: [...MentionState.options],
  });

/** A topic with the counts of the list that its query opens, which is what a person can check. */
function recounted(topic: Topic, listed: readonly number[], texts: ReadonlyMap<number, TopicText>): Topic {
  const counts = { count: 0, before: 0, negative: 0, neutral: 0, positive: 0, undefined: 0 };
  const days = topic.days.map(() => 0);
  for (const id of listed) {
    const text = texts.get(id);
    if (text === undefined) continue;
    days[text.day] = (days[text.day] ?? 0) + 1;
    counts[text.now ? 'count' : 'before'] += 1;
    if (text.now) counts[text.sentiment] += 1;
  }
  return { ...topic, ...counts, days };
}

/** Counts of a sample, brought up to all mentions of the two spans. */
function scaled(topic: Topic, now: number, before: number): Topic {
  if (now === 1 && before === 1) return topic;
  return {
    ...topic,
    count: Math.round(topic.count * now),
    negative: Math.round(topic.negative * now),
    neutral: Math.round(topic.neutral * now),
    positive: Math.round(topic.positive * now),
    undefined: Math.round(topic.undefined * now),
    before: Math.round(topic.before * before),
    days: topic.days.map((n, day) => Math.round(n * (day < DAYS_BEFORE ? before : now))),
  };
}

interface SpanRow {
  id: number;
  title: string;
  body: string;
  language: string;
  sentiment: number;
  publishedAt: number;
}

const LISTED_MENTIONS = `m.brand = ? AND m.item >= ? AND m.item < ? AND m.shelf = ${MAIN_SHELF} AND m.folded <> ${FOLDED}`;

/** The mentions of a span, copies left out. Of more than are read, those whose scrambled id is small: an even sample. */
function readSpan(
  read: ReadHandle,
  view: WorkspaceView,
  { brandKey, from, to }: TopicsInput,
  firstDay: number,
  now: boolean,
): { texts: TopicText[]; total: number; factor: number } {
  const span = [brandKey, firstIdAt(from), firstIdAt(to)];
  const total =
    read.get<{ n: number }>(`SELECT count(*) AS n FROM mention m WHERE ${LISTED_MENTIONS}`, span)?.n ?? 0;
  const share = Math.min(1, MOST_READ / Math.max(1, total));
  const rows = read.all<SpanRow>(
    `SELECT i.id, i.title, substr(i.body, 1, 2000) AS body, l.id AS language, m.sentiment, i.published_at AS publishedAt
     FROM mention m JOIN item i ON i.id = m.item JOIN language l ON l.key = i.language
     WHERE ${LISTED_MENTIONS} AND (m.item * 2654435761 & 4294967295) < ? ORDER BY m.item`,
    [...span, Math.ceil(share * 2 ** 32)],
  );
  return {
    total,
    factor: share === 1 || rows.length === 0 ? 1 : total / rows.length,
    texts: rows.map(({ id, title, body, language, sentiment, publishedAt }) => ({
      id,
      text: title === '' ? body : `${title}\n${body}`,
      language: language === 'und' ? null : language,
      sentiment: sentimentOf(sentiment),
      now,
      day: Math.max(0, view.zone.day(publishedAt) - firstDay),
    })),
  };
}

/** The words a brand is found by, folded; `*` at the end stands for any ending. They say nothing about it. */
function brandWords(read: ReadHandle, brandKey: number): string[] {
  const rows = read.all<{ name: string; text: string | null }>(
    'SELECT b.name, q.text FROM brand b LEFT JOIN query q ON q.brand_id = b.id WHERE b.key = ?',
    [brandKey],
  );
  const words = new Set<string>();
  for (const { name, text } of rows) {
    addWords(words, name);
    const parsed = text === null ? null : parse(text);
    if (parsed?.ok === true) collectWords(words, parsed.query);
  }
  return [...words].sort();
}

function collectWords(words: Set<string>, node: QueryNode): void {
  switch (node.type) {
    case 'word':
    case 'phrase':
    case 'raw':
      addWords(words, node.text);
      break;
    case 'and':
    case 'or':
      for (const child of node.children) collectWords(words, child);
      break;
    case 'near':
      for (const operand of node.operands) collectWords(words, operand);
      break;
    // What a brand must not be found by may well be a topic; fields are no words of the text.
    case 'not':
    case 'field':
    case 'compare':
    case 'date':
      break;
  }
}

function addWords(words: Set<string>, text: string): void {
  for (const part of text.split(/\s+/)) {
    const found = wordsOf(fold(part)).map((word) => word.text);
    for (const [index, word] of found.entries()) {
      const open = part.includes('*') && index === found.length - 1;
      words.add(open ? `${word}*` : word);
    }
  }
}
