import type { EventPayload } from '#shared/contract/events.ts';
import type { Workspace } from '../../storage/workspace.ts';
import { readSettings as readWorkspaceSettings } from '../../storage/settings.ts';
import { deliveryTime } from './delivery.ts';
import { readAlerts } from './queries.ts';
import { readSettings } from './settings.ts';
import { alertStateCode } from './store.ts';

/** More than this many are counted, not named. */
const NAMED = 20;

interface Waiting {
  id: string;
  brandId: string;
  at: number;
  state: number;
}

/**
 * What the desktop is to be told now: alerts whose time has come, which is at once, at the end of quiet hours, or
 * with the next digest. They are marked as told in the same transaction, so that none comes twice. Null: nothing.
 */
export function takeDue(workspace: Workspace, now: number): EventPayload<'alert.raised'> | null {
  const { write } = workspace;
  const waiting = write.all<Waiting>(
    'SELECT id, brand_id AS brandId, at, state FROM alert WHERE told_at IS NULL ORDER BY at, id',
  );
  if (waiting.length === 0) return null;
  const { zone } = readWorkspaceSettings(write);
  const settings = new Map(waiting.map(({ brandId }) => [brandId, readSettings(write, brandId)]));
  const due = waiting.filter(({ brandId, at }) => {
    const wanted = settings.get(brandId);
    return wanted === undefined || deliveryTime(at, wanted, zone) <= now;
  });
  if (due.length === 0) return null;
  write.transaction(() => {
    for (const { id } of due) write.run('UPDATE alert SET told_at = ? WHERE id = ?', [now, id]);
  });
  // Who has looked already in the window need not be told.
  const fresh = due.filter(({ state }) => state === alertStateCode('new'));
  if (fresh.length === 0) return null;
  const ids = fresh.map(({ id }) => id);
  const alerts = readAlerts(write, ids.slice(-NAMED).reverse());
  const names = new Map(
    write.all<{ id: string; name: string }>('SELECT id, name FROM brand').map(({ id, name }) => [id, name]),
  );
  return {
    count: fresh.length,
    digest: fresh.some(({ brandId, at }) => {
      const wanted = settings.get(brandId);
      return wanted !== undefined && deliveryTime(at, wanted, zone) > at;
    }),
    alerts: alerts.map((alert) => ({
      alertId: alert.id,
      kind: alert.kind,
      brandName: names.get(alert.aboutBrandId) ?? '',
      headline: alert.headline,
      site: alert.site,
      observed: alert.why.observed,
      expected: alert.why.expected,
      found: alert.why.found,
      /** The very mention, where the alert is about one. */
      itemId: alert.why.observed === 1 ? (alert.why.itemIds[0] ?? null) : null,
    })),
  };
}

/** Alerts whose snooze has ended are new again, and are told again. @returns whether any was */
export function wakeAlerts(workspace: Workspace, now: number): boolean {
  const { write } = workspace;
  const due = write.all<{ id: string }>('SELECT id FROM alert WHERE state = ? AND snoozed_until <= ?', [
    alertStateCode('snoozed'),
    now,
  ]);
  if (due.length === 0) return false;
  write.transaction(() => {
    const change = workspace.changes.begin({ request: 'alerts.woke', undoable: false });
    for (const { id } of due) {
      change.update('alert', id, { state: alertStateCode('new'), snoozed_until: null });
      write.run('UPDATE alert SET told_at = NULL WHERE id = ?', [id]);
    }
  });
  return true;
}
