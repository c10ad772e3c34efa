import type { Crisis } from '#shared/contract/crisis.ts';
import { MentionFilter, MentionState } from '#shared/contract/mentions.ts';
import { StatementLanguage } from '#shared/model/holding-statement.ts';
import { EarshotError } from '#shared/model/result.ts';
import type { ReadHandle } from '../../storage/handles.ts';

type CrisisRow = Omit<Crisis, 'language'> & { language: string; brandKey: number };

/** A crisis with the key of its brand. */
export type StoredCrisis = Crisis & { brandKey: number };

const SELECT = `SELECT c.id, c.brand_id AS brandId, b.name AS brandName, b.key AS brandKey, c.started_at AS startedAt, c.since,
  c.ended_at AS endedAt, c.query, c.statement, c.language,
  (SELECT count(*) FROM crisis_pin p WHERE p.crisis_id = c.id) AS pins
  FROM crisis c JOIN brand b ON b.id = c.brand_id`;

const crisisOf = ({ language, ...row }: CrisisRow): StoredCrisis => ({
  ...row,
  language: StatementLanguage.catch('en').parse(language),
});

/** Those open first, then the newest. Rooms of archived brands come back with their brand. */
export const listCrises = (read: ReadHandle): Crisis[] =>
  read
    .all<CrisisRow>(
      `${SELECT} WHERE b.archived_at IS NULL ORDER BY c.ended_at IS NOT NULL, c.started_at DESC, c.id DESC LIMIT 200`,
    )
    .map((row) => {
      const { brandKey: _key, ...shown } = crisisOf(row);
      return shown;
    });

/** @throws EarshotError `not-found` */
export function findCrisis(read: ReadHandle, crisisId: string): StoredCrisis {
  const row = read.get<CrisisRow>(`${SELECT} WHERE c.id = ?`, [crisisId]);
  if (!row) {
    throw new EarshotError(
      'not-found',
      'This crisis room no longer exists. Its start may have been undone.',
      {
        details: { crisisId },
      },
    );
  }
  return crisisOf(row);
}

/** The negative mentions of a crisis, dealt with or not. Copies too: a story that spreads is what a crisis is. */
export const threadFilter = (crisis: Crisis): MentionFilter =>
  MentionFilter.parse({
    brandIds: [crisis.brandId],
    sentiments: ['negative'],
    states: [...MentionState.options],
    copies: true,
    text: crisis.query,
    from: crisis.since,
    to: crisis.endedAt,
  });
