import { create } from 'zustand';
import type { Measure } from '#shared/contract/compare.ts';

export const spans = ['7', '30', '90', 'custom'] as const;
export type SpanChoice = (typeof spans)[number];

interface CompareScreen {
  span: SpanChoice;
  /** First and last day of a custom span, `YYYY-MM-DD`, both included. */
  fromDay: string;
  toDay: string;
  measure: Measure;
  /** The own brand looked at while the switcher stands on all; null for the first. */
  ownId: string | null;
}

/** What the screen remembers while the person is elsewhere. */
export const useCompareScreen = create<CompareScreen>()(() => ({
  span: '30',
  fromDay: '',
  toDay: '',
  measure: 'mentions',
  ownId: null,
}));

export const setCompare = (part: Partial<CompareScreen>): void => useCompareScreen.setState(part);
