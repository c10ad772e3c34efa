import type { Explained, Judge } from '#engine/collect/judge.ts';
import { signature } from '#engine/understand/duplicates.ts';
import { applyHead, headFeatures, unpackHead, type PersonalHead } from '#engine/understand/personal.ts';
import { decide } from '#engine/understand/sentiment.ts';
import { judgeByWord } from './engine.ts';

/** Like `wordJudge`, with logits, so that a head has something to add to: what it does not know is neutral. */
export function learningJudge(): Judge {
  let head: PersonalHead | null = null;
  const explain = (title: string, text: string, language: string | null): Explained => {
    const said = judgeByWord({ title, text, hint: language, kind: 'news' }).sentiment;
    const logits = [said === 'negative' ? 1 : 0, 0.4, said === 'positive' ? 1 : 0] as const;
    const { sentiment, score, certainty } = decide([...logits], 1);
    const own =
      head === null ? null : decide(applyHead(head, headFeatures({ title, text, language }), logits), 1);
    return {
      base: { sentiment, score, certainty, logits },
      learned: own === null ? null : { sentiment: own.sentiment, score: own.score, certainty: own.certainty },
      words: [],
    };
  };
  return {
    ready: () => Promise.resolve(),
    judge: (inputs) =>
      Promise.resolve(
        inputs.map(({ title, text, hint }) => {
          const language = hint ?? 'en';
          const { base, learned } = explain(title, text, language);
          const { sentiment, score } = learned ?? base;
          return { language, sentiment, score, signature: signature(`${title}\n${text}`) };
        }),
      ),
    explain: (inputs) =>
      Promise.resolve(inputs.map(({ title, text, language }) => explain(title, text, language))),
    learn: (packed) => {
      head = packed === null ? null : unpackHead(packed);
    },
  };
}
