import { v7 as uuidv7 } from 'uuid';
import type { LearningStatus } from '#shared/contract/learning.ts';
import type { MentionTarget, Sentiment } from '#shared/contract/mentions.ts';
import type { Change } from '../../storage/changes.ts';
import { standsFor } from '../../collect/stands-for.ts';
import { sentimentCode, sentimentOf } from '../../storage/codes.ts';
import type { ReadHandle } from '../../storage/handles.ts';
import { APART, mentionRecord } from '../../storage/mention-rows.ts';
import {
  brandKeyOf,
  setMentionFolded,
  setMentionSentiment,
  type MentionKeys,
} from '../../storage/mentions-write.ts';
import type { Workspace } from '../../storage/workspace.ts';
import { dayName, type ZoneDays } from '../../storage/zone.ts';

/** What a correction must be to be learned from: one left undecided says what the mention counts as, no more. */
export const TEACHES = "label <> 'undefined'";

/** The targets with the brands' keys in this file. @throws EarshotError `not-found` */
export function keysOf(read: ReadHandle, targets: readonly MentionTarget[]): MentionKeys[] {
  const known = new Map<string, number>();
  return targets.map(({ brandId, itemId }) => {
    const brandKey = known.get(brandId) ?? brandKeyOf(read, brandId);
    known.set(brandId, brandKey);
    return { brandKey, brandId, itemId };
  });
}

/** A brand's other mentions of the same story; what was taken out of its story has none and is none. */
function storyMates(read: ReadHandle, { brandKey, itemId }: MentionKeys): number[] {
  return read
    .all<{ item: number }>(
      `SELECT m.item FROM mention mine JOIN item own ON own.id = mine.item
         JOIN item i ON i.story = own.story AND i.story <> 0 AND i.id <> own.id
         JOIN mention m ON m.brand = mine.brand AND m.item = i.id
       WHERE mine.brand = ? AND mine.item = ? AND mine.folded <> ${APART} AND m.folded <> ${APART}`,
      [brandKey, itemId],
    )
    .map(({ item }) => item);
}

interface Known {
  id: string;
  label: Sentiment;
}

const correctionOf = (read: ReadHandle, { brandId, itemId }: MentionKeys): Known | undefined =>
  read.get<Known>('SELECT id, label FROM correction WHERE item = ? AND brand_id = ?', [itemId, brandId]);

/**
 * A person's word on the sentiment of a mention and of its story's other copies; null takes it back. What the app
 * had said before is kept beside it. A copy that was given a word of its own keeps that.
 * @param now UTC milliseconds
 */
export function correctMention(
  workspace: Workspace,
  change: Change,
  keys: MentionKeys,
  label: Sentiment | null,
  now: number,
): void {
  const { write } = change;
  mentionRecord(write, keys);
  const known = correctionOf(write, keys);
  const mates = storyMates(write, keys).map((itemId) => {
    const mate = { ...keys, itemId };
    return { mate, own: correctionOf(write, mate) };
  });
  setMentionSentiment(workspace, change, keys, label);
  for (const { mate, own } of mates) if (!own) setMentionSentiment(workspace, change, mate, label);
  // A hidden copy follows its story; one with a word of its own gets that again.
  for (const { mate, own } of mates) {
    if (!own || mentionRecord(write, mate).sentiment === sentimentCode(own.label)) continue;
    setMentionSentiment(workspace, change, mate, own.label);
  }
  if (label === null) {
    if (known) change.remove('correction', known.id);
  } else if (known) {
    change.update('correction', known.id, { label, created_at: now });
  } else {
    const judged = write.get<{ sentiment: number }>('SELECT sentiment FROM item WHERE id = ?', [keys.itemId]);
    change.insert('correction', {
      id: uuidv7(),
      brand_id: keys.brandId,
      item: keys.itemId,
      label,
      judged: sentimentOf(judged?.sentiment ?? -1),
      created_at: now,
    });
  }
}

/**
 * Takes a copy out of its story for good, or hides it there again. Out there a correction of the story does not hold any
 * more, only a word of its own; hidden again it follows the story.
 */
export function foldMention(workspace: Workspace, change: Change, keys: MentionKeys, folded: boolean): void {
  const { write } = change;
  if (!setMentionFolded(workspace, change, keys, folded) || correctionOf(write, keys)) return;
  const story =
    write.get<{ story: number }>('SELECT story FROM item WHERE id = ?', [keys.itemId])?.story ?? 0;
  const first = folded ? standsFor(write, keys.brandKey, story) : undefined;
  const followed = first?.corrected === 1 ? sentimentOf(first.sentiment) : null;
  if (followed !== null || mentionRecord(write, keys).corrected === 1) {
    setMentionSentiment(workspace, change, keys, followed);
  }
}

/** Takes every correction back, the ones that no query finds any more included. */
export function removeCorrections(workspace: Workspace, change: Change, now: number): void {
  const { write } = change;
  const all = write.all<{ id: string; brandId: string; itemId: number; brandKey: number; there: number }>(
    `SELECT c.id, c.brand_id AS brandId, c.item AS itemId, b.key AS brandKey,
       EXISTS(SELECT 1 FROM mention m WHERE m.brand = b.key AND m.item = c.item) AS there
     FROM correction c JOIN brand b ON b.id = c.brand_id`,
  );
  for (const { id, there, ...keys } of all) {
    if (there === 1) correctMention(workspace, change, keys, null, now);
    else change.remove('correction', id);
  }
}

const MONDAY = 3;

/** How often the app had agreed before it was told, per week of the workspace's zone. Epoch day 0 was a Thursday. */
export function agreementByWeek(read: ReadHandle, zone: ZoneDays): LearningStatus['weeks'] {
  const weeks = new Map<number, { labels: number; agreed: number }>();
  const rows = read.all<{ at: number; agreed: number }>(
    `SELECT created_at AS at, label = judged AS agreed FROM correction WHERE ${TEACHES} ORDER BY created_at`,
  );
  for (const { at, agreed } of rows) {
    const day = zone.day(at);
    const monday = day - ((day + MONDAY) % 7);
    const week = weeks.get(monday) ?? { labels: 0, agreed: 0 };
    weeks.set(monday, { labels: week.labels + 1, agreed: week.agreed + agreed });
  }
  return [...weeks].map(([monday, counts]) => ({ from: dayName(monday), ...counts }));
}
