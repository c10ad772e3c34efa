/** What decides whether an entry of a thread still waits for an answer. */
export interface Said {
  ident: string;
  parent: string | null;
  kind: 'post' | 'comment' | 'mention' | 'message' | 'review';
  authorIdent: string;
  own: boolean;
  hidden: boolean;
  gone: boolean;
  /** UTC milliseconds. */
  at: number;
}

/** Whether somebody else said it, to us, and it is still there. */
export const wantsAnswer = ({
  own,
  kind,
  gone,
  hidden,
}: Pick<Said, 'own' | 'kind' | 'gone' | 'hidden'>): boolean => !own && kind !== 'post' && !gone && !hidden;

const isAnswer = ({ own, kind, parent, gone }: Said): boolean =>
  own && !gone && (kind !== 'post' || parent !== null);

/**
 * What nobody has answered yet, oldest first. An own answer settles what it answers and everything its author said before
 * it; others under the same post go on waiting. Where it is not known whom an answer meant (messages, or a parent that was
 * never seen), it settles all that came before.
 * Example: Ana and Dan comment on a post, we answer Ana → Dan's comment waits.
 */
export function waiting<Entry extends Said>(entries: readonly Entry[]): Entry[] {
  const byIdent = new Map(entries.map((entry) => [entry.ident, entry]));
  const answers = entries.filter(isAnswer).map((answer) => ({ answer, whom: whomOf(answer, byIdent) }));
  return entries
    .filter(
      (entry) =>
        wantsAnswer(entry) &&
        !answers.some(({ answer, whom }) => {
          if (answer.parent === entry.ident) return true;
          // Where clocks are coarse, the word that follows an answer may carry the same time.
          if (entry.parent === answer.ident) return false;
          return (
            answer.at >= entry.at && (whom === null || entry.kind === 'message' || whom === entry.authorIdent)
          );
        }),
    )
    .sort((a, b) => a.at - b.at || (a.ident < b.ident ? -1 : 1));
}

/** The author whom an answer goes to, through own answers in between; null where that is not known. */
function whomOf(answer: Said, byIdent: ReadonlyMap<string, Said>): string | null {
  const seen = new Set<string>();
  for (let at: Said | undefined = answer; at !== undefined && !seen.has(at.ident);) {
    seen.add(at.ident);
    const above: Said | undefined = at.parent === null ? undefined : byIdent.get(at.parent);
    if (above !== undefined && !above.own) return above.authorIdent;
    at = above;
  }
  return null;
}
