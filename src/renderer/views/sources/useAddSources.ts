import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Input, Output } from '#shared/contract/index.ts';
import { failureText } from '#renderer/app/i18n/failure.ts';
import { notify } from '#renderer/app/notify.ts';
import { call } from '#renderer/client/index.ts';

export type Proposal = Pick<
  Output<'sources.discover'>['proposals'][number],
  'connector' | 'name' | 'settings'
>;

/** Adds what was proposed, one after the other, and says in one notice what became of it. */
export function useAddSources(): {
  add: (proposals: readonly Proposal[], allowLocalNetwork: boolean) => Promise<boolean>;
  busy: boolean;
} {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);

  /** True when all were added. */
  const add = async (proposals: readonly Proposal[], allowLocalNetwork: boolean): Promise<boolean> => {
    setBusy(true);
    const changes: string[] = [];
    const reasons: string[] = [];
    for (const { connector, name, settings } of proposals) {
      const input: Input<'sources.create'> = {
        connector,
        name: name.slice(0, 200) || null,
        settings,
        allowLocalNetwork,
      };
      try {
        const { changeId } = await call('sources.create', input);
        changes.push(changeId);
      } catch (error) {
        reasons.push(failureText(error));
      }
    }
    setBusy(false);
    const undo = changes.length === 1 ? (changes[0] ?? null) : null;
    const added = changes.length;
    const [reason] = reasons;
    if (reason !== undefined && added === 0) notify({ message: reason, severity: 'error' });
    else if (reason !== undefined) {
      notify({
        message: t('sources.dialog.partly', { added, failed: reasons.length, reason }),
        severity: 'warning',
      });
    } else if (added === 1)
      notify({ message: t('sources.told.added', { name: proposals[0]?.name ?? '' }), undo });
    else notify({ message: t('sources.told.addedMany', { count: added }) });
    return reasons.length === 0;
  };
  return { add, busy };
}
