import { v7 as uuidv7 } from 'uuid';
import type { RuleDraft } from '#shared/contract/rules.ts';
import type { Handlers } from '../../context.ts';
import { parseOrThrow } from '../brands/query-change.ts';
import { hitsOf } from './hits.ts';
import { applyToStored, previewRule } from './stored.ts';
import { definitionText, listRules, ruleGone, ruleNamed, ruleOrder } from './store.ts';

/** @throws EarshotError `invalid` when a text condition is no query */
function checkTexts({ conditions }: RuleDraft): void {
  for (const condition of conditions) if (condition.type === 'text') parseOrThrow(condition.text);
}

export const ruleHandlers = {
  'rules.list': (_input, { read }) => ({ rules: listRules(read) }),

  'rules.create': ({ rule, enabled }, context) => {
    checkTexts(rule);
    const ruleId = uuidv7();
    const { changeId } = context.change((change) => {
      const last = change.write.get<{ n: number | null }>('SELECT max(position) AS n FROM rule')?.n ?? -1;
      change.insert('rule', {
        id: ruleId,
        name: rule.name,
        position: last + 1,
        enabled: enabled ? 1 : 0,
        definition: definitionText(rule),
        created_at: context.ports.clock.now(),
      });
    });
    return { ruleId, changeId: changeId ?? ruleId };
  },

  'rules.update': ({ ruleId, rule, enabled }, context) => {
    if (rule) checkTexts(rule);
    const { changeId } = context.change((change) => {
      change.update('rule', ruleId, {
        ...(rule === undefined ? {} : { name: rule.name, definition: definitionText(rule) }),
        ...(enabled === undefined ? {} : { enabled: enabled ? 1 : 0 }),
      });
    });
    return { changeId };
  },

  'rules.move': ({ ruleId, to }, context) => {
    const { changeId } = context.change((change) => {
      const order = ruleOrder(change.write);
      if (!order.includes(ruleId)) throw ruleGone(ruleId);
      const others = order.filter((id) => id !== ruleId);
      others.splice(to, 0, ruleId);
      for (const [position, id] of others.entries()) change.update('rule', id, { position });
    });
    return { changeId };
  },

  'rules.remove': ({ ruleId }, context) => ({
    changeId: context.change((change) => {
      change.remove('rule', ruleId);
    }).changeId,
  }),

  'rules.preview': ({ rule, scope }, { read, ports, signal }) => {
    checkTexts(rule);
    return previewRule(read, rule, scope, ports.clock.now(), signal);
  },

  'rules.apply': ({ ruleId, scope }, context) => {
    const { workspace, ports, jobs, emitChanged } = context;
    const rule = ruleNamed(context.read, ruleId);
    const change = workspace.changes.begin({ request: 'rules.apply', undoable: true });
    const jobId = jobs.start('rules', async (signal, report) => {
      // A turn of the event loop, so that the caller has its answer before the first progress event.
      await new Promise<void>((resolve) => setImmediate(resolve));
      try {
        await applyToStored(workspace, rule, change, { scope, now: ports.clock.now(), signal }, report);
      } finally {
        if (!change.empty) emitChanged(['mentions', 'brands', 'tags', 'people', 'history', 'rules']);
      }
    });
    return { jobId, changeId: change.id };
  },

  'rules.hits': ({ itemId }, { read }) => ({ hits: hitsOf(read, itemId) }),
} satisfies Handlers<
  | 'rules.list'
  | 'rules.create'
  | 'rules.update'
  | 'rules.move'
  | 'rules.remove'
  | 'rules.preview'
  | 'rules.apply'
  | 'rules.hits'
>;
