import type { ItemKind } from '#shared/model/item.ts';
import { type Lexicon, strengthOf } from './lexicon.ts';
import { CONTRASTS, NEGATORS, type SentimentLanguage } from './negators.ts';
import { foldWord, isDrawnOut, isShouted, plainEmoji, type Token, tokenize } from './tokens.ts';

/** 2^20 places for hashed features; with three int8 classes each, 3 MB. */
export const BUCKETS = 1 << 20;

/** Only this much of a text is judged: what follows repeats it, and a hostile text must not cost more. */
export const LONGEST_TEXT = 4000;

/** How far a negator reaches, in words, unless punctuation ends it first. */
const NEGATION_REACH = 3;

/** Values before scaling; chosen on the dev splits, where they matter little within ± 40 %. */
const WORD_VALUE = 0.7;
const CHAR_SHARE = 1.7;
const PAIR_SHARE = 0.6;
const AFTER_CONTRAST = 1.4;
const TURNED = -0.6;

/** Whom a feature belongs to: every text, one language, or one kind of source. */
export const SCOPE = { shared: 0, language: 1, kind: 2 } as const;

/** Called once per feature of a text: its place 0…BUCKETS−1, its value, and its `SCOPE`. */
export type Emit = (place: number, value: number, scope: number) => void;

/** FNV-1a over UTF-16 units, continued from `seed`. */
export function hashText(text: string, seed: number): number {
  let h = seed;
  for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h;
}

/** Spreads a hash over the places (murmur3's finaliser): FNV's low bits alone collide too often. */
export function place(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) & (BUCKETS - 1);
}

const seedOf = (name: string): number => hashText(name, 0x811c9dc5 | 0);
const WORD = seedOf('word');
const NEGATED = seedOf('negated');
const CHARS = seedOf('chars');
const PAIR = seedOf('pair');

/** What reading a text needs to know of a word. */
export interface WordSense {
  folded: string;
  hash: number;
  strength: number;
  negates: boolean;
  contrasts: boolean;
}

/** What can be known of a word without its neighbours; the same for every text, hence worth keeping. */
export interface WordFacts extends WordSense {
  /** Places and values of the word itself and of its character n-grams. */
  plain: { places: Int32Array; values: Float32Array };
  /** The same where a negator reaches it. */
  negated: { places: Int32Array; values: Float32Array };
}

/** The facts of one word in one language. */
export function wordFacts(raw: string, language: SentimentLanguage, lexicon: Lexicon): WordFacts {
  const folded = foldWord(raw);
  const hash = hashText(folded, WORD);
  const langSeed = seedOf(language);
  const grams = charPlaces(folded);
  const gramValue = CHAR_SHARE / Math.sqrt(Math.max(1, grams.length));
  const own = (seed: number): [number, number] => [
    place(hashText(folded, seed)),
    place(hashText(folded, seed ^ langSeed)),
  ];
  const pack = (words: [number, number]): { places: Int32Array; values: Float32Array } => ({
    places: Int32Array.from([...words, ...grams]),
    values: Float32Array.from([WORD_VALUE, WORD_VALUE, ...grams.map(() => gramValue)]),
  });
  return {
    folded,
    hash,
    strength: strengthOf(lexicon, language, folded),
    negates: NEGATORS[language].has(folded),
    contrasts: CONTRASTS[language].has(folded),
    plain: pack(own(WORD)),
    negated: pack(own(NEGATED)),
  };
}

/** Character 2–5-grams within the word, its ends marked, so that endings and stems are told apart. */
function charPlaces(folded: string): number[] {
  const marked = `_${folded}_`;
  const places: number[] = [];
  for (let i = 0; i < marked.length; i += 1) {
    let h = CHARS;
    for (let n = 1; n <= 5 && i + n <= marked.length; n += 1) {
      h = Math.imul(h ^ marked.charCodeAt(i + n - 1), 0x01000193);
      if (n >= 2) places.push(place(h));
    }
  }
  return places;
}

/** One word or emoji of a text as the model sees it. */
export interface Seen<Facts extends WordSense = WordSense> {
  token: Token;
  facts: Facts | null;
  negated: boolean;
  /** How much it counts: more after a contrast such as "but". */
  weight: number;
  /** Place of the pair a word forms with the word before it; of an emoji, its own place. */
  place: number;
  /** What `place` counts before scaling. */
  value: number;
  /** What it adds to the word list's good (above 0) or bad (below 0) sum. */
  strength: number;
  /** What an emoji adds to the good or bad emoji sum. */
  emoji: number;
}

/** The sums over a text that become its global features. */
export interface Totals {
  words: number;
  good: number;
  bad: number;
  emojiGood: number;
  emojiBad: number;
  shouts: number;
  asks: number;
  capitals: number;
  drawnOut: number;
  links: number;
  mentions: number;
}

/** Walks a text once. `factsOf` answers the facts of a raw word (from a cache, or fresh). */
export function readText<Facts extends WordSense>(
  text: string,
  lexicon: Lexicon,
  factsOf: (raw: string) => Facts,
): { seen: Seen<Facts>[]; totals: Totals } {
  const seen: Seen<Facts>[] = [];
  const totals = noTotals();
  let reach = 0;
  let weight = 1;
  let before = PAIR;
  for (const token of tokenize(text)) {
    if (token.kind === 'word') {
      const facts = factsOf(token.raw);
      const negated = reach > 0;
      const strength = facts.strength * weight * (negated ? TURNED : 1);
      countWord(totals, token.raw, strength);
      const pair = place(Math.imul(before, 0x01000193) ^ facts.hash ^ PAIR);
      seen.push({ token, facts, negated, weight, place: pair, value: PAIR_SHARE, strength, emoji: 0 });
      before = facts.hash;
      reach = facts.negates ? NEGATION_REACH : Math.max(0, reach - 1);
      if (facts.contrasts) weight = AFTER_CONTRAST;
      continue;
    }
    reach = token.kind === 'stop' || token.kind === 'shout' || token.kind === 'ask' ? 0 : reach;
    if (token.kind === 'emoji' || token.kind === 'emoticon') {
      const emoji = emojiStrength(token.raw, lexicon);
      totals.emojiGood += Math.max(0, emoji);
      totals.emojiBad += Math.max(0, -emoji);
      const own = place(hashText(plainEmoji(token.raw), WORD));
      seen.push({ token, facts: null, negated: false, weight, place: own, value: 1, strength: 0, emoji });
    } else if (token.kind === 'shout') totals.shouts += token.raw.length;
    else if (token.kind === 'ask') totals.asks += 1;
    else if (token.kind === 'url') totals.links += 1;
    else if (token.kind === 'mention') totals.mentions += 1;
  }
  return { seen, totals };
}

function countWord(totals: Totals, raw: string, strength: number): void {
  totals.words += 1;
  if (strength > 0) totals.good += strength;
  else totals.bad -= strength;
  if (isShouted(raw)) totals.capitals += 1;
  if (isDrawnOut(raw)) totals.drawnOut += 1;
}

const HAPPY = /[)D3\]*pP]$/;

function emojiStrength(raw: string, lexicon: Lexicon): number {
  const known = lexicon.emoji.get(plainEmoji(raw));
  // The published list rates rare symbols ±5 from a handful of tweets: they are not worth more than a heart.
  if (known !== undefined) return Math.max(-3, Math.min(3, known));
  if (!/^[<:;=]/.test(raw)) return 0;
  return HAPPY.test(raw) ? 2 : /[(/|[]$/.test(raw) ? -2 : 0;
}

const noTotals = (): Totals => ({
  words: 0,
  good: 0,
  bad: 0,
  emojiGood: 0,
  emojiBad: 0,
  shouts: 0,
  asks: 0,
  capitals: 0,
  drawnOut: 0,
  links: 0,
  mentions: 0,
});

/** How the values of words are scaled: long texts must not be surer than short ones merely by length. */
export function wordScale(seenCount: number): number {
  return 2 / Math.sqrt(seenCount + 2);
}

/** Global features: bias, word-list sums, emoji, punctuation; each shared, per language and per kind of source. */
export function emitTotals(
  totals: Totals,
  language: SentimentLanguage,
  kind: ItemKind | null,
  emit: (place: number, value: number, scope: number) => void,
): void {
  const scopes = scopesOf(language, kind);
  const net = totals.good - totals.bad;
  const per = Math.sqrt(totals.words + 1);
  const named: [number, number][] = [
    [GLOBALS.bias, 0.5],
    [GLOBALS.good, Math.log1p(totals.good)],
    [GLOBALS.bad, Math.log1p(totals.bad)],
    [GLOBALS.density, Math.max(-2, Math.min(2, net / per))],
    [GLOBALS.emojiGood, Math.log1p(totals.emojiGood)],
    [GLOBALS.emojiBad, Math.log1p(totals.emojiBad)],
    [GLOBALS.shouts, Math.min(2, Math.log1p(totals.shouts))],
    [GLOBALS.asks, Math.min(2, Math.log1p(totals.asks))],
    [GLOBALS.capitals, Math.min(2, Math.log1p(totals.capitals))],
    [GLOBALS.drawnOut, totals.drawnOut > 0 ? 1 : 0],
    [GLOBALS.links, totals.links > 0 ? 0.5 : 0],
    [GLOBALS.mentions, totals.mentions > 0 ? 0.5 : 0],
    [GLOBALS.net[Math.max(-4, Math.min(4, Math.round(net / 1.5))) + 4] ?? GLOBALS.bias, 0.7],
  ];
  for (const [hash, value] of named) {
    if (value === 0) continue;
    scopes.forEach((scope, at) => emit(place(hash ^ scope), value, at));
  }
}

const GLOBALS = {
  bias: seedOf('#bias'),
  good: seedOf('#good'),
  bad: seedOf('#bad'),
  density: seedOf('#density'),
  emojiGood: seedOf('#emoji+'),
  emojiBad: seedOf('#emoji-'),
  shouts: seedOf('#!'),
  asks: seedOf('#?'),
  capitals: seedOf('#caps'),
  drawnOut: seedOf('#drawn'),
  links: seedOf('#url'),
  mentions: seedOf('#at'),
  net: [-4, -3, -2, -1, 0, 1, 2, 3, 4].map((n) => seedOf(`#net${n}`)),
};

const scopeCache = new Map<string, readonly number[]>();

function scopesOf(language: SentimentLanguage, kind: ItemKind | null): readonly number[] {
  const key = `${language}/${kind ?? ''}`;
  let scopes = scopeCache.get(key);
  if (scopes === undefined) {
    scopes = [0, seedOf(`lang:${language}`), ...(kind === null ? [] : [seedOf(`kind:${kind}`)])];
    scopeCache.set(key, scopes);
  }
  return scopes;
}

/** Every feature of a text, one by one: what training sees, and what `judge` sums from cached parts. */
export function emitAll(
  text: string,
  language: SentimentLanguage,
  kind: ItemKind | null,
  lexicon: Lexicon,
  factsOf: (raw: string) => WordFacts,
  emit: Emit,
): void {
  const { seen, totals } = readText(text, lexicon, factsOf);
  const scale = wordScale(seen.length);
  for (const one of seen) {
    const value = scale * one.weight;
    emit(one.place, value * one.value, SCOPE.shared);
    if (one.facts === null) continue;
    const { places, values } = one.negated ? one.facts.negated : one.facts.plain;
    for (let i = 0; i < places.length; i += 1) emit(places[i] ?? 0, value * (values[i] ?? 0), SCOPE.shared);
  }
  emitTotals(totals, language, kind, emit);
}
