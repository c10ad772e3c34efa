import { useTranslation } from 'react-i18next';
import { AlertKind } from '#shared/contract/alerts.ts';
import type { CrisisEntry } from '#shared/contract/crisis.ts';
import { spanParts } from './spans.ts';

export interface CrisisWords {
  /** A duration in milliseconds. */
  span(millis: number): string;
  /** A line of the timeline without its time. */
  entry(entry: CrisisEntry): string;
}

/** Durations and timeline entries in the language of the window. */
export function useCrisisWords(): CrisisWords {
  const { t } = useTranslation();
  return {
    span: (millis) =>
      spanParts(millis)
        .map(({ unit, count }) => t(`crisis.span.${unit}`, { count }))
        .join(' '),
    entry: ({ kind, text, count }) => {
      if (kind === 'alert') {
        const name = AlertKind.safeParse(text);
        return t('crisis.timeline.kind.alert', {
          text: name.success ? t(`crisis.alert.${name.data}`) : text,
        });
      }
      const shown = kind === 'pinned' || kind === 'unpinned' ? text || t('crisis.thread.untitled') : text;
      return t(`crisis.timeline.kind.${kind}`, { text: shown, count });
    },
  };
}
