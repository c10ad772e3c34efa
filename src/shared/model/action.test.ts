import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ActionState, next, type ActionEvent } from './action.ts';

const EVENTS: ActionEvent[] = [
  'approve',
  'queue',
  'send',
  'arrived',
  'refused',
  'put-back',
  'lose',
  'miss',
  'retry',
  'cancel',
];

/** The states an action passes through, events that cannot happen left out. */
function history(events: readonly ActionEvent[]): { event: ActionEvent; state: ActionState }[] {
  let state: ActionState = 'draft';
  return events.flatMap((event) => {
    const to = next(state, event);
    if (to === null) return [];
    state = to;
    return [{ event, state }];
  });
}

describe('the states of an action', () => {
  it('never leads from sent back to sending', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...EVENTS), { maxLength: 60 }), (events) => {
        const passed = history(events);
        const arrived = passed.findIndex(({ event }) => event === 'arrived');
        if (arrived === -1) return;
        expect(passed.slice(arrived + 1).map(({ event }) => event)).not.toContain('send');
      }),
      { numRuns: 2000 },
    );
  });

  it('leads out of uncertain only by having looked', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...EVENTS), { maxLength: 60 }), (events) => {
        const passed = history(events);
        for (const [index, { state }] of passed.entries()) {
          const after = passed[index + 1];
          if (state === 'uncertain' && after !== undefined)
            expect(['arrived', 'put-back']).toContain(after.event);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('leaves this machine only through sending, and only from the queue', () => {
    const ways = ActionState.options.flatMap((state) => EVENTS.map((event) => ({ state, event })));
    const into = (wanted: ActionState): string[] =>
      ways.filter(({ state, event }) => next(state, event) === wanted).map(({ state }) => state);
    expect(into('sending')).toEqual(['queued']);
    expect(into('sent')).toEqual(['sending', 'uncertain']);
  });

  it('can be reached, all of them', () => {
    const reached = new Set<ActionState>(['draft']);
    for (let size = 0; size !== reached.size;) {
      size = reached.size;
      for (const state of reached)
        for (const event of EVENTS) {
          const to = next(state, event);
          if (to !== null) reached.add(to);
        }
    }
    expect([...reached].sort()).toEqual([...ActionState.options].sort());
  });
});
