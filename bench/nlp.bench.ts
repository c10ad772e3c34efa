/**
 * How well and how fast texts are understood, on the dev splits of the labelled data:
 *   npm run bench -- nlp [folder, default ../shared/data/sentiment]
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
import { macroF1 } from '#engine/understand/training/score.ts';
import { type Labelled, parseSet, SETS } from '#engine/understand/training/sets.ts';
import { random } from '#engine/understand/training/softmax.ts';
import { CLASSES } from '#engine/understand/weights.ts';

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

function sentiment(): void {
  console.log('Sentiment, macro-F1 %, dev splits (model / word list alone)');
  const sets = Map.groupBy(dev, (one) => one.set);
  const umsab: [number, number][] = [];
  for (const [set, texts] of sets) {
    const ours = score(texts, (one) => CLASSES.findIndex((c) => c === model.judge(one).sentiment));
    const list = score(texts, byWordList);
    if (set.startsWith('umsab')) umsab.push([ours, list]);
    console.log(
      `  ${set.padEnd(16)} n=${String(texts.length).padEnd(5)} ${ours.toFixed(1)} / ${list.toFixed(1)}`,
    );
  }
  const mean = (at: 0 | 1): string => (umsab.reduce((sum, m) => sum + m[at], 0) / umsab.length).toFixed(1);
  if (umsab.length > 0) console.log(`  umsab mean              ${mean(0)} / ${mean(1)}`);
  const sure = dev
    .map((one) => ({ ...model.judge(one), label: one.label }))
    .filter((j) => j.certainty >= 0.7);
  const right = sure.filter((j) => j.sentiment === j.label).length;
  const share = percent(sure.length, dev.length);
  console.log(`  certainty ≥ 0.7: ${share} of texts, ${percent(right, sure.length)} of those right`);
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
  console.log('Language, % right, dev splits (all / under 60 characters; null counts as wrong)');
  for (const [code, texts] of Map.groupBy(dev, (one) => one.language)) {
    const short = texts.filter((one) => one.text.length < 60);
    const right = (some: Labelled[]): number =>
      some.filter((one) => detectLanguage(one.text) === code).length;
    const silent = texts.filter((one) => detectLanguage(one.text) === null).length;
    console.log(
      `  ${code}  n=${texts.length}/${short.length}  ${percent(right(texts), texts.length)} / ${percent(right(short), short.length)}  null ${percent(silent, texts.length)}`,
    );
  }
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
    const found = (copies: string[]): string =>
      percent(copies.filter((copy, i) => meet(copy, texts[i] ?? '')).length, copies.length);
    const signs = texts.map(signature);
    let pairs = 0;
    let wrong = 0;
    for (let i = 0; i < signs.length; i += 1) {
      for (let j = i + 1; j < signs.length; j += 1) {
        const [a, b] = [signs[i], signs[j]];
        if (a === undefined || b === undefined) continue;
        pairs += 1;
        if (areDuplicates(a, b)) wrong += 1;
      }
    }
    console.log(
      `  ${name.padEnd(5)} 10 % of words changed ${found(changed)}, first 60 % kept ${found(cut)}; pairs of different texts called alike: ${wrong} of ${pairs}`,
    );
  }
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
  const time = (what: string, run: (one: Labelled) => unknown): void => {
    for (const one of texts.slice(0, 3000)) run(one);
    const start = performance.now();
    for (const one of texts) run(one);
    const perSecond = (texts.length / (performance.now() - start)) * 1000;
    console.log(`  ${what.padEnd(36)} ${Math.round(perSecond).toLocaleString('en')} texts/s`);
  };
  console.log(`Throughput, one thread, ${texts.length} texts`);
  time('language', (one) => detectLanguage(one.text));
  time('sentiment', (one) => model.judge(one));
  time('sentiment with reasons', (one) => model.explain(one));
  time('duplicates (signature and bands)', (one) => bands(signature(one.text)));
  time('language + sentiment + duplicates', (one) => {
    const found = detectLanguage(one.text);
    bands(signature(one.text));
    return model.judge({ text: one.text, language: found, kind: one.kind });
  });
}

function percent(part: number, whole: number): string {
  return whole === 0 ? 'none' : `${((part / whole) * 100).toFixed(1)} %`;
}
