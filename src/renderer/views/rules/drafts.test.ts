import { describe, expect, it } from 'vitest';
import type { RuleDraft } from '#shared/contract/rules.ts';
import {
  actionTypes,
  conditionTypes,
  emptyAction,
  emptyCondition,
  emptyDraft,
  faultOf,
  placeAfter,
  splitNames,
} from './drafts.ts';

const whole: RuleDraft = {
  ...emptyDraft,
  name: 'Pool',
  conditions: [{ type: 'text', text: 'pool' }],
  actions: [{ type: 'star' }],
};

describe('a draft', () => {
  it('can be saved once everything is filled in', () => {
    expect(faultOf(whole)).toBeNull();
    expect(faultOf(emptyDraft)).toBe('incomplete');
    expect(faultOf({ ...whole, name: ' ' })).toBe('incomplete');
    expect(faultOf({ ...whole, conditions: [{ type: 'text', text: '"open' }] })).toBe('incomplete');
    expect(faultOf({ ...whole, conditions: [{ type: 'site', values: [], not: false }] })).toBe('incomplete');
    expect(faultOf({ ...whole, actions: [{ type: 'tag', tagId: '' }] })).toBe('incomplete');
    expect(faultOf({ ...whole, actions: [] })).toBe('incomplete');
  });

  it('says when its actions contradict each other', () => {
    const { done, snooze } = { done: emptyAction('done'), snooze: emptyAction('snooze') };
    expect(faultOf({ ...whole, actions: [done, snooze] })).toBe('clash');
    expect(faultOf({ ...whole, actions: [done, done] })).toBe('clash');
    expect(faultOf({ ...whole, actions: [snooze, { type: 'tag', tagId: '' }] })).toBe('incomplete');
  });

  it('starts each kind of condition and action as that kind', () => {
    for (const type of conditionTypes) expect(emptyCondition(type, 'Europe/Bucharest').type).toBe(type);
    for (const type of actionTypes) expect(emptyAction(type).type).toBe(type);
    const ready = conditionTypes.filter(
      (type) => faultOf({ ...whole, conditions: [emptyCondition(type, 'UTC')] }) === null,
    );
    expect(ready).toEqual(['sentiment', 'influence', 'rating', 'hours']);
  });
});

it('splits names at commas', () => {
  expect(splitNames(' Ana Pop, , Dan ')).toEqual(['Ana Pop', 'Dan']);
});

it('moves a rule within the list only', () => {
  expect([placeAfter(0, -1, 3), placeAfter(0, 1, 3), placeAfter(2, 1, 3), placeAfter(2, -1, 3)]).toEqual([
    null,
    1,
    null,
    1,
  ]);
});
