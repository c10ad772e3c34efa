import type { Outgoing } from '#shared/contract/inbox.ts';

export type OutgoingWord = 'waiting' | 'sending' | 'uncertain' | 'failed' | 'missed';

/** How the state of something on its way out reads. */
export function outgoingWord(state: Outgoing['state']): OutgoingWord | null {
  switch (state) {
    case 'draft':
    case 'approved':
    case 'queued':
      return 'waiting';
    case 'sending':
    case 'uncertain':
    case 'failed':
    case 'missed':
      return state;
    case 'sent':
    case 'cancelled':
      return null;
  }
}

/** What is on its way for an entry by a kind, the newest where there are several. */
export const pendingOf = (
  actions: readonly Outgoing[],
  kind: Outgoing['kind'],
  ident: string,
): Outgoing | undefined => actions.findLast((action) => action.kind === kind && action.ident === ident);
