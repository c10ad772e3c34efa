import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unjudged, type JudgeInput, type Judged } from '../collect/judge.ts';
import { signature } from '../understand/duplicates.ts';
import { detectLanguage } from '../understand/language.ts';
import { loadSentiment, type SentimentModel } from '../understand/sentiment.ts';

/** Enough of a text to tell its language. */
const LANGUAGE_CHARS = 2000;

/**
 * Understanding with the models of `folder`. Without the files (a build that lost them) sentiment is
 * `undefined` and everything else works.
 */
export function loadUnderstanding(
  folder: string,
  warn: (message: string) => void,
): (input: JudgeInput) => Judged {
  const model = loadModel(folder, warn);
  return (input) => {
    const { title, text, hint, kind } = input;
    const whole = title === '' ? text : `${title}\n${text}`;
    const language = detectLanguage(whole.slice(0, LANGUAGE_CHARS), hint);
    const { sentiment, score } = model?.judge({ title, text, language, kind }) ?? unjudged(input);
    return { language, sentiment, score, signature: signature(whole) };
  };
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
