import { expect, it } from 'vitest';
import { createFormat } from './format.tsx';

const now = Date.UTC(2026, 10, 23, 12, 0);

it('writes a moment as short as it can be, in the zone asked for', () => {
  const format = createFormat('en', 'Europe/Bucharest');
  expect(format.moment(Date.UTC(2026, 10, 23, 12, 2), now)).toBe('14:02');
  expect(format.moment(Date.UTC(2026, 10, 21, 8, 0), now)).toBe('21 Nov');
  expect(format.moment(Date.UTC(2024, 10, 21, 8, 0), now)).toBe('21 Nov 2024');
  // 22:30 UTC is the next day in Bucharest already.
  expect(format.moment(Date.UTC(2026, 10, 22, 22, 30), now)).toBe('00:30');
});

it('follows the language', () => {
  const format = createFormat('ro', 'Europe/Bucharest');
  expect(format.moment(Date.UTC(2026, 10, 21, 8, 0), now)).toMatch(/^21 (nov\.|noiem)/);
  expect(format.number(12_345)).toBe('12.345');
  expect(createFormat('en', 'UTC').number(12_345)).toBe('12,345');
});

it('survives a zone and a day that nobody knows', () => {
  expect(createFormat('en', 'Mars/Olympus').zone).toBe('UTC');
  expect(createFormat('en', 'UTC').day('never')).toBe('never');
  expect(createFormat('en', 'UTC').day('2026-11-21')).toBe('21 Nov');
});

it('writes sizes and distances', () => {
  const format = createFormat('en', 'UTC');
  expect(format.bytes(0)).toBe('0 byte');
  expect(format.bytes(1_250_000)).toBe('1.3 MB');
  expect(format.distance(120_000)).toBe('in 2 minutes');
  expect(format.distance(-3 * 3_600_000)).toBe('3 hours ago');
});
