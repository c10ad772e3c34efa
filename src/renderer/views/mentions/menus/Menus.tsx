import type { ReactNode } from 'react';
import type { MentionRow } from '#shared/contract/mentions.ts';
import { assigneesOf, tagsOf } from '../rows.ts';
import type { Triage } from '../useTriage.ts';
import { AssignMenu } from './AssignMenu.tsx';
import { BlockMenu } from './BlockMenu.tsx';
import { SnoozeMenu } from './SnoozeMenu.tsx';
import { TagMenu } from './TagMenu.tsx';

export type MenuKind = 'tag' | 'snooze' | 'assign' | 'block';

export interface OpenMenu {
  kind: MenuKind;
  itemIds: readonly number[];
  anchor: Element | null;
}

export interface MenusProps {
  menu: OpenMenu;
  /** What the choice is for. */
  rows: readonly MentionRow[];
  triage: Triage;
  /** After a choice that takes the rows out of sight. */
  onGone: () => void;
  onClose: () => void;
}

/** The one menu that is open over the list or the reading pane. */
export function Menus({ menu, rows, triage, onGone, onClose }: MenusProps): ReactNode {
  const { anchor } = menu;
  switch (menu.kind) {
    case 'tag':
      return (
        <TagMenu
          anchor={anchor}
          carried={new Set(sharedBy(rows, tagsOf))}
          onToggle={(tag, on) => void triage.tag(rows, tag, on)}
          onClose={onClose}
        />
      );
    case 'snooze':
      return (
        <SnoozeMenu
          anchor={anchor}
          onSnooze={(until) => {
            void triage.snooze(rows, until);
            onGone();
          }}
          onClose={onClose}
        />
      );
    case 'assign':
      return (
        <AssignMenu
          anchor={anchor}
          assigneeId={sharedBy(rows, assigneesOf)[0] ?? null}
          onAssign={(person) => void triage.assign(rows, person)}
          onClose={onClose}
        />
      );
    case 'block':
      return (
        <BlockMenu
          anchor={anchor}
          rows={rows}
          onBlock={(choice) => {
            void triage.block(rows, choice);
            if (choice.mode === 'block') onGone();
          }}
          onClose={onClose}
        />
      );
  }
}

/** What all of the rows carry. */
function sharedBy(rows: readonly MentionRow[], carried: (row: MentionRow) => string[]): string[] {
  const [first, ...others] = rows;
  if (first === undefined) return [];
  return carried(first).filter((id) => others.every((row) => carried(row).includes(id)));
}
