import { existsSync, rmSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { EarshotError } from '#shared/model/result.ts';
import type { Handlers } from '../../context.ts';
import { checkBackup } from '../../node/restore.ts';
import { packMedia, type Packed } from '../../storage/backup-media.ts';
import { newestVersion } from '../../storage/migrations/index.ts';
import { rebuildRollups } from '../../storage/rollups.ts';
import { readSettings, writeSetting } from '../../storage/settings.ts';
import { isSample } from '../../storage/workspace-values.ts';
import { ZoneDays } from '../../storage/zone.ts';
import { examine } from './doctor.ts';

export const workspaceHandlers = {
  'workspace.info': (_input, { read, view }) => {
    const n = (table: 'item' | 'mention' | 'brand' | 'source'): number =>
      read.get<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)?.n ?? 0;
    return {
      folder: view.folder,
      version: newestVersion,
      sample: isSample(read),
      zone: readSettings(read).zone,
      items: n('item'),
      mentions: n('mention'),
      brands: n('brand'),
      sources: n('source'),
      // What is used, whether it lies in the file or still in its write-ahead log.
      bytes:
        read.get<{ n: number }>('SELECT page_count * page_size AS n FROM pragma_page_count, pragma_page_size')
          ?.n ?? 0,
      sqlite: read.get<{ v: string }>('SELECT sqlite_version() AS v')?.v ?? '',
    };
  },

  'workspace.doctor': ({ repair }, { workspace, emitChanged }) => {
    const report = examine(workspace, repair);
    if (report.findings.some((finding) => finding.repaired)) emitChanged(['mentions', 'brands', 'sources']);
    return report;
  },

  'workspace.backup': ({ file }, { workspace }) => {
    const target = resolve(file);
    if (existsSync(target)) {
      throw new EarshotError(
        'conflict',
        `There is already a file at ${target}. Choose another name; nothing was written.`,
      );
    }
    let packed: Packed;
    try {
      workspace.copyTo(target);
      packed = packMedia(target, workspace.folder);
    } catch (error) {
      // Half a backup would be taken for a whole one.
      rmSync(target, { force: true });
      const why = error instanceof Error ? error.message : String(error);
      throw new EarshotError(
        'refused',
        `The backup could not be written to ${target}: ${why}. Your workspace is untouched.`,
        {
          retryable: true,
          cause: error,
        },
      );
    }
    checkBackup(target);
    return { file: target, bytes: statSync(target).size, images: packed.files, missing: packed.missing };
  },

  'settings.get': (_input, { read }) => ({ values: readSettings(read) }),

  'settings.set': (input, { workspace, emitChanged }) => {
    const { write } = workspace;
    switch (input.key) {
      case 'zone':
        if (!isZone(input.value)) {
          throw new EarshotError(
            'invalid',
            `“${input.value}” is not a time zone. Write it like Europe/Bucharest.`,
            {
              details: { field: 'value' },
            },
          );
        }
        write.transaction(() => {
          writeSetting(write, 'zone', input.value);
          workspace.zoneChanged();
          rebuildRollups(write, workspace.zone);
        });
        break;
      case 'seenOnOpen':
        writeSetting(write, 'seenOnOpen', input.value);
        break;
    }
    emitChanged(['settings', 'mentions']);
    return {};
  },

  'jobs.cancel': ({ jobId }, { jobs }) => ({ cancelled: jobs.cancel(jobId) }),
} satisfies Handlers<
  'workspace.info' | 'workspace.doctor' | 'workspace.backup' | 'settings.get' | 'settings.set' | 'jobs.cancel'
>;

function isZone(name: string): boolean {
  try {
    return new ZoneDays(name).day(0) <= 0;
  } catch {
    return false;
  }
}
