/** The field a note is written in; one on screen at most, since one mention is read at a time. */
export const noteFieldId = 'mention-note';

/** The item whose field is to have the cursor as soon as it is there. */
let wanted: number | null = null;

/** Puts the cursor where a note on this item is written: once a menu that is open has closed, and once its pane is there. */
export function writeNote(itemId: number): void {
  wanted = itemId;
  requestAnimationFrame(() => {
    if (document.getElementById(noteFieldId)?.dataset['item'] === String(itemId)) focusIfWanted(itemId);
  });
}

/** Called where the field of this item has come up: what was wanted of another item is no longer. */
export function focusIfWanted(itemId: number): void {
  const own = wanted === itemId;
  wanted = null;
  if (own) document.getElementById(noteFieldId)?.focus();
}
