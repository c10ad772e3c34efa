import { useTranslation } from 'react-i18next';
import type { Input } from '#shared/contract/index.ts';
import type { SavedView } from '#shared/contract/triage.ts';
import { notify } from '#renderer/app/notify.ts';
import { useCommand, useRequest } from '#renderer/client/index.ts';
import { useFormat } from '#renderer/ui/format.tsx';
import { toView, type Filters } from './filter.ts';

export interface ViewActions {
  /** Answers whether it worked. */
  rename(view: SavedView, name: string): Promise<boolean>;
  /** To its place in the row, 0 the first. */
  move(view: SavedView, position: number): Promise<void>;
  /** Gives it the filters of the screen. */
  replace(view: SavedView): Promise<void>;
  /** Answers whether it worked. */
  remove(view: SavedView): Promise<boolean>;
}

const none: readonly SavedView[] = [];

/** The saved views and what can be done with them; every step can be taken back. */
export function useViews(screen: { filters: Filters; brandIds: readonly string[] }): ViewActions & {
  views: readonly SavedView[];
  /** Saves the filters of the screen; answers the id of the new view, null when that failed. */
  create(name: string): Promise<string | null>;
} {
  const { t } = useTranslation();
  const { zone } = useFormat();
  const brandIds = [...screen.brandIds];
  const views = useRequest('views.list', { brandIds }, { keepPrevious: true }).data?.views ?? none;
  const [adding, updating, removing] = [
    useCommand('views.create'),
    useCommand('views.update'),
    useCommand('views.remove'),
  ];
  const filter = (): SavedView['filter'] => toView(screen.filters, brandIds, zone);
  const update = async (change: Input<'views.update'>, message: string): Promise<boolean> => {
    const done = await updating.run(change);
    if (done !== null) notify({ message, undo: done.changeId });
    return done !== null;
  };

  return {
    views,
    create: async (name) => {
      const made = await adding.run({ name, filter: filter() });
      if (made === null) return null;
      notify({ message: t('mentions.views.added', { name }), undo: made.changeId });
      return made.viewId;
    },
    rename: (view, name) => update({ viewId: view.id, name }, t('mentions.views.renamed', { name })),
    move: async (view, position) => {
      await update({ viewId: view.id, position }, t('mentions.views.moved', { name: view.name }));
    },
    replace: async (view) => {
      const { name } = view;
      await update({ viewId: view.id, filter: filter() }, t('mentions.views.replaced', { name }));
    },
    remove: async ({ id, name }) => {
      const done = await removing.run({ viewId: id });
      if (done !== null) notify({ message: t('mentions.views.removed', { name }), undo: done.changeId });
      return done !== null;
    },
  };
}
