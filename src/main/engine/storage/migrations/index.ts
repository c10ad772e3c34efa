import { sql as first } from './010-first.ts';
import { sql as triage } from './020-triage.ts';
import { sql as alerts } from './030-alerts.ts';
import { sql as rules } from './040-rules.ts';
import { sql as learning } from './060-learning.ts';
import { sql as people } from './070-people.ts';
import { sql as accounts } from './080-accounts.ts';
import { sql as publishing } from './100-publishing.ts';
import { sql as origins } from './110-origins.ts';
import { sql as held } from './120-held.ts';
import { sql as ruleNotices } from './140-rule-notices.ts';

/**
 * Numbered in steps of ten. To add one: 1. write `NNN-what.ts` exporting `sql`; 2. list it here; 3. write its
 * test, which opens a file of the version before. A migration that has been released is never edited.
 */
export const migrations: readonly { version: number; sql: string }[] = [
  { version: 10, sql: first },
  { version: 20, sql: triage },
  { version: 30, sql: alerts },
  { version: 40, sql: rules },
  { version: 60, sql: learning },
  { version: 70, sql: people },
  { version: 80, sql: accounts },
  { version: 100, sql: publishing },
  { version: 110, sql: origins },
  { version: 120, sql: held },
  { version: 140, sql: ruleNotices },
];

export const newestVersion: number = migrations.at(-1)?.version ?? 0;
