import type { Storage } from './open.ts';
import { ChangeLog } from './changes.ts';
import { Dictionary } from './codes.ts';
import { ItemIds } from './item-ids.ts';
import { readSettings } from './settings.ts';
import { SiteTotals } from './site-totals.ts';
import { ensureIdentity } from './workspace-values.ts';
import { ZoneDays } from './zone.ts';
import { StoryIndex } from './stories.ts';

/** An open workspace: the file, and the small things every repository needs beside it. */
export interface Workspace extends Storage {
  readonly connectors: Dictionary;
  readonly languages: Dictionary;
  readonly changes: ChangeLog;
  readonly itemIds: ItemIds;
  /** The zone days are counted in; call `zoneChanged` after the setting changed. */
  readonly zone: ZoneDays;
  zoneChanged(): void;
  /** Stories told in the last days, among mentions. */
  readonly stories: StoryIndex;
  readonly siteTotals: SiteTotals;
  /** After a rolled-back transaction: what was learnt in it must not be used. */
  forget(): void;
}

export function openWorkspace(storage: Storage, now: () => number): Workspace {
  ensureIdentity(storage.write, now());
  let zone = new ZoneDays(readSettings(storage.read).zone);
  let stories = new StoryIndex();
  const connectors = new Dictionary('connector');
  const languages = new Dictionary('language');
  const siteTotals = new SiteTotals();
  return {
    ...storage,
    connectors,
    languages,
    siteTotals,
    get stories() {
      return stories;
    },
    forget() {
      connectors.forget();
      languages.forget();
      siteTotals.forget();
      stories = new StoryIndex();
    },
    changes: new ChangeLog(storage.write, now),
    itemIds: new ItemIds(),
    get zone() {
      return zone;
    },
    zoneChanged() {
      // Through the writer: the new zone may not be committed yet.
      zone = new ZoneDays(readSettings(storage.write).zone);
    },
  };
}
