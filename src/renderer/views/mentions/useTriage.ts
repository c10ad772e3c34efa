import { useQueryClient, type QueryClient, type QueryKey } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Output } from '#shared/contract/index.ts';
import type { MentionRow, MentionTarget, Sentiment, SettableState } from '#shared/contract/mentions.ts';
import { call } from '#renderer/client/index.ts';
import { notify, notifyFailure } from '#renderer/app/notify.ts';
import { useFormat } from '#renderer/ui/format.tsx';
import type { BlockChoice } from './menus/BlockMenu.tsx';
import { patchPages, patchRow, targetsOf, type Patch } from './rows.ts';
import { listKey, type ListData } from './useMentions.ts';

/** The most mentions one request takes. */
const most = 1000;
const detailKey = ['mentions.get'] as const;
const copiesKey = ['mentions.copies'] as const;

export interface Triage {
  setState(rows: readonly MentionRow[], state: SettableState): Promise<void>;
  star(rows: readonly MentionRow[], starred: boolean): Promise<void>;
  tag(rows: readonly MentionRow[], tag: { id: string; name: string }, on: boolean): Promise<void>;
  /** `until` in UTC milliseconds. */
  snooze(rows: readonly MentionRow[], until: number): Promise<void>;
  assign(rows: readonly MentionRow[], person: { id: string; name: string } | null): Promise<void>;
  /** Null takes a correction back. */
  correct(rows: readonly MentionRow[], sentiment: Sentiment | null): Promise<void>;
  /** Says that mentions are about the brand, or about something else of that name. */
  teach(rows: readonly MentionRow[], about: boolean): Promise<void>;
  /** Takes copies out of their story, or hides them there again. */
  fold(rows: readonly MentionRow[], folded: boolean): Promise<void>;
  block(rows: readonly MentionRow[], choice: BlockChoice): Promise<void>;
}

/**
 * Changes mentions at once on the screen, then in the engine; a refusal puts the screen back and says why. `also`
 * gets what was laid over the cache.
 */
export function useTriage(also: (targets: readonly MentionTarget[], patch: Patch) => void): Triage {
  const client = useQueryClient();
  const { t } = useTranslation();
  const format = useFormat();

  const apply = async <A extends { changeId: string | null }>(
    rows: readonly MentionRow[],
    patch: Patch | null,
    send: (targets: MentionTarget[]) => Promise<A>,
    message: (count: number, answer: A) => string,
  ): Promise<void> => {
    const targets = targetsOf(rows);
    if (targets.length === 0) return;
    if (targets.length > most) {
      notify({ message: t('mentions.bulk.tooMany', { max: most }), severity: 'warning' });
      return;
    }
    const restore = patch === null ? null : await lay(client, targets, patch);
    if (patch !== null) also(targets, patch);
    try {
      const answer = await send(targets);
      notify({ message: message(rows.length, answer), undo: answer.changeId });
    } catch (error) {
      restore?.();
      notifyFailure(error);
    }
  };

  return {
    setState: (rows, state) =>
      apply(
        rows,
        { type: 'state', state },
        (targets) => call('mentions.setState', { targets, state }),
        (count) => t(`mentions.told.${state}`, { count }),
      ),
    star: (rows, starred) =>
      apply(
        rows,
        { type: 'star', starred },
        (targets) => call('mentions.star', { targets, starred }),
        (count) => t(starred ? 'mentions.told.starred' : 'mentions.told.unstarred', { count }),
      ),
    tag: (rows, tag, on) =>
      apply(
        rows,
        { type: 'tag', tagId: tag.id, on },
        (targets) => call('mentions.tag', { targets, tagId: tag.id, on }),
        (count) => t(on ? 'mentions.told.tagged' : 'mentions.told.untagged', { count, tag: tag.name }),
      ),
    snooze: (rows, until) =>
      apply(
        rows,
        { type: 'snooze', until },
        (targets) => call('mentions.snooze', { targets, until }),
        (count) => t('mentions.told.snoozed', { count, when: format.slot(until) }),
      ),
    assign: (rows, person) =>
      apply(
        rows,
        { type: 'assign', assigneeId: person?.id ?? null },
        (targets) => call('mentions.assign', { targets, assigneeId: person?.id ?? null }),
        (count) =>
          person === null
            ? t('mentions.told.unassigned', { count })
            : t('mentions.told.assigned', { count, name: person.name }),
      ),
    correct: (rows, sentiment) =>
      apply(
        rows,
        sentiment === null ? null : { type: 'sentiment', sentiment },
        (targets) => call('mentions.correct', { targets, sentiment }),
        (count) =>
          sentiment === null
            ? t('mentions.told.uncorrected', { count })
            : t('mentions.told.corrected', { count, sentiment: t(`common.sentiment.${sentiment}`) }),
      ),
    teach: (rows, about) =>
      apply(
        rows,
        { type: 'shelf', shelf: about ? 'main' : 'rejected' },
        (targets) => call('relevance.teach', { targets, about }),
        (count) => t(about ? 'learning.teach.aboutTold' : 'learning.teach.notTold', { count }),
      ),
    fold: (rows, folded) =>
      apply(
        rows,
        { type: 'fold', folded },
        (targets) => call('mentions.fold', { targets, folded }),
        (count) => t(folded ? 'mentions.told.folded' : 'mentions.told.unfolded', { count }),
      ),
    block: (rows, choice) =>
      apply(
        rows,
        choice.mode === 'block' ? { type: 'shelf', shelf: 'blocked' } : null,
        (targets) => call('mentions.block', { targets, ...choice }),
        (_count, { blocked }) =>
          blocked === 0
            ? t('mentions.told.noAuthor')
            : t(`mentions.told.${choice.mode}.${choice.kind}`, { count: blocked }),
      ),
  };
}

/** Lays a patch over every cached list and detail; returns how to take it off again. */
async function lay(
  client: QueryClient,
  targets: readonly MentionTarget[],
  patch: Patch,
): Promise<() => void> {
  const keys = [listKey, detailKey, copiesKey];
  await Promise.all(keys.map((queryKey) => client.cancelQueries({ queryKey })));
  const before = keys.flatMap((queryKey): [QueryKey, unknown][] => client.getQueriesData({ queryKey }));
  client.setQueriesData<ListData>({ queryKey: listKey }, (data) =>
    data === undefined ? data : { ...data, pages: patchPages(data.pages, targets, patch) },
  );
  client.setQueriesData<Output<'mentions.get'>>({ queryKey: detailKey }, (data) =>
    data === undefined ? data : patchRow(data, targets, patch),
  );
  client.setQueriesData<Output<'mentions.copies'>>({ queryKey: copiesKey }, (data) =>
    data === undefined ? data : { ...data, rows: data.rows.map((row) => patchRow(row, targets, patch)) },
  );
  return () => {
    for (const [key, data] of before) client.setQueryData(key, data);
    for (const queryKey of keys) void client.invalidateQueries({ queryKey });
  };
}
