import { describe, expect, it } from 'vitest';
import { snoozeUntil } from './snooze.ts';

describe('until when an alert sleeps', () => {
  const at = (text: string): number => Date.parse(text);

  it('an hour, tomorrow at nine, next Monday at nine, on the clock of the workspace', () => {
    const now = at('2026-11-24T20:30:00Z');
    expect(snoozeUntil('hour', now, 'UTC')).toBe(at('2026-11-24T21:30:00Z'));
    expect(snoozeUntil('tomorrow', now, 'Europe/Bucharest')).toBe(at('2026-11-25T07:00:00Z'));
    expect(snoozeUntil('tomorrow', at('2026-11-24T22:30:00Z'), 'Europe/Bucharest')).toBe(
      at('2026-11-26T07:00:00Z'),
    );
    expect(snoozeUntil('week', now, 'Europe/Bucharest')).toBe(at('2026-11-30T07:00:00Z'));
  });

  it('stays at nine across a clock change, and a Monday means the next one', () => {
    expect(snoozeUntil('tomorrow', at('2026-10-24T12:00:00Z'), 'Europe/Bucharest')).toBe(
      at('2026-10-25T07:00:00Z'),
    );
    expect(snoozeUntil('week', at('2026-11-23T05:00:00Z'), 'Europe/Bucharest')).toBe(
      at('2026-11-30T07:00:00Z'),
    );
  });
});
