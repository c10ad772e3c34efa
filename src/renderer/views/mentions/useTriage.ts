import { useQueryClient, type QueryClient, type QueryKey } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Output } from '#shared/contract/index.ts';
import type { MentionRow, MentionState, MentionTarget } from '#shared/contract/mentions.ts';
import { call } from '#renderer/client/index.ts';
import { notify, notifyFailure } from '#renderer/app/notify.ts';
import { patchPages, patchRow, targetsOf, type Patch } from './rows.ts';
import { listKey, type ListData } from './useMentions.ts';

/** The most mentions one request takes. */
const most = 1000;
const detailKey = ['mentions.get'] as const;

export interface Triage {
  setState(rows: readonly MentionRow[], state: MentionState): Promise<void>;
  star(rows: readonly MentionRow[], starred: boolean): Promise<void>;
  tag(rows: readonly MentionRow[], tag: { id: string; name: string }, on: boolean): Promise<void>;
}

/** Changes mentions at once on the screen, then in the engine; a refusal puts the screen back and says why. `also` gets what was laid over the cache. */
export function useTriage(also: (targets: readonly MentionTarget[], patch: Patch) => void): Triage {
  const client = useQueryClient();
  const { t } = useTranslation();

  const apply = async (
    rows: readonly MentionRow[],
    patch: Patch,
    send: (targets: MentionTarget[]) => Promise<{ changeId: string | null }>,
    message: (count: number) => string,
  ): Promise<void> => {
    const targets = targetsOf(rows);
    if (targets.length === 0) return;
    if (targets.length > most) {
      notify({ message: t('mentions.bulk.tooMany', { max: most }), severity: 'warning' });
      return;
    }
    const restore = await lay(client, targets, patch);
    also(targets, patch);
    try {
      const { changeId } = await send(targets);
      notify({ message: message(rows.length), undo: changeId });
    } catch (error) {
      restore();
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
  };
}

/** Lays a patch over every cached list and detail; returns how to take it off again. */
async function lay(
  client: QueryClient,
  targets: readonly MentionTarget[],
  patch: Patch,
): Promise<() => void> {
  await Promise.all([
    client.cancelQueries({ queryKey: listKey }),
    client.cancelQueries({ queryKey: detailKey }),
  ]);
  const before: [QueryKey, unknown][] = [
    ...client.getQueriesData({ queryKey: listKey }),
    ...client.getQueriesData({ queryKey: detailKey }),
  ];
  client.setQueriesData<ListData>({ queryKey: listKey }, (data) =>
    data === undefined ? data : { ...data, pages: patchPages(data.pages, targets, patch) },
  );
  client.setQueriesData<Output<'mentions.get'>>({ queryKey: detailKey }, (data) =>
    data === undefined ? data : patchRow(data, targets, patch),
  );
  return () => {
    for (const [key, data] of before) client.setQueryData(key, data);
    void client.invalidateQueries({ queryKey: listKey });
    void client.invalidateQueries({ queryKey: detailKey });
  };
}
