import { MentionFilter } from '#shared/contract/mentions.ts';
import type { LearningStatus } from '#shared/contract/learning.ts';
import { breathe } from '../../collect/stored-items.ts';
import type { ExplainInput, Judge } from '../../collect/judge.ts';
import { kindOf, sentimentCode, sentimentOf } from '../../storage/codes.ts';
import type { ReadHandle } from '../../storage/handles.ts';
import type { Workspace } from '../../storage/workspace.ts';
import {
  checkHead,
  headFeatures,
  packHead,
  trainHead,
  WEAK_WEIGHT,
  type HeadCheck,
  type HeadExample,
} from '../../understand/personal.ts';
import { listMentions } from '../mentions/list.ts';
import { agreementByWeek, TEACHES } from './labels.ts';

/** Fewer labels teach nothing. */
const FEWEST_LABELS = 5;
/** The newest ones are learned from: what a person means changes, and training must end. */
const MOST_LABELS = 2000;
/** Dealt with and left as judged: at most this many per label, so that they steady the head and no more. */
const WEAK_PER_LABEL = 3;
const MOST_WEAK = 300;
const ORDINARY = 200;
const BATCH = 200;

interface HeadRow {
  learnFrom: number;
  learned: string;
  trainedAt: number | null;
  corrections: number;
  baseAgreement: number | null;
  ownAgreement: number | null;
  promoted: number;
  weights: Uint8Array | null;
}

const headRow = (read: ReadHandle): HeadRow => {
  const row = read.get<HeadRow>(
    `SELECT learn_from AS learnFrom, learned, trained_at AS trainedAt, corrections, base_agreement AS baseAgreement,
       own_agreement AS ownAgreement, promoted, weights FROM personal_head WHERE key = 1`,
  );
  if (!row) throw new Error('personal_head has lost its row');
  return row;
};

/** Has new texts judged with the head in use, or with none. */
export function publishHead(read: ReadHandle, judge: Judge): void {
  const { promoted, weights } = headRow(read);
  judge.learn(promoted === 1 ? weights : null);
}

/** Changes whenever a label that counts is given, changed or taken back. */
function fingerprint(read: ReadHandle, learnFrom: number): { print: string; newest: number } {
  const row = read.get<{ print: string; newest: number }>(
    `SELECT count(*) || ':' || ifnull(sum(created_at), 0) AS print, ifnull(max(created_at), 0) AS newest
     FROM correction WHERE created_at > ? AND ${TEACHES}`,
    [learnFrom],
  );
  return row ?? { print: '0:0', newest: 0 };
}

/** When the newest label came that nothing was learned from yet, in UTC milliseconds; null where all were. */
export function waitingSince(read: ReadHandle): number | null {
  const { learnFrom, learned } = headRow(read);
  const { print, newest } = fingerprint(read, learnFrom);
  return print === learned || (learned === '' && print === '0:0') ? null : newest;
}

interface LabelRow {
  itemId: number;
  title: string;
  text: string;
  language: string;
  kind: number;
  label: string;
}

const labelRows = (read: ReadHandle, learnFrom: number): LabelRow[] =>
  read.all<LabelRow>(
    `SELECT i.id AS itemId, i.title, i.body AS text, l.id AS language, i.kind, c.label FROM correction c
     JOIN item i ON i.id = c.item JOIN language l ON l.key = i.language
     WHERE c.created_at > ? AND ${TEACHES} ORDER BY c.id DESC LIMIT ${MOST_LABELS}`,
    [learnFrom],
  );

/** Mentions dealt with (done or starred) whose sentiment nobody touched: weakly, a word that it was right. */
function weakRows(workspace: Workspace, count: number): LabelRow[] {
  const { read } = workspace;
  const ids = new Set<number>();
  for (const part of [{ states: ['done' as const] }, { starred: true }]) {
    const { rows } = listMentions(read, workspace, {
      filter: MentionFilter.parse({ ...part, sentiments: ['negative', 'neutral', 'positive'] }),
      after: null,
      limit: count,
    });
    for (const { itemId, mentions } of rows)
      if (!mentions.some(({ corrected }) => corrected)) ids.add(itemId);
  }
  const rows = read.all<Omit<LabelRow, 'label'> & { sentiment: number }>(
    `SELECT i.id AS itemId, i.title, i.body AS text, l.id AS language, i.kind, i.sentiment FROM item i
     JOIN language l ON l.key = i.language WHERE i.id IN (SELECT value FROM json_each(?)) ORDER BY i.id DESC LIMIT ?`,
    [JSON.stringify([...ids]), count],
  );
  return rows.map(({ sentiment, ...row }) => ({ ...row, label: sentimentOf(sentiment) }));
}

/** The newest mentions, whatever became of them: they show which words are simply everywhere. */
function ordinaryTexts(workspace: Workspace): Int32Array[] {
  const { read } = workspace;
  const { rows } = listMentions(read, workspace, {
    filter: MentionFilter.parse({}),
    after: null,
    limit: ORDINARY,
  });
  return read
    .all<Omit<LabelRow, 'label'>>(
      `SELECT i.id AS itemId, i.title, i.body AS text, l.id AS language, i.kind FROM item i
       JOIN language l ON l.key = i.language WHERE i.id IN (SELECT value FROM json_each(?))`,
      [JSON.stringify(rows.map(({ itemId }) => itemId))],
    )
    .map((row) => headFeatures(explainInput(row)));
}

export const explainInput = ({
  title,
  text,
  language,
  kind,
}: Omit<LabelRow, 'label' | 'itemId'>): ExplainInput => ({
  title,
  text,
  language: language === 'und' ? null : language,
  kind: kindOf(kind),
});

/** The labels with what the shipped model makes of their texts; those it does not understand are left out. */
async function toExamples(
  judge: Judge,
  rows: readonly LabelRow[],
  weight: number,
  signal: AbortSignal,
): Promise<HeadExample[]> {
  const examples: HeadExample[] = [];
  for (let at = 0; at < rows.length; at += BATCH) {
    const batch = rows.slice(at, at + BATCH);
    const explained = await judge.explain(batch.map(explainInput));
    signal.throwIfAborted();
    batch.forEach((row, index) => {
      const base = explained[index]?.base;
      if (base === undefined || base.sentiment === 'undefined') return;
      const label = sentimentCode(sentimentOf(['negative', 'neutral', 'positive'].indexOf(row.label)));
      const features = headFeatures(explainInput(row));
      examples.push({ features, logits: base.logits, label, weight });
    });
  }
  return examples;
}

/** Long training lets other calls in between its pieces. */
async function checked(
  examples: readonly HeadExample[],
  ordinary: readonly Int32Array[],
  signal: AbortSignal,
): Promise<HeadCheck> {
  const check = checkHead(examples, ordinary);
  for (;;) {
    const started = performance.now();
    while (performance.now() - started < 8) {
      const step = check.next();
      if (step.done === true) return step.value;
    }
    await breathe(signal);
  }
}

/**
 * Learns from all labels that count and stores the head. It is used only where it agrees with its owner no less
 * than the shipped model, on labels it had not seen.
 */
export async function learnFromLabels(
  workspace: Workspace,
  judge: Judge,
  now: number,
  signal: AbortSignal,
): Promise<void> {
  const { read, write } = workspace;
  const { learnFrom } = headRow(read);
  const { print } = fingerprint(read, learnFrom);
  const labels = labelRows(read, learnFrom);
  let stored: Omit<HeadRow, 'learnFrom' | 'learned'> = {
    trainedAt: null,
    corrections: labels.length,
    baseAgreement: null,
    ownAgreement: null,
    promoted: 0,
    weights: null,
  };
  if (labels.length >= FEWEST_LABELS) {
    const weak = weakRows(workspace, Math.min(MOST_WEAK, WEAK_PER_LABEL * labels.length));
    const examples = [
      ...(await toExamples(judge, weak, WEAK_WEIGHT, signal)),
      ...(await toExamples(judge, labels, 1, signal)).reverse(),
    ];
    const ordinary = ordinaryTexts(workspace);
    const { base, learned } = await checked(examples, ordinary, signal);
    stored = {
      trainedAt: now,
      corrections: labels.length,
      baseAgreement: base,
      ownAgreement: learned,
      promoted: learned >= base && examples.length > 0 ? 1 : 0,
      weights: packHead(trainHead(examples, ordinary)),
    };
  }
  write.run(
    `UPDATE personal_head SET learned = ?, trained_at = ?, corrections = ?, base_agreement = ?, own_agreement = ?,
       promoted = ?, weights = ? WHERE key = 1 AND learn_from = ?`,
    [
      print,
      stored.trainedAt,
      stored.corrections,
      stored.baseAgreement,
      stored.ownAgreement,
      stored.promoted,
      stored.weights,
      // Forgotten while it was learning: then this is not kept.
      learnFrom,
    ],
  );
  publishHead(workspace.write, judge);
}

/** Nothing given until `now` is learned from any more; corrections themselves stay. */
export function forgetHead(workspace: Workspace, now: number): void {
  workspace.write.run(
    `UPDATE personal_head SET learn_from = ?, learned = '0:0', trained_at = NULL, corrections = 0, base_agreement = NULL,
       own_agreement = NULL, promoted = 0, weights = NULL WHERE key = 1`,
    [now],
  );
}

/** Everything given is learned from again, what was forgotten included. */
export function rememberAll(workspace: Workspace): void {
  workspace.write.run("UPDATE personal_head SET learn_from = 0, learned = '' WHERE key = 1");
}

export function learningStatus(read: ReadHandle, view: Pick<Workspace, 'zone'>): LearningStatus {
  const row = headRow(read);
  const weeks = agreementByWeek(read, view.zone);
  const count = (sql: string, ...parameters: number[]): number =>
    read.get<{ n: number }>(sql, parameters)?.n ?? 0;
  return {
    labels: weeks.reduce((sum, { labels }) => sum + labels, 0),
    agreed: weeks.reduce((sum, { agreed }) => sum + agreed, 0),
    weeks,
    head:
      row.trainedAt === null
        ? null
        : {
            trainedAt: row.trainedAt,
            corrections: row.corrections,
            baseAgreement: row.baseAgreement ?? 0,
            ownAgreement: row.ownAgreement ?? 0,
            used: row.promoted === 1,
          },
    forgotten: count(
      `SELECT count(*) AS n FROM correction WHERE created_at <= ? AND ${TEACHES}`,
      row.learnFrom,
    ),
    waiting: waitingSince(read) !== null,
    rejudged: count('SELECT count(*) AS n FROM rejudged'),
  };
}
