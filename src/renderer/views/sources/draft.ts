import type { Input } from '#shared/contract/index.ts';
import type { Source, SourceKind } from '#shared/contract/sources.ts';
import type { Typed } from '#renderer/ui/SettingFields.tsx';

/** What a form of a source holds while it is filled in. */
export interface Draft {
  settings: Typed;
  accountId: string | null;
  allowLocalNetwork: boolean;
}

interface Connected {
  id: string;
  health: { status: string };
}

/** A new form: where an account is needed, the first one that works is chosen already. */
export function newDraft({ start, account }: SourceKind, accounts: readonly Connected[]): Draft {
  const works = accounts.find(({ health }) => health.status !== 'reauth') ?? accounts[0];
  return {
    settings: start,
    accountId: account === 'must' ? (works?.id ?? null) : null,
    allowLocalNetwork: false,
  };
}

/** The form of a source that is there. An account that was removed has to be chosen anew. */
export function draftOf(
  { fields, start }: Pick<SourceKind, 'fields' | 'start'>,
  { settings, account, allowLocalNetwork }: Pick<Source, 'settings' | 'account' | 'allowLocalNetwork'>,
): Draft {
  const known = fields.map(({ key }) => {
    const value = settings[key];
    return [
      key,
      typeof value === 'string' || typeof value === 'boolean' ? value : (start[key] ?? ''),
    ] as const;
  });
  return {
    settings: Object.fromEntries(known),
    accountId: account === null || account.status === 'removed' ? null : account.id,
    allowLocalNetwork,
  };
}

/** What a form changed of a source: settings only if some were touched, so that a new name needs no more than that. */
export function changesOf(
  source: Pick<Source, 'settings' | 'account' | 'allowLocalNetwork'>,
  before: Draft,
  { settings, accountId, allowLocalNetwork }: Draft,
): Pick<Input<'sources.update'>, 'settings' | 'accountId' | 'allowLocalNetwork'> {
  return {
    allowLocalNetwork,
    ...(settings === before.settings ? {} : { settings: { ...source.settings, ...settings } }),
    ...(accountId === (source.account?.id ?? null) ? {} : { accountId }),
  };
}
