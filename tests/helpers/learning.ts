import { MentionFilter, type MentionRow } from '#shared/contract/mentions.ts';
import type { RawItem } from '#shared/model/item.ts';
import { judgeEntries } from '#engine/collect/entries.ts';
import { ingest } from '#engine/collect/ingest.ts';
import type { Explained, Judge } from '#engine/collect/judge.ts';
import { loadBrandMatchers } from '#engine/collect/matchers.ts';
import { signature } from '#engine/understand/duplicates.ts';
import { applyHead, headFeatures, unpackHead, type PersonalHead } from '#engine/understand/personal.ts';
import { decide } from '#engine/understand/sentiment.ts';
import { item, judgeByWord, testWorkspace, type TestWorkspace } from './engine.ts';

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

/** A workspace with one brand that learns. */
export interface LearningDesk {
  workspace: TestWorkspace;
  brandId: string;
  /** Judges and stores items as collecting does. */
  store(...parts: Partial<RawItem>[]): Promise<void>;
  /** Mentions with their copies, newest first. */
  rows(part?: Partial<MentionFilter>): Promise<MentionRow[]>;
  titles(part?: Partial<MentionFilter>): Promise<string[]>;
  /** The mention of this title, on whichever shelf it lies. */
  target(title: string): Promise<{ itemId: number; brandId: string }>;
  /** Lets a minute pass, and the services look at the clock. */
  tick(): Promise<void>;
}

export async function learningDesk(): Promise<LearningDesk> {
  const judge = learningJudge();
  const workspace = testWorkspace({ ports: { judge } });
  await workspace.source('http://127.0.0.1:9/feed');
  const brandId = await workspace.brand('Miramar', 'miramar');
  const rows = async (part: Partial<MentionFilter> = {}): Promise<MentionRow[]> => {
    const filter = MentionFilter.parse({ copies: true, ...part });
    return (await workspace.ask('mentions.list', { filter, limit: 200 })).rows;
  };
  return {
    workspace,
    brandId,
    rows,
    async store(...parts) {
      const { engine, clock } = workspace;
      const entries = parts.map((part) => ({
        raw: item({ publishedAt: clock.now() - 60_000, ...part }),
        sources: [{ key: 1, connector: 'feed', name: 'Paper' }] as const,
        fetchedAt: clock.now(),
      }));
      ingest(
        engine.workspace,
        loadBrandMatchers(engine.workspace.read),
        [{ entries: await judgeEntries(judge, entries) }],
        { hooks: engine.services.hooks, now: clock.now() },
      );
    },
    titles: async (part) => (await rows(part)).map(({ title }) => title).sort(),
    async target(title) {
      for (const shelf of ['main', 'maybe', 'rejected'] as const) {
        const row = (await rows({ shelf })).find((one) => one.title === title);
        if (row) return { itemId: row.itemId, brandId };
      }
      throw new Error(`no mention called ${title}`);
    },
    async tick() {
      workspace.clock.move(60_000);
      workspace.engine.services.tick();
      await workspace.engine.settle();
    },
  };
}
