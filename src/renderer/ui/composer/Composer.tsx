import { Box, Button, FormControlLabel, Switch, Tab, Tabs } from '@mui/material';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PublishingAccount } from '#shared/contract/calendar.ts';
import { Accounts } from './Accounts.tsx';
import { ContentFields } from './ContentFields.tsx';
import { contentFor, edited, sharedAgain, type Content, type PostDraft } from './draft.ts';

const ALL = 'all';

export interface ComposerProps {
  draft: PostDraft;
  /** Those that can be chosen. */
  accounts: readonly PublishingAccount[];
  /** Names of brands by their id. */
  brands: ReadonlyMap<string, string>;
  disabled: boolean;
  /** Whether the text has the keyboard at once. */
  autoFocus?: boolean;
  onChange: (draft: PostDraft) => void;
}

/** Writes a post once, with a version of its own for any account that needs one. */
export function Composer({
  draft,
  accounts,
  brands,
  disabled,
  autoFocus = false,
  onChange,
}: ComposerProps): ReactNode {
  const { t } = useTranslation();
  const [tab, setTab] = useState(ALL);
  const panelId = useId();
  const chosen = draft.accountIds.flatMap((id) => accounts.find((account) => account.id === id) ?? []);
  const here = chosen.find(({ id }) => id === tab) ?? null;
  const content = here === null ? draft.shared : contentFor(draft, here.id);
  const change = (part: Partial<Content>): void => onChange(edited(draft, here?.id ?? null, part));
  const counted = here === null ? chosen.filter(({ id }) => draft.own[id] === undefined) : [here];
  return (
    <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Accounts draft={draft} accounts={accounts} brands={brands} disabled={disabled} onChange={onChange} />
      {chosen.length < 2 ? null : (
        <Tabs
          value={here === null ? ALL : tab}
          onChange={(_event, value: string) => setTab(value)}
          variant="scrollable"
          scrollButtons={false}
          aria-label={t('composer.versions')}
          sx={{ borderBottom: 1, borderColor: 'divider' }}
        >
          <Tab value={ALL} label={t('composer.all')} aria-controls={panelId} />
          {chosen.map((account) => (
            <Tab
              key={account.id}
              value={account.id}
              title={account.handle}
              aria-controls={panelId}
              label={versionName(
                account,
                chosen,
                draft.own[account.id] !== undefined ? t('composer.own') : null,
              )}
            />
          ))}
        </Tabs>
      )}
      <ContentFields
        key={here?.id ?? ALL}
        id={panelId}
        content={content}
        accounts={here === null ? chosen : [here]}
        counted={counted}
        label={here === null ? t('composer.text') : t('composer.textFor', { handle: here.handle })}
        disabled={disabled}
        autoFocus={autoFocus}
        onChange={change}
      >
        {here === null || draft.own[here.id] === undefined ? null : (
          <Box>
            <Button variant="text" disabled={disabled} onClick={() => onChange(sharedAgain(draft, here.id))}>
              {t('composer.sameAgain')}
            </Button>
          </Box>
        )}
      </ContentFields>
      {chosen.some(canHold(draft)) ? (
        <FormControlLabel
          control={
            <Switch
              checked={draft.hold}
              disabled={disabled}
              onChange={(event) => onChange({ ...draft, hold: event.target.checked })}
            />
          }
          label={t('composer.hold')}
        />
      ) : null}
    </Box>
  );
}

/** Whether an account's network could hold what it would say: networks hold single posts, not threads. */
const canHold =
  (draft: PostDraft) =>
  ({ id, publishing }: PublishingAccount): boolean =>
    publishing.holds !== null && contentFor(draft, id).thread.length === 0;

/** The network, with the handle where two accounts are on the same one. */
function versionName(
  { network, handle }: PublishingAccount,
  chosen: readonly PublishingAccount[],
  own: string | null,
): string {
  const isAlone = chosen.filter((other) => other.network === network).length === 1;
  const name = isAlone ? network : `${network} · ${handle.slice(0, 24)}`;
  return own === null ? name : `${name} · ${own}`;
}
