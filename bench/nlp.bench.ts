/**
 * How well and how fast texts are understood, on the dev splits of the labelled data, each figure beside its bar:
 *   npm run bench:nlp -- [folder, default ../shared/data/sentiment]
 * Prints the word list alone (machine-translated AFINN) beside the model. The official test splits are not
 * read here. Says so where something is missing.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { areDuplicates, bands, signature } from '#engine/understand/duplicates.ts';
import { detectLanguage } from '#engine/understand/language.ts';
import { parseLexicon } from '#engine/understand/lexicon.ts';
import { loadSentiment } from '#engine/understand/sentiment.ts';
import { foldWord, tokenize } from '#engine/understand/tokens.ts';
import { ownTexts } from '#engine/understand/training/index.ts';
import { macroF1 } from '#engine/understand/training/score.ts';
import { type Labelled, parseSet, SETS } from '#engine/understand/training/sets.ts';
import { random } from '#engine/understand/training/softmax.ts';
import { CLASSES } from '#engine/understand/weights.ts';

/** They do not count as characters where a text's length is asked: they are dropped before looking. */
const LINKS_AND_NAMES = /https?\S*|www\.\S+|@\w+/g;
const root = resolve(import.meta.dirname, '..');
const folder = resolve(process.argv[2] ?? join(root, '../shared/data/sentiment'));
const models = join(root, 'assets/models');
const lexiconBytes = readFileSync(join(models, 'lexicon.txt'));
const lexicon = parseLexicon(lexiconBytes);
const model = loadSentiment(readFileSync(join(models, 'sentiment.bin')), lexiconBytes);

const all = SETS.flatMap((set) => {
  const file = join(folder, `${set.name}.jsonl`);
  if (existsSync(file)) return parseSet(set, readFileSync(file, 'utf8'));
  console.log(`SKIPPED: ${set.name}.jsonl is not in ${folder}`);
  return [];
});
const dev = all.filter((one) => one.split === 'dev');
if (dev.length === 0) {
  console.log(`SKIPPED: no labelled texts in ${folder}; nothing was measured.`);
} else {
  sentiment();
  language();
  duplicates();
  throughput();
}

/** One measured bar: the figure, what it should reach, and whether it does. */
function bar(what: string, figure: number, least: number, unit = ''): void {
  const verdict = figure >= least ? 'pass' : 'BELOW';
  const shown = figure.toLocaleString('en', { maximumFractionDigits: 1 });
  console.log(`  ${verdict.padEnd(5)}  ${what}: ${shown}${unit}, bar ≥ ${least.toLocaleString('en')}`);
}

function sentiment(): void {
  console.log('Sentiment, macro-F1 %, dev splits (model / word list alone)');
  const umsab: [number, number][] = [];
  let romanian: number | null = null;
  for (const [set, texts] of Map.groupBy(dev, (one) => one.set)) {
    const ours = score(texts, (one) => CLASSES.findIndex((c) => c === model.judge(one).sentiment));
    const list = score(texts, byWordList);
    if (set.startsWith('umsab')) umsab.push([ours, list]);
    if (set === 'sart') romanian = ours;
    console.log(`  ${set.padEnd(16)} n=${texts.length}  ${ours.toFixed(1)} / ${list.toFixed(1)}`);
  }
  if (umsab.length > 0) {
    console.log(`  umsab mean of the word list alone ${mean(umsab.map((m) => m[1])).toFixed(1)}`);
    bar('six languages of tweets, mean', mean(umsab.map((m) => m[0])), 61);
  }
  if (romanian !== null) bar('Romanian tweets', romanian, 75);
  console.log(
    '  not here: hotel reviews en ≥ 66 and es ≥ 56, Romanian product reviews ≥ 88, seven domains nl ≥ 50 and hr ≥ 45 are judged on other data',
  );
  const sure = dev
    .map((one) => ({ ...model.judge(one), label: one.label }))
    .filter((j) => j.certainty >= 0.7);
  const right = sure.filter((j) => j.sentiment === j.label).length;
  const share = percent(sure.length, dev.length);
  console.log(`  certainty ≥ 0.7: ${share} of texts, ${percent(right, sure.length)} of those right`);
}

function mean(figures: number[]): number {
  return figures.reduce((sum, one) => sum + one, 0) / figures.length;
}

function score(texts: Labelled[], judge: (one: Labelled) => number): number {
  return macroF1(texts.map((one) => [CLASSES.indexOf(one.label), judge(one)] as const)) * 100;
}

function byWordList(one: Labelled): number {
  let sum = 0;
  for (const { raw, kind } of tokenize(one.text)) {
    if (kind === 'word') sum += lexicon.words[one.language].get(foldWord(raw)) ?? 0;
    else if (kind === 'emoji') sum += lexicon.emoji.get(raw) ?? 0;
  }
  return sum < 0 ? 0 : sum === 0 ? 1 : 2;
}

function language(): void {
  console.log('Language, % right, under 60 characters without links and names; null counts as wrong');
  const isShort = (text: string): boolean => text.replace(LINKS_AND_NAMES, ' ').trim().length < 60;
  const tweets = dev.filter((one) => one.kind === 'social' && isShort(one.text));
  bar('tweets, mean of languages', rightPerLanguage(tweets), 97.5, ' %');
  const reviews = ownTexts
    .filter((set) => set.kind === 'review')
    .flatMap((set) => CLASSES.flatMap((c) => set[c].map((text) => ({ text, language: set.language }))))
    .filter((one) => one.text.length < 60);
  bar('own review sentences, mean of languages', rightPerLanguage(reviews), 99, ' %');
}

function rightPerLanguage(texts: { text: string; language: string }[]): number {
  const shares: number[] = [];
  const shown: string[] = [];
  for (const [code, some] of Map.groupBy(texts, (one) => one.language)) {
    const found = some.map((one) => detectLanguage(one.text));
    const right = found.filter((one) => one === code).length;
    const silent = found.filter((one) => one === null).length;
    shares.push((right / some.length) * 100);
    shown.push(`${code} ${percent(right, some.length)} of ${some.length} (null ${silent})`);
  }
  console.log(`  ${shown.join(', ')}`);
  return mean(shares);
}

/** Long texts are made by joining eight of one language: the sets hold short ones only. */
function duplicates(): void {
  const next = random(7);
  const tweets = dev.filter((one) => one.text.split(/\s+/).length >= 8).slice(0, 1500);
  const long = Array.from({ length: 150 }, (_, i) =>
    tweets
      .slice(i * 8, i * 8 + 8)
      .map((one) => one.text)
      .join(' '),
  );
  console.log('Near-duplicates, % found through bands and threshold');
  for (const [name, texts] of [
    ['short', tweets.map((one) => one.text)],
    ['long', long],
  ] as const) {
    const changed = texts.map((text) =>
      edit(text, (words) => words.map((w) => (next() < 0.1 ? `x${Math.floor(next() * 1e6)}` : w))),
    );
    const cut = texts.map((text) => edit(text, (words) => words.slice(0, Math.ceil(words.length * 0.6))));
    const found = (copies: string[]): number =>
      (copies.filter((copy, i) => meet(copy, texts[i] ?? '')).length / copies.length) * 100;
    bar(`${name}, 10 % of words changed`, found(changed), 95, ' %');
    bar(`${name}, first 60 % kept`, found(cut), 99, ' %');
    const { pairs, wrong, copies } = falsePairs(texts);
    const verdict = wrong <= Math.max(1, pairs / 1e6) ? 'pass' : 'BELOW';
    console.log(
      `  ${verdict.padEnd(5)}  ${name}, different texts called alike: ${wrong} of ${pairs.toLocaleString('en')} pairs, bar ≤ 1 per million (${copies} sharing 3 of 5 words set aside)`,
    );
  }
}

/**
 * The data holds reposts and posts quoting one headline: pairs that share three of five words are set aside. Read by
 * hand, all but one of those 19 were copies (the one: two posts made from the same "liked a video" template).
 */
function falsePairs(texts: readonly string[]): { pairs: number; wrong: number; copies: number } {
  const signs = texts.map(signature);
  const words = texts.map((text) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu)));
  const found = { pairs: 0, wrong: 0, copies: 0 };
  signs.forEach((a, i) => {
    for (let j = i + 1; j < signs.length; j += 1) {
      const b = signs[j];
      found.pairs += 1;
      if (b === undefined || !areDuplicates(a, b)) continue;
      const [x, y] = [words[i] ?? new Set(), words[j] ?? new Set()];
      if (x.intersection(y).size >= Math.min(x.size, y.size) * 0.6) found.copies += 1;
      else found.wrong += 1;
    }
  });
  return found;
}

function meet(a: string, b: string): boolean {
  const [x, y] = [signature(a), signature(b)];
  const keys = new Set(bands(x));
  return bands(y).some((key) => keys.has(key)) && areDuplicates(x, y);
}

function edit(text: string, change: (words: string[]) => string[]): string {
  return change(text.split(/\s+/)).join(' ');
}

function throughput(): void {
  const texts = all.slice(0, 20_000);
  const time = (what: string, run: (one: Labelled) => unknown, least = 0): void => {
    for (const one of texts.slice(0, 3000)) run(one);
    const start = process.threadCpuUsage();
    for (const one of texts) run(one);
    const { user, system } = process.threadCpuUsage(start);
    const perSecond = (texts.length / (user + system)) * 1e6;
    if (least > 0) bar(what, Math.round(perSecond), least, ' texts/s');
    else console.log(`         ${what}: ${Math.round(perSecond).toLocaleString('en')} texts/s`);
  };
  console.log(`Throughput in this thread's own time, ${texts.length} texts`);
  time('language', (one) => detectLanguage(one.text));
  time('sentiment', (one) => model.judge(one));
  time('sentiment with reasons', (one) => model.explain(one));
  time('duplicates (signature and bands)', (one) => bands(signature(one.text)));
  time(
    'language + sentiment + duplicates',
    (one) => {
      const found = detectLanguage(one.text);
      bands(signature(one.text));
      return model.judge({ text: one.text, language: found, kind: one.kind });
    },
    8000,
  );
}

function percent(part: number, whole: number): string {
  return whole === 0 ? 'none' : `${((part / whole) * 100).toFixed(1)} %`;
}
