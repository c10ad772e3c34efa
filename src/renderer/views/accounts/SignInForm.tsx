import { Alert, Box, Button, CircularProgress } from '@mui/material';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Network } from '#shared/contract/accounts.ts';
import { LabelledSwitch } from '#renderer/ui/LabelledSwitch.tsx';
import { SettingFields, type Typed } from '#renderer/ui/SettingFields.tsx';
import { fieldProblem, type FieldProblem } from '#renderer/ui/fieldProblem.ts';
import { useNetworkText } from '#renderer/ui/useNetworkText.ts';

export interface SignInFormProps {
  network: Network;
  /** What the button says. */
  submit: string;
  /** Rejects with what went wrong. */
  onSubmit: (typed: Typed, allowLocalNetwork: boolean, signal: AbortSignal) => Promise<void>;
  /** Further fields above the button. */
  children?: ReactNode;
}

/** The form that a network's manifest asks for. Secrets are sent and forgotten; they never come back. */
export function SignInForm({ network, submit, onSubmit, children }: SignInFormProps): ReactNode {
  const { t } = useTranslation();
  const texts = useNetworkText()(network);
  const [typed, setTyped] = useState<Typed>({});
  const [problem, setProblem] = useState<FieldProblem | null>(null);
  const [allowLocal, setAllowLocal] = useState(false);
  const [running, setRunning] = useState<AbortController | null>(null);
  const latest = useRef<AbortController | null>(null);
  useEffect(() => () => latest.current?.abort(), []);

  const send = async (): Promise<void> => {
    const controller = new AbortController();
    latest.current = controller;
    setRunning(controller);
    setProblem(null);
    try {
      await onSubmit(typed, allowLocal, controller.signal);
    } catch (error) {
      if (!controller.signal.aborted) setProblem(fieldProblem(error));
    } finally {
      setRunning(null);
    }
  };

  return (
    <Box
      component="form"
      noValidate
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        if (running === null) void send();
      }}
      sx={{ display: 'grid', gap: 4 }}
    >
      {texts.steps.length === 0 ? null : (
        <Box component="ol" sx={{ m: 0, pl: 5, display: 'grid', gap: 1, fontSize: 13 }}>
          {texts.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </Box>
      )}
      <SettingFields
        connector={network.connector}
        use="account"
        fields={network.accountFields}
        values={typed}
        problem={problem}
        disabled={running !== null}
        onChange={(key, value) => setTyped({ ...typed, [key]: value })}
      />
      {children}
      {problem?.isLocal === true || allowLocal ? (
        <LabelledSwitch
          label={t('accounts.local.allow')}
          help={t('accounts.local.text')}
          checked={allowLocal}
          onChange={setAllowLocal}
        />
      ) : null}
      {problem !== null && !network.accountFields.some(({ key }) => key === problem.field) ? (
        <Alert severity="error" role="alert">
          {problem.text}
        </Alert>
      ) : null}
      {running !== null && opensBrowser(network, typed) ? (
        <Alert severity="info" icon={<CircularProgress size={16} />} role="status">
          {t('accounts.browser')}
        </Alert>
      ) : null}
      <Box sx={{ display: 'flex', gap: 2 }}>
        <Button type="submit" variant="contained" color="primary" disabled={running !== null}>
          {running === null ? submit : t('accounts.signingIn')}
        </Button>
        {running === null ? null : <Button onClick={() => running.abort()}>{t('common.cancel')}</Button>}
      </Box>
    </Box>
  );
}

/** Whether the sign-in goes over a page in the browser: always, or where its secret may be left out and was. */
const opensBrowser = ({ auth, accountFields }: Network, typed: Typed): boolean =>
  auth === 'oauth' ||
  accountFields.some(
    ({ key, input, required }) => input === 'secret' && !required && (typed[key] ?? '') === '',
  );
