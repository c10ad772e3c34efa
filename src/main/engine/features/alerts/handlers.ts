import { EarshotError } from '#shared/model/result.ts';
import type { CommandContext, Handlers } from '../../context.ts';
import type { Change } from '../../storage/changes.ts';
import { builtInWords, checkWords } from './crisis-words.ts';
import { evaluateAlerts } from './evaluate.ts';
import { countNew, listAlerts, loadAlert } from './queries.ts';
import { loadWordTools } from './rising-words.ts';
import { readSettings, watchedBrands, writeSettings } from './settings.ts';
import { alertStateCode } from './store.ts';

/** Applies `patch` to each alert as one step of the history. */
function eachAlert(
  context: CommandContext,
  alertIds: readonly string[],
  patch: (change: Change, id: string) => void,
  undoable = true,
): { changeId: string | null } {
  const { changeId } = context.change(
    (change) => {
      for (const id of new Set(alertIds)) patch(change, id);
    },
    { undoable },
  );
  return { changeId };
}

export const alertHandlers = {
  'alerts.list': (input, { read }) => listAlerts(read, input),
  'alerts.count': ({ brandIds }, { read }) => ({ new: countNew(read, brandIds) }),
  'alerts.get': ({ alertId }, { read, view }) => loadAlert(read, view, alertId),

  'alerts.setState': ({ alertIds, state }, context) =>
    eachAlert(context, alertIds, (change, id) => {
      change.update('alert', id, { state: alertStateCode(state), snoozed_until: null });
    }),

  'alerts.snooze': ({ alertIds, until }, context) => {
    if (until <= context.ports.clock.now()) {
      throw new EarshotError('invalid', 'Choose a time that is still to come.', {
        details: { field: 'until' },
      });
    }
    return eachAlert(context, alertIds, (change, id) => {
      change.update('alert', id, { state: alertStateCode('snoozed'), snoozed_until: until });
    });
  },

  'alerts.seen': ({ alertIds }, context) => {
    eachAlert(
      context,
      alertIds,
      (change, id) => {
        const row = change.write.get<{ state: number }>('SELECT state FROM alert WHERE id = ?', [id]);
        if (row?.state === alertStateCode('new'))
          change.update('alert', id, { state: alertStateCode('seen') });
      },
      false,
    );
    return {};
  },

  'alerts.settings': (_input, { read }) => ({
    settings: watchedBrands(read).map(({ settings }) => settings),
    builtInWords: { ...builtInWords },
  }),

  'alerts.setSettings': ({ brandId, ...patch }, context) => {
    if (patch.words !== undefined) checkWords(patch.words);
    const { changeId } = context.change((change) => {
      const brand = change.write.get<{ role: string }>('SELECT role FROM brand WHERE id = ?', [brandId]);
      if (!brand) throw new EarshotError('not-found', 'This brand no longer exists.');
      if (brand.role !== 'own') {
        throw new EarshotError(
          'refused',
          'Alerts are set for your own brands; those about a competitor belong to the brand it is compared with.',
        );
      }
      writeSettings(change, { ...readSettings(change.write, brandId), ...definedOf(patch), brandId });
    });
    return { changeId };
  },

  'alerts.evaluate': async (_input, context) => {
    await loadWordTools();
    const raised = evaluateAlerts(context.workspace, context.ports.clock.now());
    if (raised > 0) context.emitChanged(['alerts']);
    return { raised };
  },
} satisfies Handlers<
  | 'alerts.list'
  | 'alerts.count'
  | 'alerts.get'
  | 'alerts.setState'
  | 'alerts.snooze'
  | 'alerts.seen'
  | 'alerts.settings'
  | 'alerts.setSettings'
  | 'alerts.evaluate'
>;

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Leaves out what was not given: a patch must not set a part to undefined. */
function definedOf<T extends object>(patch: T): Defined<T> {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as Defined<T>;
}
