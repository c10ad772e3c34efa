import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { noJudge, type Judge } from '../collect/judge.ts';
import { influenceOf } from '../understand/influence.ts';
import { detectLanguage } from '../understand/language.ts';
import { defaultMonthlyVisitors, reachOf } from '../understand/reach.ts';
import { loadSentiment, type SentimentModel } from '../understand/sentiment.ts';

/**
 * Understanding with the models of `folder`. Without the files (a build that lost them) sentiment is
 * `undefined` and everything else works.
 */
export function loadUnderstanding(folder: string, warn: (message: string) => void): Omit<Judge, 'ready'> {
  const model = loadModel(folder, warn);
  return {
    language: (text, hint) => detectLanguage(text.slice(0, 2000), hint),
    sentiment: (input) => model?.judge(input) ?? noJudge.sentiment(input),
    reach: ({ kind, views, followers }) =>
      reachOf({
        kind,
        views,
        followers,
        // Until a site is in the user's own table it counts as a small one.
        monthlyVisitors: defaultMonthlyVisitors.small,
        placement: 'deep',
      }).value ?? 0,
    influence: (reach) => influenceOf({ typicalReach: reach, interactionRate: null, usualRate: null }).value,
  };
}

function loadModel(folder: string, warn: (message: string) => void): SentimentModel | null {
  const weights = join(folder, 'sentiment.bin');
  const lexicon = join(folder, 'lexicon.txt');
  if (existsSync(weights) && existsSync(lexicon)) {
    return loadSentiment(readFileSync(weights), readFileSync(lexicon));
  }
  warn(`the sentiment model is missing from ${folder}; sentiment stays undefined`);
  return null;
}
