import type { Sentiment } from '#shared/contract/mentions.ts';
import type { ItemKind, RawItem } from '#shared/model/item.ts';
import type { Signature } from '../understand/duplicates.ts';
import type { Reason } from '../understand/sentiment.ts';

/** What understanding reads of an item. */
export interface JudgeInput {
  title: string;
  text: string;
  /** Language as the source declares it, a hint only. */
  hint: string | null;
  kind: ItemKind;
}

/** What understanding makes of it. */
export interface Judged {
  /** ISO 639-1, or null where the language cannot be told. */
  language: string | null;
  /** `undefined` where the language is not understood, never guessed as neutral. */
  sentiment: Sentiment;
  /** −1…1. */
  score: number;
  /** For finding copies of the same story. */
  signature: Signature;
}

/** A stored item whose judgement is asked about. */
export interface ExplainInput {
  title: string;
  text: string;
  /** As found when it was stored. */
  language: string | null;
  kind: ItemKind;
}

export interface Opinion {
  sentiment: Sentiment;
  /** −1…1. */
  score: number;
  /** 0…1; 0 where undefined. */
  certainty: number;
}

/** A judgement with its reasons. */
export interface Explained {
  /** The shipped model alone; its logits are what a personal head adds to. */
  base: Opinion & { logits: readonly [number, number, number] };
  /** With what was learned from corrections; null where nothing is. */
  learned: Opinion | null;
  /** The strongest first. */
  words: (Reason & { learned: boolean })[];
}

/** Understanding as the pipeline sees it: it may run on another thread, hence a batch and a promise. */
export interface Judge {
  /** Loads models and word lists. A window must not wait for them. */
  ready(): Promise<void>;
  /** One answer an input, in their order. */
  judge(inputs: readonly JudgeInput[]): Promise<Judged[]>;
  /** One answer an input, in their order. */
  explain(inputs: readonly ExplainInput[]): Promise<Explained[]>;
  /** From now on judges with this head (`packHead`), or with none. */
  learn(head: Uint8Array | null): void;
}

export const judgeInput = ({ title, text, language, kind }: RawItem): JudgeInput => ({
  title,
  text,
  hint: language,
  kind,
});

const noSignature: Signature = { values: new Uint32Array(0), words: 0 };

/** What is known of a text without any model. */
export const unjudged = ({ hint }: Pick<JudgeInput, 'hint'>): Judged => ({
  language: hint !== null && /^[a-z]{2}\b/i.test(hint) ? hint.slice(0, 2).toLowerCase() : null,
  sentiment: 'undefined',
  score: 0,
  signature: noSignature,
});

/** No opinion about a text, for where there is no model. */
export const unexplained: Explained = {
  base: { sentiment: 'undefined', score: 0, certainty: 0, logits: [0, 0, 0] },
  learned: null,
  words: [],
};

/** Judges nothing: for tools that must not load the models. */
export const noJudge: Judge = {
  ready: () => Promise.resolve(),
  judge: (inputs) => Promise.resolve(inputs.map(unjudged)),
  explain: (inputs) => Promise.resolve(inputs.map(() => unexplained)),
  learn: () => undefined,
};
