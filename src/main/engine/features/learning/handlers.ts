import type { CommandContext, Handlers } from '../../context.ts';
import { brandKeyOf } from '../../storage/mentions-write.ts';
import { forgetHead, learningStatus, publishHead, rememberAll } from './head.ts';
import { correctMention, keysOf, removeCorrections } from './labels.ts';
import { rankStored } from './ranking.ts';
import { changeRelevance, relevanceExamples, relevanceStatus, teachMention } from './relevance.ts';
import { rejudge, revertRejudged } from './rejudge.ts';
import { activeModels, startLearning } from './service.ts';
import { explainMention } from './why.ts';

const DAY_MS = 86_400_000;

type Work = Parameters<CommandContext['jobs']['start']>[1];

/** Long work over stored mentions; the window is told when it has ended, however. */
function startJob(context: CommandContext, work: Work): { jobId: string } {
  const jobId = context.jobs.start('learn', async (signal, report) => {
    await new Promise<void>((resolve) => setImmediate(resolve));
    try {
      await work(signal, report);
    } finally {
      context.emitChanged(['mentions', 'brands', 'learning']);
    }
  });
  return { jobId };
}

function startRanking(context: CommandContext, brandId: string): { jobId: string } {
  const { workspace } = context;
  const brandKey = brandKeyOf(workspace.read, brandId);
  return startJob(context, (signal, report) =>
    rankStored(workspace, activeModels(workspace), { brandKey, brandId }, signal, report),
  );
}

export const learningHandlers = {
  'mentions.correct': ({ targets, sentiment }, context) => {
    const now = context.ports.clock.now();
    const { changeId } = context.change((change) => {
      for (const keys of keysOf(change.write, targets)) {
        correctMention(context.workspace, change, keys, sentiment, now);
      }
    });
    return { changeId };
  },

  'learning.why': (input, { read, ports }) => explainMention(read, ports.judge, input),
  'learning.status': (_input, { read, view }) => learningStatus(read, view),

  'learning.train': (_input, context) => {
    rememberAll(context.workspace);
    return { jobId: startLearning(context) };
  },

  'learning.forget': ({ corrections }, context) => {
    const now = context.ports.clock.now();
    const { changeId } = context.change((change) => {
      forgetHead(context.workspace, now);
      if (corrections) removeCorrections(context.workspace, change, now);
    });
    publishHead(context.workspace.write, context.ports.judge);
    context.emitChanged(['learning']);
    return { changeId };
  },

  'learning.rejudge': ({ days }, context) => {
    const from = context.ports.clock.now() - days * DAY_MS;
    return startJob(context, (signal, report) =>
      rejudge(context.workspace, context.ports.judge, from, signal, report),
    );
  },

  'learning.revert': (_input, context) =>
    startJob(context, (signal, report) => revertRejudged(context.workspace, signal, report)),

  'relevance.teach': ({ targets, about }, context) => {
    const now = context.ports.clock.now();
    const { changeId } = context.change((change) => {
      for (const keys of keysOf(change.write, targets)) {
        teachMention(context.workspace, change, keys, about, now);
      }
    });
    return { changeId };
  },

  'relevance.status': (_input, { read, view }) => ({ brands: relevanceStatus(read, view) }),
  'relevance.examples': ({ brandId }, { read }) => ({ examples: relevanceExamples(read, brandId) }),

  'relevance.set': ({ brandId, enabled, must, mustNot }, context) => {
    const { changeId } = context.change((change) => {
      brandKeyOf(change.write, brandId);
      changeRelevance(change, brandId, {
        ...(enabled === undefined ? {} : { enabled }),
        ...(must === undefined ? {} : { must }),
        ...(mustNot === undefined ? {} : { mustNot }),
      });
    });
    // What lies on the maybe shelf must not stay there without anything that ranks it.
    if (enabled === false) startRanking(context, brandId);
    return { changeId };
  },

  'relevance.rank': ({ brandId }, context) => startRanking(context, brandId),
} satisfies Handlers<
  | 'mentions.correct'
  | 'learning.why'
  | 'learning.status'
  | 'learning.train'
  | 'learning.forget'
  | 'learning.rejudge'
  | 'learning.revert'
  | 'relevance.teach'
  | 'relevance.status'
  | 'relevance.examples'
  | 'relevance.set'
  | 'relevance.rank'
>;
