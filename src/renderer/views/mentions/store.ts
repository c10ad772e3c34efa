import { create } from 'zustand';
import { noFilters, type Filters } from './filter.ts';
import { nothingSelected, reduce, type Selection, type Step } from './selection.ts';

interface MentionsScreen {
  filters: Filters;
  selection: Selection;
  /** In a narrow window: whether the reading pane lies over the list. */
  reading: boolean;
}

/** What the screen remembers while the person is elsewhere. */
export const useMentionsScreen = create<MentionsScreen>()(() => ({
  filters: noFilters,
  selection: nothingSelected,
  reading: false,
}));

/** Other filters mean another list: what was ticked in the old one is let go, the open mention stays. */
export function setFilters(filters: Filters): void {
  useMentionsScreen.setState(({ selection }) => ({
    filters,
    selection: { ...selection, ticked: new Set() },
  }));
}

export function step(one: Step, ids: readonly number[]): void {
  useMentionsScreen.setState(({ selection }) => ({ selection: reduce(selection, one, ids) }));
}

export function setReading(reading: boolean): void {
  useMentionsScreen.setState({ reading });
}
