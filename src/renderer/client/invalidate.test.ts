import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createInvalidator } from './invalidate.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('answers the first change at once and a flood twice a second at most', () => {
  const invalidateQueries = vi.fn(async () => undefined);
  const invalidate = createInvalidator({ invalidateQueries });
  for (let change = 0; change < 100; change += 1) {
    invalidate(['mentions']);
    vi.advanceTimersByTime(20);
  }
  vi.advanceTimersByTime(1000);
  // Two seconds of changes: one at the start, then one each half second, and the last of them.
  expect(invalidateQueries.mock.calls.length).toBeLessThanOrEqual(5);
  expect(invalidateQueries.mock.calls.length).toBeGreaterThanOrEqual(4);
  invalidateQueries.mockClear();
  vi.advanceTimersByTime(5000);
  expect(invalidateQueries).not.toHaveBeenCalled();
});
