import { z } from 'zod';
import {
  AlertKind,
  AlertSettings,
  CrisisWords,
  type AlertSettings as Settings,
} from '#shared/contract/alerts.ts';
import type { Change } from '../../storage/changes.ts';
import type { ReadHandle } from '../../storage/handles.ts';

/** What a brand wants that has never been asked. */
const defaults: Omit<Settings, 'brandId'> = {
  kinds: [...AlertKind.options],
  sensitivity: 'normal',
  method: 'tail',
  quiet: null,
  delivery: 'immediate',
  digestAt: '08:00',
  digestDay: 1,
  mutedUntil: null,
  words: {},
};

interface RuleRow {
  id: string;
  kinds: string;
  sensitivity: string;
  method: string;
  quiet_from: string | null;
  quiet_to: string | null;
  delivery: string;
  digest_at: string;
  digest_day: number;
  muted_until: number | null;
  words: string;
}

function toSettings(brandId: string, row: RuleRow | undefined): Settings {
  if (row === undefined) return { brandId, ...defaults };
  const parsed = AlertSettings.safeParse({
    brandId,
    kinds: z.array(AlertKind).parse(JSON.parse(row.kinds)),
    sensitivity: row.sensitivity,
    method: row.method,
    quiet:
      row.quiet_from === null || row.quiet_to === null ? null : { from: row.quiet_from, to: row.quiet_to },
    delivery: row.delivery,
    digestAt: row.digest_at,
    digestDay: row.digest_day,
    mutedUntil: row.muted_until,
    words: CrisisWords.parse(JSON.parse(row.words)),
  });
  // Written by another version: better the usual alerts than none.
  return parsed.success ? parsed.data : { brandId, ...defaults };
}

/** What a brand wants to be told; the defaults where nobody has changed them. */
export function readSettings(read: ReadHandle, brandId: string): Settings {
  return toSettings(brandId, read.get<RuleRow>('SELECT * FROM alert_rule WHERE id = ?', [brandId]));
}

/**
 * What is wanted where something is told of a brand: its own settings; those of its owner for a competitor, of the first
 * own brand for a competitor of all.
 */
export function settingsAbout(read: ReadHandle, brandId: string): Settings {
  const owner = read.get<{ id: string }>(
    `SELECT o.id FROM brand b JOIN brand o ON o.role = 'own' AND (o.id = b.owner_id OR b.owner_id IS NULL)
     WHERE b.id = ? AND b.role = 'competitor' ORDER BY o.archived_at IS NOT NULL, o.created_at, o.key LIMIT 1`,
    [brandId],
  );
  return readSettings(read, owner?.id ?? brandId);
}

/** An own brand with its settings. */
export interface WatchedBrand {
  key: number;
  id: string;
  name: string;
  createdAt: number;
  settings: Settings;
}

/** The own brands that are not archived. */
export function watchedBrands(read: ReadHandle): WatchedBrand[] {
  return read
    .all<Omit<WatchedBrand, 'settings'>>(
      `SELECT key, id, name, created_at AS createdAt FROM brand WHERE role = 'own' AND archived_at IS NULL
       ORDER BY created_at, key`,
    )
    .map((brand) => ({ ...brand, settings: readSettings(read, brand.id) }));
}

/** Stores settings as one entry of the history. */
export function writeSettings(change: Change, settings: Settings): void {
  const row = {
    kinds: JSON.stringify(settings.kinds),
    sensitivity: settings.sensitivity,
    method: settings.method,
    quiet_from: settings.quiet?.from ?? null,
    quiet_to: settings.quiet?.to ?? null,
    delivery: settings.delivery,
    digest_at: settings.digestAt,
    digest_day: settings.digestDay,
    muted_until: settings.mutedUntil,
    words: JSON.stringify(settings.words),
  };
  const known = change.write.get('SELECT 1 FROM alert_rule WHERE id = ?', [settings.brandId]);
  if (known) change.update('alert_rule', settings.brandId, row);
  else change.insert('alert_rule', { id: settings.brandId, ...row });
}
