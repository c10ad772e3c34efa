import { expect, it } from 'vitest';
import { HealthStatus } from '#shared/contract/sources.ts';
import { byTrouble, intervalParts, intervalsWith, isTrouble } from './order.ts';

const source = (name: string, status: HealthStatus): { name: string; health: { status: HealthStatus } } => ({
  name,
  health: { status },
});

it('puts trouble first, then sorts by name', () => {
  const sorted = byTrouble(
    [
      source('Zorile', 'ok'),
      source('Ștefan', 'ok'),
      source('Radio', 'failing'),
      source('Home', 'needs-permission'),
    ],
    'ro-RO',
  );
  expect(sorted.map(({ name }) => name)).toEqual(['Home', 'Radio', 'Ștefan', 'Zorile']);
});

it('places every status, those in trouble before those that are well', () => {
  const all = byTrouble(
    HealthStatus.options.map((status) => source(status, status)),
    'en-GB',
  );
  expect(all.findLastIndex(({ health }) => isTrouble(health.status))).toBe(2);
  expect(all).toHaveLength(HealthStatus.options.length);
});

it.each([
  [5, 'minutes', 5],
  [90, 'minutes', 90],
  [120, 'hours', 2],
  [1440, 'days', 1],
  [10_080, 'days', 7],
])('says %i minutes as %s', (minutes, unit, count) => {
  expect(intervalParts(minutes)).toEqual({ unit, count });
});

it('offers an unusual interval that is set already', () => {
  expect(intervalsWith(45, 5)).toContain(45);
  expect(new Set(intervalsWith(60, 5)).size).toBe(intervalsWith(60, 5).length);
});

it('offers nothing shorter than the network takes', () => {
  expect(intervalsWith(30, 10)).not.toContain(5);
  expect(intervalsWith(30, 10)).toContain(10);
});
