import type { Handlers, WorkspaceView } from '../../context.ts';
import type { ReadHandle } from '../../storage/handles.ts';
import { sentimentCode, stateCode } from '../../storage/codes.ts';
import { listTrouble } from '../../storage/sources.ts';
import { dayName } from '../../storage/zone.ts';
import { listMentions } from '../mentions/list.ts';
import { MentionFilter } from '#shared/contract/mentions.ts';

const DAYS = 30;
const WEEK = 7;
const FIRST = 6;

interface DayRow {
  day: number;
  n: number;
  negative: number;
  reach: number;
}

/** Mentions a day from the roll-ups; costs days, not mentions. */
function dayRows(read: ReadHandle, brand: number, from: number): Map<number, DayRow> {
  const rows = read.all<DayRow>(
    `SELECT day, sum(negative + neutral + positive + undefined) AS n, sum(negative) AS negative, sum(reach) AS reach
     FROM mention_day WHERE brand = ? AND day >= ? GROUP BY day`,
    [brand, from],
  );
  return new Map(rows.map((row) => [row.day, row]));
}

function newMentions(read: ReadHandle, view: WorkspaceView, brandIds: string[]) {
  const list = (sentiments: ('negative' | 'neutral' | 'positive' | 'undefined')[]) =>
    listMentions(read, view, {
      filter: MentionFilter.parse({ brandIds, states: ['new'], sentiments }),
      after: null,
      limit: FIRST,
    }).rows;
  const negative = list(['negative']);
  return negative.length >= FIRST
    ? negative
    : [...negative, ...list(['neutral', 'positive', 'undefined'])].slice(0, FIRST);
}

export const todayHandlers = {
  'today.summary': ({ brandIds }, { read, view, ports }) => {
    const brands = read
      .all<{ key: number; id: string; role: string }>(
        'SELECT key, id, role FROM brand WHERE archived_at IS NULL ORDER BY role DESC, created_at, key',
      )
      .filter((brand) => brandIds.length === 0 || brandIds.includes(brand.id));
    // What needs the owner is about the own brands; what moved is about all.
    const own = brands.filter((brand) => brand.role === 'own');
    const asked = own.length > 0 ? own : brands;
    const count = (sql: string, code: number[]): number =>
      asked.reduce((sum, brand) => sum + (read.get<{ n: number }>(sql, [brand.key, ...code])?.n ?? 0), 0);
    const today = view.zone.day(ports.clock.now());
    const first = today - DAYS + 1;
    const days = Array.from({ length: DAYS }, (_, index) => first + index);
    const perBrand = brands.map((brand) => ({ id: brand.id, rows: dayRows(read, brand.key, first) }));
    const over = (
      rows: Map<number, DayRow>,
      from: number,
      to: number,
      value: (row: DayRow) => number,
    ): number => {
      let sum = 0;
      for (let day = from; day <= to; day += 1) {
        const row = rows.get(day);
        if (row) sum += value(row);
      }
      return sum;
    };
    return {
      newCount: count('SELECT n FROM mention_count WHERE brand = ? AND state = ?', [stateCode('new')]),
      negativeCount: count(
        'SELECT count(*) AS n FROM mention WHERE brand = ? AND state = ? AND sentiment = ?',
        [stateCode('new'), sentimentCode('negative')],
      ),
      first:
        asked.length === 0
          ? []
          : newMentions(
              read,
              view,
              asked.map(({ id }) => id),
            ),
      days: days.map(dayName),
      series: perBrand.map(({ id, rows }) => ({
        brandId: id,
        counts: days.map((day) => rows.get(day)?.n ?? 0),
        negative: days.map((day) => rows.get(day)?.negative ?? 0),
      })),
      week: perBrand.map(({ id, rows }) => ({
        brandId: id,
        now: over(rows, today - WEEK + 1, today, ({ n }) => n),
        before: over(rows, today - 2 * WEEK + 1, today - WEEK, ({ n }) => n),
        reach: over(rows, today - WEEK + 1, today, ({ reach }) => reach),
      })),
      trouble: listTrouble(read),
    };
  },
} satisfies Handlers<'today.summary'>;
