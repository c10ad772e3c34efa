import { useTranslation } from 'react-i18next';
import type { Alert } from '#shared/contract/alerts.ts';
import { notify } from '#renderer/app/notify.ts';
import { useCommand } from '#renderer/client/index.ts';
import { useFormat } from '#renderer/ui/format.tsx';
import { snoozeUntil, type Snooze } from './snooze.ts';

const DAY = 86_400_000;

/** How long a brand can be muted. */
export const mutes = ['day', 'week', 'month'] as const;
export type Mute = (typeof mutes)[number];
const muteDays: Readonly<Record<Mute, number>> = { day: 1, week: 7, month: 30 };

export interface AlertActions {
  close(alert: Pick<Alert, 'id'>): Promise<void>;
  reopen(alert: Pick<Alert, 'id'>): Promise<void>;
  snooze(alert: Pick<Alert, 'id'>, snooze: Snooze): Promise<void>;
  /** Null lifts it. */
  mute(brandId: string, mute: Mute | null): Promise<void>;
}

/** What can be done with an alert; each is told with its undo. */
export function useAlertActions(): AlertActions {
  const { t } = useTranslation();
  const format = useFormat();
  const setState = useCommand('alerts.setState');
  const snoozeCommand = useCommand('alerts.snooze');
  const setSettings = useCommand('alerts.setSettings');
  const told = (done: { changeId: string | null } | null, message: string): void => {
    if (done !== null) notify({ message, undo: done.changeId });
  };
  return {
    close: async ({ id }) =>
      told(await setState.run({ alertIds: [id], state: 'closed' }), t('alerts.told.closed')),
    reopen: async ({ id }) =>
      told(await setState.run({ alertIds: [id], state: 'seen' }), t('alerts.told.reopened')),
    snooze: async ({ id }, snooze) => {
      const until = snoozeUntil(snooze, Date.now(), format.zone);
      const message = t('alerts.told.snoozed', { time: format.slot(until) });
      told(await snoozeCommand.run({ alertIds: [id], until }), message);
    },
    mute: async (brandId, mute) => {
      const mutedUntil = mute === null ? null : Date.now() + muteDays[mute] * DAY;
      const message =
        mutedUntil === null
          ? t('alerts.told.unmuted')
          : t('alerts.told.muted', { time: format.slot(mutedUntil) });
      told(await setSettings.run({ brandId, mutedUntil }), message);
    },
  };
}
