import { expect, it } from 'vitest';
import { centsOf } from './cents.ts';

it('typed money becomes hundredths, or is refused', () => {
  expect(['5', '5.5', ' 5,50 ', '0', '0.29', '1000000'].map(centsOf)).toEqual([
    500, 550, 550, 0, 29, 100_000_000,
  ]);
  expect(centsOf(' ')).toBeNull();
  expect(['-1', '1.234', 'ten', '1 000', '1000000.01', '9999999'].map(centsOf)).toEqual(
    Array.from({ length: 6 }, () => undefined),
  );
});
