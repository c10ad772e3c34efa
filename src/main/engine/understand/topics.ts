import { fold } from '#shared/text/fold.ts';
import { termsOf, type Unwanted } from './topic-words.ts';

/** A text of a brand, in the span that is looked at or in the one before it. */
export interface TopicText {
  id: number;
  text: string;
  /** ISO 639-1; null where it is not known. */
  language: string | null;
  sentiment: 'negative' | 'neutral' | 'positive' | 'undefined';
  /** Whether it belongs to the span looked at. */
  now: boolean;
  /** Place in `days`, from 0 for the oldest day of both spans. */
  day: number;
}

/** A word or two-word phrase with what is known of it. Each text counts once, however often it says it. */
export interface Topic {
  /** The form in which it is written most often. */
  term: string;
  language: string | null;
  /** Texts of the span with it, and of the span before. */
  count: number;
  before: number;
  /**
   * How surely it is said more (above 0) or less (below 0) than before: log-odds in standard errors. 2 is seldom
   * chance, 4 hardly ever.
   */
  score: number;
  negative: number;
  neutral: number;
  positive: number;
  undefined: number;
  /** Texts with it on each day of both spans. */
  days: number[];
  /** Ids of texts of the span, newest first; of the span before where the span has none. */
  examples: number[];
  /** In the query language: finds the texts with it, in all its forms. */
  query: string;
}

export interface Topics {
  /** Said more than before, the surest first. */
  rising: Topic[];
  /** Said less than before, the surest first. */
  falling: Topic[];
  /** Said most in the span, whether or not it changed. */
  common: Topic[];
}

export interface TopicSettings {
  /** How many texts' worth of the usual the prior puts into each span: a handful of texts proves little. */
  priorTexts: number;
  /** A topic is in at least this many texts of the span it is told about. */
  leastTexts: number;
  /** Standard errors from which a change is told. */
  leastScore: number;
}

export const defaultTopics: TopicSettings = { priorTexts: 10, leastTexts: 3, leastScore: 1.28 };

/** Splitting so many texts into words takes a few milliseconds. */
const TEXTS_A_STEP = 25;
const EXAMPLES = 5;
const MOST_FORMS = 8;
/** Where a phrase is in this share of the texts with one of its words, it stands for the word. */
const PHRASE_STANDS_FOR = 0.6;
/** Topics that share this much of their texts say one thing. */
const SAME_TEXTS = 0.75;
const RESERVED: ReadonlySet<string> = new Set(['and', 'or', 'not', 'near', 'onear']);

/**
 * Weighted log-odds with an informative Dirichlet prior, in standard errors (Monroe, Colaresi and Quinn 2008,
 * "Fightin' Words", equations 16, 20 and 22), on texts instead of occurrences. `a` of `n` texts now and `b` of `m`
 * before have the term; the prior has its share of all texts. Example: 9 of 60 now, 4 of 240 before, prior of 10
 * texts → 3.74.
 */
export function logOddsScore(a: number, n: number, b: number, m: number, priorTexts: number): number {
  if (n + m === 0) return 0;
  const share = (a + b) / (n + m);
  const prior = priorTexts * share;
  const rest = priorTexts - prior;
  // A term in every text of both spans tells nothing, and would divide by nothing.
  if (prior <= 0 || rest <= 0) return 0;
  const odds = (count: number, texts: number): number => Math.log((count + prior) / (texts - count + rest));
  const error = Math.sqrt(1 / (a + prior) + 1 / (b + prior));
  return (odds(a, n) - odds(b, m)) / error;
}

interface Tally {
  key: string;
  language: string | null;
  now: number;
  before: number;
  score: number;
}

interface TopicOptions {
  unwanted: Unwanted;
  /** Number of days of both spans together. */
  days: number;
  /** Topics of each list at most. */
  limit: number;
}

/**
 * What is talked about in a span against the span before, each language for itself: else a week with more Romanian
 * texts would make topics of Romanian words. The work is bounded by the texts given, and comes in steps of a few
 * milliseconds, between which a caller can let others have their turn.
 */
export function* topicSteps(
  texts: readonly TopicText[],
  options: TopicOptions,
  settings: TopicSettings = defaultTopics,
): Generator<void, Topics, void> {
  const counted = yield* countTerms(texts, options.unwanted, settings);
  const told = (compare: (a: Tally, b: Tally) => number, keep: (tally: Tally) => boolean): Tally[] =>
    // Many of the first say one thing: enough are taken for the rest to fill the list.
    counted.tallies
      .filter(keep)
      .sort(compare)
      .slice(0, options.limit * 4);
  const { leastTexts, leastScore } = settings;
  const lists = {
    rising: told(
      (a, b) => b.score - a.score,
      ({ now, score }) => now >= leastTexts && score >= leastScore,
    ),
    falling: told(
      (a, b) => a.score - b.score,
      ({ before, score }) => before >= leastTexts && score <= -leastScore,
    ),
    common: told(
      (a, b) => b.now - a.now || b.score - a.score,
      ({ now }) => now >= leastTexts,
    ),
  };
  const gathered = gather(texts, counted.termsOfText, Object.values(lists).flat(), options.days);
  const finish = (tallies: Tally[], inNow: boolean): Gathered[] =>
    distinct(
      tallies.flatMap((tally) => gathered.get(tally) ?? []),
      inNow,
    ).slice(0, options.limit);
  yield;
  const rising = finish(lists.rising, true);
  yield;
  const falling = finish(lists.falling, false);
  yield;
  const common = finish(lists.common, true);
  yield* nameTopics(new Set([...rising, ...falling, ...common]), options.unwanted);
  const topicsOf = (list: Gathered[]): Topic[] => list.map(({ topic }) => topic);
  return { rising: topicsOf(rising), falling: topicsOf(falling), common: topicsOf(common) };
}

/** All steps of `topicSteps` at once. */
export function findTopics(...input: Parameters<typeof topicSteps>): Topics {
  const steps = topicSteps(...input);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

function* countTerms(
  texts: readonly TopicText[],
  unwanted: Unwanted,
  settings: TopicSettings,
): Generator<void, { tallies: Tally[]; termsOfText: Tally[][] }, void> {
  const languages = new Map<string | null, { terms: Map<string, Tally>; now: number; before: number }>();
  const termsOfText: Tally[][] = [];
  for (const [index, { text, language, now }] of texts.entries()) {
    if (index % TEXTS_A_STEP === TEXTS_A_STEP - 1) yield;
    let spoken = languages.get(language);
    if (spoken === undefined) {
      spoken = { terms: new Map(), now: 0, before: 0 };
      languages.set(language, spoken);
    }
    spoken[now ? 'now' : 'before'] += 1;
    const found = new Set<Tally>();
    for (const { key } of termsOf(text, language, unwanted)) {
      let tally = spoken.terms.get(key);
      if (tally === undefined) {
        tally = { key, language, now: 0, before: 0, score: 0 };
        spoken.terms.set(key, tally);
      }
      if (found.has(tally)) continue;
      found.add(tally);
      tally[now ? 'now' : 'before'] += 1;
    }
    termsOfText.push([...found]);
  }
  const tallies: Tally[] = [];
  for (const { terms, now, before } of languages.values()) {
    for (const tally of terms.values()) {
      if (Math.max(tally.now, tally.before) < settings.leastTexts) continue;
      tally.score = logOddsScore(tally.now, now, tally.before, before, settings.priorTexts);
      tallies.push(tally);
    }
  }
  return { tallies, termsOfText };
}

interface Gathered {
  key: string;
  topic: Topic;
  words: string[];
  textsNow: Map<number, TopicText>;
  textsBefore: Map<number, TopicText>;
}

/** The texts of the chosen terms. */
function gather(
  texts: readonly TopicText[],
  termsOfText: readonly Tally[][],
  chosen: readonly Tally[],
  days: number,
): Map<Tally, Gathered> {
  const found = new Map(chosen.map((tally) => [tally, empty(tally, days)]));
  texts.forEach((text, index) => {
    for (const tally of termsOfText[index] ?? []) {
      const gathered = found.get(tally);
      if (gathered !== undefined) addText(gathered, text);
    }
  });
  return found;
}

/** Reads the texts of the topics to be shown once more, for the forms in which they are written there. */
function* nameTopics(shown: ReadonlySet<Gathered>, unwanted: Unwanted): Generator<void, void, void> {
  const forms = new Map<string, Map<string, number>>();
  const nameOf = (language: string | null, key: string): string => `${language ?? ''} ${key}`;
  const wanted = new Set<TopicText>();
  for (const { key, topic, textsNow, textsBefore } of shown) {
    forms.set(nameOf(topic.language, key), new Map());
    for (const text of textsNow.values()) wanted.add(text);
    for (const text of textsBefore.values()) wanted.add(text);
  }
  for (const [index, text] of [...wanted].entries()) {
    if (index % TEXTS_A_STEP === TEXTS_A_STEP - 1) yield;
    for (const { key, surface } of termsOf(text.text, text.language, unwanted)) {
      const counts = forms.get(nameOf(text.language, key));
      counts?.set(surface, (counts.get(surface) ?? 0) + 1);
    }
  }
  for (const { key, topic, textsNow, textsBefore } of shown) {
    const counts = [...(forms.get(nameOf(topic.language, key)) ?? [])].sort(([, a], [, b]) => b - a);
    topic.term = commonForm(counts);
    topic.query = queryOf(counts.map(([surface]) => surface));
    const ids = [...(textsNow.size > 0 ? textsNow : textsBefore).keys()];
    topic.examples = ids.sort((a, b) => b - a).slice(0, EXAMPLES);
  }
}

const empty = ({ key, language, now, before, score }: Tally, days: number): Gathered => ({
  key,
  topic: {
    term: '',
    language,
    count: now,
    before,
    score,
    negative: 0,
    neutral: 0,
    positive: 0,
    undefined: 0,
    days: Array.from({ length: days }, () => 0),
    examples: [],
    query: '',
  },
  words: key.split(' '),
  textsNow: new Map(),
  textsBefore: new Map(),
});

function addText({ topic, textsNow, textsBefore }: Gathered, text: TopicText): void {
  topic.days[text.day] = (topic.days[text.day] ?? 0) + 1;
  (text.now ? textsNow : textsBefore).set(text.id, text);
  if (text.now) topic[text.sentiment] += 1;
}

/** The form written most often; where capitals alone differ, all its writings count for the most usual of them. */
function commonForm(counts: readonly (readonly [string, number])[]): string {
  const sums = new Map<string, { n: number; surface: string }>();
  for (const [surface, n] of counts) {
    const lower = surface.toLowerCase();
    const known = sums.get(lower);
    if (known === undefined) sums.set(lower, { n, surface });
    else known.n += n;
  }
  let best = { n: 0, surface: '' };
  for (const sum of sums.values()) if (sum.n > best.n) best = sum;
  return best.surface;
}

/** One of `surfaces` for each way of folding; in quotes where it is a phrase, or a word of the query language. */
function queryOf(surfaces: readonly string[]): string {
  const forms = new Map<string, string>();
  for (const surface of surfaces) {
    const form = surface.toLowerCase().replace(/[-'’]/g, ' ');
    if (!forms.has(fold(form))) forms.set(fold(form), form);
  }
  return [...forms.values()]
    .slice(0, MOST_FORMS)
    .map((form) => (form.includes(' ') || RESERVED.has(form) ? `"${form}"` : form))
    .join(' OR ');
}

/** Leaves one of those that say one thing, and a phrase in the place of a word that hardly occurs without it. */
function distinct(candidates: readonly Gathered[], inNow: boolean): Gathered[] {
  const textsOf = (one: Gathered): Map<number, TopicText> => (inNow ? one.textsNow : one.textsBefore);
  const kept: Gathered[] = [];
  for (const candidate of candidates) {
    const texts = textsOf(candidate);
    const twin = kept.findIndex((other) => {
      const others = textsOf(other);
      const shared = [...texts.keys()].filter((id) => others.has(id)).length;
      const related = candidate.words.some((word) => other.words.includes(word));
      const least = related ? PHRASE_STANDS_FOR : SAME_TEXTS;
      return shared >= least * (texts.size + others.size - shared);
    });
    const other = kept[twin];
    if (other === undefined) kept.push(candidate);
    else if (isPhraseOf(candidate, other)) kept[twin] = candidate;
  }
  return kept;
}

const isPhraseOf = (phrase: Gathered, word: Gathered): boolean =>
  phrase.words.length > word.words.length && word.words.every((one) => phrase.words.includes(one));
