import type { ItemKind } from '#shared/model/item.ts';
import type { Sentiment } from '#shared/contract/mentions.ts';

/** What the pipeline asks of understanding for each new item. Pure and, once ready, synchronous. */
export interface Judge {
  /** Loads models and word lists; await it before anything below is asked. A window must not wait for them. */
  ready(): Promise<void>;
  /** ISO 639-1, or null where the language cannot be told. */
  language(text: string, hint: string | null): string | null;
  /** `score` is −1…1; `undefined` where the language is not understood, never guessed as neutral. */
  sentiment(input: { title: string; text: string; language: string | null; kind: ItemKind }): {
    sentiment: Sentiment;
    score: number;
  };
  /** Estimated people reached by one item; 0 where nothing is known. Formulas: understand/README.md. */
  reach(input: {
    kind: ItemKind;
    site: string;
    views: number | null;
    followers: number | null;
    isReply: boolean;
  }): number;
  /** Influence of a source whose items typically reach `reach` people, 1–10. */
  influence(reach: number): number;
}

/** Judges nothing: for tools that must not load the models. */
export const noJudge: Judge = {
  ready: () => Promise.resolve(),
  language: (_text, hint) =>
    hint !== null && /^[a-z]{2}\b/i.test(hint) ? hint.slice(0, 2).toLowerCase() : null,
  sentiment: () => ({ sentiment: 'undefined', score: 0 }),
  reach: () => 0,
  influence: () => 1,
};
