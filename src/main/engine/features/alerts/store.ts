import { v7 as uuidv7 } from 'uuid';
import { AlertWhy, type AlertKind, type AlertState } from '#shared/contract/alerts.ts';
import type { ReadHandle, WriteHandle } from '../../storage/handles.ts';
import { STORY_HOURS, type Told } from '../../understand/spikes.ts';
import { HOUR } from './hours.ts';

/** States as numbers in the file; only append. */
const STATES = ['new', 'seen', 'snoozed', 'closed'] as const satisfies readonly AlertState[];
export const alertStateCode = (state: AlertState): number => STATES.indexOf(state);
export const alertStateOf = (code: number): AlertState => STATES[code] ?? 'seen';

/** What an alert is about: one story of one kind. */
export interface Subject {
  kind: AlertKind;
  brandId: string;
  aboutId: string;
  /** Tells stories of one kind apart; '' where there is one at a time. */
  storyKey: string;
}

export interface LastAlert {
  id: string;
  story: string;
  nth: number;
  lastAt: number;
  why: AlertWhy;
}

/** The alert raised last about a subject. */
export function lastAlert(read: ReadHandle, subject: Subject): LastAlert | null {
  const row = read.get<Omit<LastAlert, 'why'> & { why: string }>(
    `SELECT id, story, nth, last_at AS lastAt, why FROM alert
     WHERE about_id = ? AND kind = ? AND brand_id = ? AND story_key = ? ORDER BY last_at DESC, id DESC LIMIT 1`,
    [subject.aboutId, subject.kind, subject.brandId, subject.storyKey],
  );
  return row ? { ...row, why: AlertWhy.parse(JSON.parse(row.why)) } : null;
}

/** A stored alert as the gate of stories sees it. */
export function toldOf(last: LastAlert | null): Told | null {
  if (last === null) return null;
  const { observed, expected, tail, excess, to } = last.why;
  return {
    at: to,
    departure: { observed, expected: expected ?? 0, logTail: (tail ?? 0) * Math.LN10, excess },
  };
}

/** Stores an alert: part of the story told last unless that has been quiet for a day. @returns its id */
export function insertAlert(
  write: WriteHandle,
  subject: Subject,
  why: AlertWhy,
  raised: { at: number; last: LastAlert | null; state?: AlertState; told?: boolean },
): string {
  const id = uuidv7();
  const { last } = raised;
  const goesOn = last !== null && why.to - last.lastAt < STORY_HOURS * HOUR;
  write.run(
    `INSERT INTO alert(id, kind, brand_id, about_id, story, story_key, nth, at, last_at, state, why, told_at)
     VALUES(?,?,?,?,?,?,?,?,?,?,?,?)`,
    [
      id,
      subject.kind,
      subject.brandId,
      subject.aboutId,
      goesOn ? last.story : id,
      subject.storyKey,
      goesOn ? last.nth + 1 : 1,
      raised.at,
      why.to,
      alertStateCode(raised.state ?? 'new'),
      JSON.stringify(AlertWhy.parse(why)),
      raised.told === true ? raised.at : null,
    ],
  );
  return id;
}

/** The story was still unusual at `at`: it has not ended yet. */
export function prolong(write: WriteHandle, alertId: string, at: number): void {
  write.run('UPDATE alert SET last_at = max(last_at, ?) WHERE id = ?', [at, alertId]);
}

/** What every reason starts from. */
export function reason(
  part: Pick<AlertWhy, 'method' | 'sensitivity' | 'from' | 'to' | 'observed'> & Partial<AlertWhy>,
): AlertWhy {
  return {
    expected: null,
    tail: null,
    threshold: null,
    excess: 1,
    itemIds: [],
    words: [],
    queries: [],
    found: [],
    influence: null,
    reach: null,
    share: null,
    silence: null,
    ...part,
  };
}
