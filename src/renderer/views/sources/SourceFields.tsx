import { Alert } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account } from '#shared/contract/accounts.ts';
import type { SourceKind } from '#shared/contract/sources.ts';
import { LabelledSwitch } from '#renderer/ui/LabelledSwitch.tsx';
import { SettingFields } from '#renderer/ui/SettingFields.tsx';
import type { FieldProblem } from '#renderer/ui/fieldProblem.ts';
import { AccountChoice } from './AccountChoice.tsx';
import type { Draft } from './draft.ts';

export interface SourceFieldsProps {
  kind: SourceKind;
  /** Own accounts on this network. */
  accounts: readonly Account[];
  draft: Draft;
  problem: FieldProblem | null;
  /** Whether to offer the local network before an address there stood in the way. */
  offersLocal: boolean;
  disabled: boolean;
  onChange: (draft: Draft) => void;
}

/** The form that a connector's manifest asks for, the account it reads through, and what is wrong. */
export function SourceFields(props: SourceFieldsProps): ReactNode {
  const { kind, accounts, draft, problem, offersLocal, disabled, onChange } = props;
  const { t } = useTranslation();
  const hasAccount = kind.account !== 'none';
  const shown = [...kind.fields.map(({ key }) => key), ...(hasAccount ? ['account'] : [])];
  const isElsewhere = problem !== null && !shown.some((key) => key === problem.field);
  return (
    <>
      <SettingFields
        connector={kind.connector}
        use="source"
        fields={kind.fields}
        values={draft.settings}
        problem={problem}
        disabled={disabled}
        onChange={(key, value) => onChange({ ...draft, settings: { ...draft.settings, [key]: value } })}
      />
      {hasAccount ? (
        <AccountChoice
          need={kind.account}
          accounts={accounts}
          value={draft.accountId}
          wrong={problem?.field === 'account' ? problem.text : null}
          disabled={disabled}
          onChange={(accountId) => onChange({ ...draft, accountId })}
        />
      ) : null}
      {offersLocal || problem?.isLocal === true || draft.allowLocalNetwork ? (
        <LabelledSwitch
          label={t('sources.edit.local')}
          help={t('sources.edit.localHelp')}
          checked={draft.allowLocalNetwork}
          disabled={disabled}
          onChange={(allowLocalNetwork) => onChange({ ...draft, allowLocalNetwork })}
        />
      ) : null}
      {isElsewhere ? (
        <Alert severity="error" role="alert">
          {problem.text}
        </Alert>
      ) : null}
    </>
  );
}
