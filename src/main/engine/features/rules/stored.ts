import type { Output } from '#shared/contract/index.ts';
import type { RuleActionType, RuleDraft, RuleScope } from '#shared/contract/rules.ts';
import { parse, toFts } from '#shared/query-language/index.ts';
import { breathe } from '../../collect/stored-items.ts';
import type { Change } from '../../storage/changes.ts';
import { finishChange } from '../../storage/commit.ts';
import type { ReadHandle } from '../../storage/handles.ts';
import { firstIdAt } from '../../storage/item-ids.ts';
import type { Workspace } from '../../storage/workspace.ts';
import { carryOut, decideRules, readyRule, type Applied, type ReadyRule } from './run.ts';
import { subjectsOf, type Subject } from './subjects.ts';

const HOUR = 3_600_000;
const RECENT = 90 * 24 * HOUR;
/** Items between two looks at whether somebody else wants the thread, or the caller has had enough. */
const PAGE = 500;
const EXAMPLES = 10;
const EXCERPT = 160;

/** Where a scope begins, UTC milliseconds at a full hour, so that roll-ups count exactly what a scan sees. */
const beginOf = (scope: RuleScope, now: number): number =>
  scope === 'all' ? 0 : Math.floor((now - RECENT) / HOUR) * HOUR;

/** Mentions on the main shelf since `begin`, from the roll-ups. */
function countSince(read: ReadHandle, begin: number): number {
  return (
    read.get<{ n: number | null }>(
      `SELECT sum(h.negative + h.neutral + h.positive + h.undefined) AS n FROM mention_hour h
       JOIN brand b ON b.key = h.brand WHERE b.archived_at IS NULL AND h.hour >= ?`,
      [begin / HOUR],
    )?.n ?? 0
  );
}

/** A full-text expression every item the rule matches fulfils; null when only looking at each can tell. */
function prefilterOf(rule: RuleDraft): string | null {
  if (rule.match === 'any' && rule.conditions.length > 1) return null;
  for (const condition of rule.conditions) {
    if (condition.type !== 'text') continue;
    const parsed = parse(condition.text);
    const words = parsed.ok ? toFts(parsed.query) : null;
    if (words !== null) return words;
  }
  return null;
}

interface Match {
  subject: Subject;
  applied: Applied;
}

/** What one rule matches among everything stored since `begin`, newest first, a page at a time. */
function* pages(read: ReadHandle, rule: RuleDraft, ready: ReadyRule, begin: number): Generator<Page> {
  const prefilter = prefilterOf(rule);
  const from = firstIdAt(begin);
  let before = Number.MAX_SAFE_INTEGER;
  for (;;) {
    const ids =
      prefilter === null
        ? read.all<{ id: number }>(
            'SELECT DISTINCT item AS id FROM mention INDEXED BY mention_item WHERE item < ? AND item >= ? ORDER BY item DESC LIMIT ?',
            [before, from, PAGE],
          )
        : read.all<{ id: number }>(
            'SELECT rowid AS id FROM search WHERE search MATCH ? AND rowid < ? AND rowid >= ? ORDER BY rowid DESC LIMIT ?',
            [prefilter, before, from, PAGE],
          );
    const subjects = subjectsOf(
      read,
      ids.map(({ id }) => id),
    );
    yield {
      looked: subjects.length,
      matches: subjects.flatMap((subject) =>
        decideRules([ready], subject).map((applied) => ({ subject, applied })),
      ),
    };
    const last = ids.at(-1);
    if (last === undefined || ids.length < PAGE) return;
    before = last.id;
  }
}

interface Page {
  looked: number;
  matches: Match[];
}

/** A dry run of a rule over what is stored. Reads only. */
export async function previewRule(
  read: ReadHandle,
  rule: RuleDraft,
  scope: RuleScope,
  now: number,
  signal: AbortSignal,
): Promise<Output<'rules.preview'>> {
  const begin = beginOf(scope, now);
  const ready = readyRule(read, { id: '', draft: rule });
  const counts = new Map<RuleActionType, number>(rule.actions.map(({ type }) => [type, 0]));
  const result: Output<'rules.preview'> = {
    scanned: countSince(read, begin),
    matched: 0,
    effects: [],
    examples: [],
  };
  for (const { matches } of pages(read, rule, ready, begin)) {
    for (const { subject, applied } of matches) {
      result.matched += 1;
      // A mention that gets two tags is tagged once.
      for (const type of new Set(applied.actions.map((action) => action.type))) {
        counts.set(type, (counts.get(type) ?? 0) + 1);
      }
      if (result.examples.length < EXAMPLES) result.examples.push(exampleOf(subject));
    }
    await breathe(signal);
  }
  result.effects = [...counts].map(([type, count]) => ({ type, count }));
  return result;
}

function exampleOf({ keys, about, standing }: Subject): Output<'rules.preview'>['examples'][number] {
  const { title, text, site, author, publishedAt } = about.item;
  return {
    itemId: keys.itemId,
    brandId: keys.brandId,
    title,
    excerpt: text.slice(0, EXCERPT),
    site,
    author,
    sentiment: standing.sentiment,
    publishedAt,
  };
}

export interface ApplyProgress {
  done: number;
  total: number;
  /** Mentions changed so far. */
  added: number;
}

/**
 * Runs a rule over what is stored: a transaction a page, all of them one entry of the history, so that what
 * was done before a cancel or a crash can be taken back like the whole. Ends early once it is taken back.
 */
export async function applyToStored(
  workspace: Workspace,
  rule: { id: string; draft: RuleDraft },
  change: Change,
  options: { scope: RuleScope; now: number; signal: AbortSignal },
  report: (progress: ApplyProgress) => void,
): Promise<void> {
  const { write } = workspace;
  const begin = beginOf(options.scope, options.now);
  const draft = { ...rule.draft, actions: rule.draft.actions.filter(({ type }) => type !== 'notify') };
  const total = countSince(write, begin);
  const ready = readyRule(write, { id: rule.id, draft });
  let done = 0;
  let added = 0;
  for (const { looked, matches } of pages(write, draft, ready, begin)) {
    const effective = matches.filter(({ applied }) => applied.actions.length > 0);
    if (write.get('SELECT 1 FROM change WHERE undoes = ?', [change.id])) return;
    if (effective.length > 0) {
      write.transaction(() => {
        for (const { subject, applied } of effective) {
          carryOut(workspace, change, subject.keys, applied, options.now);
        }
        finishChange(workspace, change);
      });
      change.touchedItems.clear();
    }
    done += looked;
    added += effective.length;
    report({ done: Math.min(done, total), total, added });
    await breathe(options.signal);
  }
  report({ done: total, total, added });
}
