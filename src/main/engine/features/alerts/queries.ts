import { AlertWhy, type Alert, type AlertDetail, type AlertState } from '#shared/contract/alerts.ts';
import { EarshotError } from '#shared/model/result.ts';
import type { WorkspaceView } from '../../context.ts';
import type { ReadHandle } from '../../storage/handles.ts';
import { loadRows } from '../mentions/rows.ts';
import { expectations, HISTORY_HOURS, HOUR, loadHours } from './hours.ts';
import { alertStateCode, alertStateOf } from './store.ts';

const HEADLINE = 160;
const HOURS_BEFORE = 36;
const HOURS_AFTER = 12;
/** A silence may last for months; the chart shows its last days. */
const MOST_HOURS = 14 * 24;

interface Row {
  id: string;
  kind: Alert['kind'];
  brandId: string;
  aboutBrandId: string;
  at: number;
  state: number;
  snoozedUntil: number | null;
  nth: number;
  why: string;
}

const ROWS = `SELECT id, kind, brand_id AS brandId, about_id AS aboutBrandId, at, state, snoozed_until AS snoozedUntil,
  nth, why FROM alert`;

function toAlert(read: ReadHandle, row: Row): Alert {
  const why = AlertWhy.parse(JSON.parse(row.why));
  const first = why.itemIds[0];
  const item =
    first === undefined
      ? undefined
      : read.get<{ title: string; body: string; site: string }>(
          `SELECT title, substr(body, 1, ${HEADLINE + 1}) AS body, site FROM item WHERE id = ?`,
          [first],
        );
  const text = item === undefined ? '' : item.title || item.body;
  return {
    ...row,
    state: alertStateOf(row.state),
    why,
    headline: text.length > HEADLINE ? `${text.slice(0, HEADLINE)}…` : text,
    site: item?.site ?? '',
  };
}

/** The alerts of these ids, in their order; an id that is not there is left out. */
export function readAlerts(read: ReadHandle, ids: readonly string[]): Alert[] {
  return ids.flatMap((id) => {
    const row = read.get<Row>(`${ROWS} WHERE id = ?`, [id]);
    return row ? [toAlert(read, row)] : [];
  });
}

/** Newest first by when they were raised; a page ends where `after` began. */
export function listAlerts(
  read: ReadHandle,
  input: { brandIds: string[]; states: AlertState[]; after: string | null; limit: number },
): { alerts: Alert[]; next: string | null } {
  const after =
    input.after === null
      ? undefined
      : read.get<{ at: number; id: string }>('SELECT at, id FROM alert WHERE id = ?', [input.after]);
  const rows = read.all<Row>(
    `${ROWS} WHERE (? = 0 OR brand_id IN (SELECT value FROM json_each(?)) OR about_id IN (SELECT value FROM json_each(?)))
       AND (? = 0 OR state IN (SELECT value FROM json_each(?))) AND (at, id) < (?, ?)
     ORDER BY at DESC, id DESC LIMIT ?`,
    [
      input.brandIds.length,
      JSON.stringify(input.brandIds),
      JSON.stringify(input.brandIds),
      input.states.length,
      JSON.stringify(input.states.map(alertStateCode)),
      after?.at ?? Number.MAX_SAFE_INTEGER,
      after?.id ?? '',
      input.limit + 1,
    ],
  );
  const shown = rows.slice(0, input.limit);
  return {
    alerts: shown.map((row) => toAlert(read, row)),
    next: rows.length > input.limit ? (shown.at(-1)?.id ?? null) : null,
  };
}

/** How many alerts of the brands nobody has looked at. */
export function countNew(read: ReadHandle, brandIds: readonly string[]): number {
  const ids = JSON.stringify(brandIds);
  return (
    read.get<{ n: number }>(
      `SELECT count(*) AS n FROM alert WHERE state = ? AND (? = 0 OR brand_id IN (SELECT value FROM json_each(?))
         OR about_id IN (SELECT value FROM json_each(?)))`,
      [alertStateCode('new'), brandIds.length, ids, ids],
    )?.n ?? 0
  );
}

/** @throws EarshotError `not-found` */
export function loadAlert(read: ReadHandle, view: WorkspaceView, alertId: string): AlertDetail {
  const alert = readAlerts(read, [alertId])[0];
  if (alert === undefined) {
    throw new EarshotError('not-found', 'This alert is no longer there.', { details: { alertId } });
  }
  const brand = read.get<{ key: number }>('SELECT key FROM brand WHERE id = ?', [alert.aboutBrandId]);
  const brands = brand ? [brand.key] : [];
  return {
    ...alert,
    items: loadRows(read, view, alert.why.itemIds, { brands, text: '' }),
    hours: brand ? hoursAround(read, brand.key, alert) : [],
  };
}

function hoursAround(read: ReadHandle, brandKey: number, { kind, why }: Alert): AlertDetail['hours'] {
  const to = Math.ceil(why.to / HOUR) + HOURS_AFTER;
  const from = Math.max(Math.floor(why.from / HOUR) - HOURS_BEFORE, to - MOST_HOURS);
  const measure = kind === 'negativeSpike' || kind === 'influentialNegative' ? 'negative' : 'total';
  const counts = loadHours(read, brandKey, from - HISTORY_HOURS, to);
  const expected = expectations(counts, measure);
  return Array.from({ length: to - from }, (_, index) => {
    const at = from + index - counts.first;
    return {
      at: (from + index) * HOUR,
      count: counts[measure][at] ?? 0,
      expected: expected[at]?.mean ?? 0,
    };
  });
}
