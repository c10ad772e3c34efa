/** The field a note is written in; one on screen at most, since one mention is read at a time. */
export const noteFieldId = 'mention-note';

/** Puts the cursor where a note is written, once a menu that is open has closed. */
export function focusNote(): void {
  requestAnimationFrame(() => document.getElementById(noteFieldId)?.focus());
}
