import { create } from 'zustand';
import { noFilters, type Filters } from './filter.ts';
import { nothingSelected, reduce, type Selection, type Step } from './selection.ts';

interface MentionsScreen {
  filters: Filters;
  /** The tab the filters started from: a built-in one, or the id of a saved view. */
  tab: string;
  selection: Selection;
  /** Item ids of the stories whose copies show in the list. */
  unfolded: ReadonlySet<number>;
  /** In a narrow window: whether the reading pane lies over the list. */
  reading: boolean;
  /** Whether the chips that are seldom needed show. */
  allChips: boolean;
}

/** What the screen remembers while the person is elsewhere. */
export const useMentionsScreen = create<MentionsScreen>()(() => ({
  filters: noFilters,
  tab: 'all',
  selection: nothingSelected,
  unfolded: new Set(),
  reading: false,
  allChips: false,
}));

/** Other filters mean another list: what was ticked in the old one is let go, the open mention stays. */
export function setFilters(filters: Filters, tab?: string): void {
  useMentionsScreen.setState((state) => ({
    filters,
    tab: tab ?? state.tab,
    selection: { ...state.selection, ticked: new Set() },
  }));
}

export function step(one: Step, ids: readonly number[]): void {
  useMentionsScreen.setState(({ selection }) => ({ selection: reduce(selection, one, ids) }));
}

/** Shows a story's copies in the list, or hides them again. */
export function setUnfolded(itemId: number, on: boolean): void {
  useMentionsScreen.setState(({ unfolded }) => {
    const next = new Set(unfolded);
    if (on) next.add(itemId);
    else next.delete(itemId);
    return { unfolded: next };
  });
}

export function setReading(reading: boolean): void {
  useMentionsScreen.setState({ reading });
}

export function setAllChips(allChips: boolean): void {
  useMentionsScreen.setState({ allChips });
}
