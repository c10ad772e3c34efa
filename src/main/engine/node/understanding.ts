import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  unexplained,
  unjudged,
  type Explained,
  type ExplainInput,
  type JudgeInput,
  type Judged,
  type Opinion,
} from '../collect/judge.ts';
import { signature } from '../understand/duplicates.ts';
import { detectLanguage } from '../understand/language.ts';
import {
  applyHead,
  headFeatures,
  headReasons,
  unpackHead,
  type PersonalHead,
} from '../understand/personal.ts';
import {
  decide,
  loadSentiment,
  MOST_REASONS,
  type Judgement,
  type SentimentModel,
} from '../understand/sentiment.ts';

/** Enough of a text to tell its language. */
const LANGUAGE_CHARS = 2000;

/** Understanding in this thread: what a `Judge` asks for, at once. */
export interface Understanding {
  judge(input: JudgeInput): Judged;
  explain(input: ExplainInput): Explained;
  learn(head: Uint8Array | null): void;
}

/**
 * Understanding with the models of `folder`. Without the files (a build that lost them) sentiment is
 * `undefined` and everything else works.
 */
export function loadUnderstanding(folder: string, warn: (message: string) => void): Understanding {
  const model = loadModel(folder, warn);
  let head: PersonalHead | null = null;
  /** With what was learned; null where there is nothing, or the language is not understood. */
  const learnedOf = (input: ExplainInput, base: Judgement): Judgement | null =>
    head === null || model === null || base.sentiment === 'undefined'
      ? null
      : decide(applyHead(head, headFeatures(input), base.logits), model.header.temperature);
  return {
    judge(input) {
      const { title, text, hint, kind } = input;
      const whole = title === '' ? text : `${title}\n${text}`;
      const language = detectLanguage(whole.slice(0, LANGUAGE_CHARS), hint);
      const base = model?.judge({ title, text, language, kind });
      const { sentiment, score } =
        base === undefined ? unjudged(input) : (learnedOf({ title, text, language, kind }, base) ?? base);
      return { language, sentiment, score, signature: signature(whole) };
    },
    explain(input) {
      if (model === null) return unexplained;
      const base = model.explain(input);
      const learned = learnedOf(input, base);
      const words = base.why.map((reason) => ({ ...reason, learned: false }));
      if (head !== null && learned !== null) words.push(...learnedWords(head, input));
      return {
        base: { ...opinion(base), logits: base.logits },
        learned: learned === null ? null : opinion(learned),
        words: words.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)),
      };
    },
    learn(packed) {
      head = packed === null ? null : unpackHead(packed);
    },
  };
}

const opinion = ({ sentiment, score, certainty }: Judgement): Opinion => ({ sentiment, score, certainty });

/** Less than this, in logits, is not worth telling. */
const WORTH_TELLING = 0.03;

/** What the head adds, by word; title and text are one text to it. */
function learnedWords(head: PersonalHead, input: ExplainInput): Explained['words'] {
  const shift = input.title === '' ? 0 : input.title.length + 1;
  return headReasons(head, input)
    .filter(({ weight }) => Math.abs(weight) >= WORTH_TELLING)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .slice(0, MOST_REASONS)
    .map(({ word, start, end, weight }) =>
      start < shift
        ? { word, in: 'title', start, end, weight, learned: true }
        : { word, in: 'text', start: start - shift, end: end - shift, weight, learned: true },
    );
}

/** The sentiment model of `folder`, or null with a warning where its files are missing. */
export function loadModel(folder: string, warn: (message: string) => void): SentimentModel | null {
  const weights = join(folder, 'sentiment.bin');
  const lexicon = join(folder, 'lexicon.txt');
  if (existsSync(weights) && existsSync(lexicon)) {
    return loadSentiment(readFileSync(weights), readFileSync(lexicon));
  }
  warn(`the sentiment model is missing from ${folder}; sentiment stays undefined`);
  return null;
}
