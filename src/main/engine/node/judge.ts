import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { noJudge, type Judge } from '../collect/judge.ts';
import { influenceOf } from '../understand/influence.ts';
import { detectLanguage } from '../understand/language.ts';
import { defaultMonthlyVisitors, reachOf } from '../understand/reach.ts';
import { loadSentiment, type SentimentModel } from '../understand/sentiment.ts';

/**
 * Understanding with the models of `folder`, loaded at the first item: a start must not wait for them. Without
 * the files (a build that lost them) sentiment is `undefined` and everything else works.
 */
export function createJudge(folder: string, warn: (message: string) => void): Judge {
  let model: SentimentModel | null | undefined;
  const sentimentModel = (): SentimentModel | null => {
    if (model !== undefined) return model;
    const weights = join(folder, 'sentiment.bin');
    const lexicon = join(folder, 'lexicon.txt');
    if (existsSync(weights) && existsSync(lexicon)) {
      model = loadSentiment(readFileSync(weights), readFileSync(lexicon));
    } else {
      warn(`the sentiment model is missing from ${folder}; sentiment stays undefined`);
      model = null;
    }
    return model;
  };
  return {
    language: (text, hint) => detectLanguage(text.slice(0, 2000), hint),
    sentiment(input) {
      const loaded = sentimentModel();
      return loaded ? loaded.judge(input) : noJudge.sentiment(input);
    },
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
