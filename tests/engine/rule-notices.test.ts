import { afterEach, beforeEach, expect, it } from 'vitest';
import type { EventPayload } from '#shared/contract/events.ts';
import type { Input } from '#shared/contract/index.ts';
import { MentionFilter } from '#shared/contract/mentions.ts';
import { RuleDraft } from '#shared/contract/rules.ts';
import { testWorkspace, type TestWorkspace } from '#tests/helpers/engine.ts';

let workspace: TestWorkspace;
let brandId: string;
beforeEach(async () => {
  workspace = testWorkspace();
  await workspace.source('http://127.0.0.1:9/feed');
  brandId = await workspace.brand('Miramar', 'miramar');
});
afterEach(() => workspace.close());

it('tells nothing in quiet hours but all of it together when they end; a digest waits, a muted brand is silent', async () => {
  const rule = RuleDraft.parse({
    name: 'Pool',
    conditions: [{ type: 'text', text: 'pool' }],
    actions: [{ type: 'notify' }, { type: 'star' }],
  });
  const { ruleId } = await workspace.ask('rules.create', { rule, enabled: true });
  const told: EventPayload<'rules.noticed'>[] = [];
  workspace.engine.onEvent((name, payload) => {
    if (name === 'rules.noticed') told.push(payload as EventPayload<'rules.noticed'>);
  });
  await workspace.ask('settings.set', { key: 'zone', value: 'UTC' });
  const settle = async (): Promise<void> => {
    workspace.engine.services.tick();
    await new Promise((resolve) => setImmediate(resolve));
  };
  // The clock stands at 10:00.
  const set = (part: Omit<Input<'alerts.setSettings'>, 'brandId'>) =>
    workspace.ask('alerts.setSettings', { brandId, ...part });
  await set({ quiet: { from: '09:00', to: '12:00' } });
  workspace.store({ title: 'One', text: 'miramar pool', publishedAt: Date.UTC(2026, 10, 1) });
  workspace.clock.move(60_000);
  workspace.store({ title: 'Two', text: 'miramar pool once more', publishedAt: Date.UTC(2026, 10, 2) });
  await settle();
  expect(told).toEqual([]);
  workspace.clock.move(2 * 3_600_000);
  await settle();
  expect(told).toMatchObject([{ ruleId, count: 2, title: 'Two', brandId }]);
  await settle();
  expect(told).toHaveLength(1);

  await set({ quiet: null, delivery: 'hourly' });
  workspace.store({ title: 'Three', text: 'miramar pool, the third', publishedAt: Date.UTC(2026, 10, 3) });
  workspace.store({ title: 'Four', text: 'miramar pool, fourth time', publishedAt: Date.UTC(2026, 10, 4) });
  await settle();
  // Undone before it was told: there is nothing to tell of it.
  const { rows } = await workspace.ask('mentions.list', { filter: MentionFilter.parse({ text: 'fourth' }) });
  const { hits } = await workspace.ask('rules.hits', { itemId: rows[0]?.itemId ?? -1 });
  const changeId = hits[0]?.changeId ?? '';
  await workspace.ask('history.undo', { changeId });
  expect(told).toHaveLength(1);
  workspace.clock.move(3_600_000);
  await settle();
  expect(told.slice(1)).toMatchObject([{ count: 1, title: 'Three' }]);

  await set({ mutedUntil: workspace.clock.now() + 3_600_000 });
  workspace.store({ title: 'Five', text: 'miramar pool, number five', publishedAt: Date.UTC(2026, 10, 5) });
  workspace.clock.move(3 * 3_600_000);
  await settle();
  expect(told).toHaveLength(2);
});
