import { EarshotError } from '#shared/model/result.ts';
import type { CommandContext, Handlers } from '../../context.ts';
import { findUndoable, listChanges, undoInto, type ChangeRow } from '../../storage/changes.ts';
import { restoreMentionField } from '../../storage/mentions-write.ts';

const entryOf = ({ id, request, at, count, undoable, undone }: ChangeRow) => ({
  changeId: id,
  request,
  at,
  count,
  undoable: undoable === 1 && undone === 0,
  undone: undone === 1,
});

export const historyHandlers = {
  'history.list': ({ limit }, { read }) => ({ changes: listChanges(read, limit).map(entryOf) }),

  'history.undo': async ({ changeId }, context) => {
    const row = findUndoable(context.read, changeId);
    if (!row) {
      if (changeId === null) return { undone: null, changeId: null };
      throw new EarshotError('not-found', 'There is no such change.', { details: { changeId } });
    }
    if (row.undone === 1) throw new EarshotError('conflict', 'This has been taken back already.');
    if (row.undoable === 0) throw new EarshotError('refused', 'This cannot be taken back.');
    const { changeId: made } = context.change(
      (change) => {
        undoInto(change, row.id, restoreMentionField(context.workspace));
      },
      { undoable: false, undoes: row.id },
    );
    await forgetSignIns(context, row.id);
    return { undone: { ...entryOf(row), undoable: false, undone: true }, changeId: made };
  },
} satisfies Handlers<'history.list' | 'history.undo'>;

/** An account that was taken back leaves no sign-in behind. */
async function forgetSignIns({ read, accounts }: CommandContext, changeId: string): Promise<void> {
  const gone = read.all<{ id: string }>(
    `SELECT DISTINCT entity_id AS id FROM change_log WHERE change_id = ? AND entity = 'account'
       AND NOT EXISTS(SELECT 1 FROM account a WHERE a.id = entity_id AND a.archived_at IS NULL)`,
    [changeId],
  );
  for (const { id } of gone) await accounts.secrets.forget(id);
}
