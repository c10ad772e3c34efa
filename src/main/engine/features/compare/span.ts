import { EarshotError } from '#shared/model/result.ts';
import type { ParsedInput } from '#shared/contract/index.ts';
import type { ReadHandle } from '../../storage/handles.ts';
import { dayNumber } from '../../storage/zone.ts';

const MOST_DAYS = 731;
const MOST_COMPETITORS = 11;

/** Local day numbers, all included. */
export interface Span {
  from: number;
  to: number;
  /** The equal span before. */
  beforeFrom: number;
  beforeTo: number;
}

/** @throws EarshotError `invalid` when the days are the wrong way round or more than 731 */
export function spanOf(
  input: Pick<ParsedInput<'compare.summary'>, 'fromDay' | 'toDay' | 'days'>,
  today: number,
): Span {
  const to = input.toDay === null ? today : dayNumber(input.toDay);
  const from = input.fromDay === null ? to - input.days + 1 : dayNumber(input.fromDay);
  const days = to - from + 1;
  if (days < 1) throw new EarshotError('invalid', 'The first day lies after the last. Swap them.');
  if (days > MOST_DAYS) {
    throw new EarshotError('invalid', `At most ${MOST_DAYS} days can be compared. Choose a shorter span.`);
  }
  return { from, to, beforeFrom: from - days, beforeTo: from - 1 };
}

export interface ComparedKey {
  key: number;
  id: string;
  name: string;
  role: 'own' | 'competitor';
  ownerId: string | null;
  color: number;
  createdAt: number;
  archivedAt: number | null;
  matching: boolean;
}

/**
 * The own brand first, then its competitors in the order they were added, at most eleven; competitors without an
 * owner belong to every own brand. `left` are its archived ones. Both are empty where there is no own brand.
 */
export function comparedBrands(
  read: ReadHandle,
  brandId: string | null,
): { compared: ComparedKey[]; left: ComparedKey[] } {
  const all = read
    .all<Omit<ComparedKey, 'matching'> & { matching: number }>(
      `SELECT key, id, name, role, owner_id AS ownerId, color, created_at AS createdAt, archived_at AS archivedAt,
         EXISTS(SELECT 1 FROM brand_pending p WHERE p.brand = brand.key) AS matching
       FROM brand ORDER BY created_at, key`,
    )
    .map((row): ComparedKey => ({ ...row, matching: row.matching === 1 }));
  const owns = all.filter(({ role, archivedAt }) => role === 'own' && archivedAt === null);
  const asked = all.find(({ id }) => id === brandId);
  const own = owns.find(({ id }) => id === asked?.id || id === asked?.ownerId) ?? owns[0];
  if (own === undefined) return { compared: [], left: [] };
  const rivals = all.filter(
    ({ role, ownerId }) => role === 'competitor' && (ownerId === own.id || ownerId === null),
  );
  return {
    compared: [own, ...rivals.filter(({ archivedAt }) => archivedAt === null).slice(0, MOST_COMPETITORS)],
    left: rivals.filter(({ archivedAt }) => archivedAt !== null),
  };
}
