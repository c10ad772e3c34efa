import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { AlertKind } from '#shared/contract/alerts.ts';
import type { CrisisEntry } from '#shared/contract/crisis.ts';
import { useFormat } from '#renderer/ui/format.tsx';
import { spanParts } from './spans.ts';

export interface CrisisWords {
  /** A duration in milliseconds. */
  span(millis: number): string;
  /** 14:02 today, "20 Nov, 14:02" before. `at` in UTC milliseconds. */
  when(at: number): string;
  /** A line of the timeline without its time. */
  entry(entry: CrisisEntry): string;
}

/** Durations, times and timeline entries in the language of the window. */
export function useCrisisWords(): CrisisWords {
  const { t } = useTranslation();
  const { locale, zone } = useFormat();
  return useMemo(() => {
    const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone } as const;
    const short = new Intl.DateTimeFormat(locale, clock);
    const long = new Intl.DateTimeFormat(locale, { ...clock, day: 'numeric', month: 'short' });
    const day = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' });
    return {
      span: (millis) =>
        spanParts(millis)
          .map(({ unit, count }) => t(`crisis.span.${unit}`, { count }))
          .join(' '),
      when: (at) => (day.format(at) === day.format(Date.now()) ? short : long).format(at),
      entry: ({ kind, text, count }) => {
        if (kind === 'alert') {
          const name = AlertKind.safeParse(text);
          return t('crisis.timeline.kind.alert', {
            text: name.success ? t(`alerts.kind.${name.data}`) : text,
          });
        }
        const shown = kind === 'pinned' || kind === 'unpinned' ? text || t('crisis.thread.untitled') : text;
        return t(`crisis.timeline.kind.${kind}`, { text: shown, count });
      },
    };
  }, [t, locale, zone]);
}
