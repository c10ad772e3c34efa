import { Alert, Box, Button, CircularProgress, MenuItem, Switch, TextField, Typography } from '@mui/material';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Network } from '#shared/contract/accounts.ts';
import { failureText } from '#renderer/app/i18n/failure.ts';
import { RequestError } from '#renderer/client/index.ts';
import { useNetworkText } from '#renderer/ui/useNetworkText.ts';

type Typed = Record<string, string | boolean>;

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
  const [problem, setProblem] = useState<{ text: string; field: string | null; local: boolean } | null>(null);
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
      const details = error instanceof RequestError ? error.failure.details : {};
      const field = typeof details['field'] === 'string' ? details['field'] : null;
      if (!controller.signal.aborted)
        setProblem({ text: failureText(error), field, local: details['code'] === 'private-address' });
    } finally {
      setRunning(null);
    }
  };
  const change = (key: string, value: string | boolean): void => setTyped({ ...typed, [key]: value });

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
      {network.accountFields.map(({ key, input, required, placeholder, choices }) => {
        const isWrong = problem?.field === key;
        const shared = {
          label: texts.label(key),
          helperText: isWrong ? problem.text : texts.help(key),
          error: isWrong,
          required,
          disabled: running !== null,
        };
        if (input === 'switch') {
          return (
            <Box
              component="label"
              key={key}
              sx={{ display: 'flex', gap: 2, alignItems: 'center', fontSize: 13 }}
            >
              <Switch
                checked={typed[key] === true}
                disabled={running !== null}
                onChange={(event) => change(key, event.target.checked)}
              />
              {texts.label(key)}
            </Box>
          );
        }
        return (
          <TextField
            key={key}
            {...shared}
            select={input === 'choice'}
            type={input === 'secret' ? 'password' : 'text'}
            placeholder={placeholder}
            value={typed[key] ?? ''}
            onChange={(event) => change(key, event.target.value)}
            slotProps={{
              htmlInput: { maxLength: 2000, autoComplete: 'off', spellCheck: false, autoCapitalize: 'none' },
            }}
          >
            {input === 'choice'
              ? choices.map(({ value, label }) => (
                  <MenuItem key={value} value={value}>
                    {label}
                  </MenuItem>
                ))
              : null}
          </TextField>
        );
      })}
      {children}
      {problem?.local === true || allowLocal ? (
        <Box component="label" sx={{ display: 'flex', gap: 2, alignItems: 'center', fontSize: 13 }}>
          <Switch checked={allowLocal} onChange={(event) => setAllowLocal(event.target.checked)} />
          <span>
            {t('accounts.local.allow')}
            <Typography variant="body2" component="span" sx={{ display: 'block', color: 'text.secondary' }}>
              {t('accounts.local.text')}
            </Typography>
          </span>
        </Box>
      ) : null}
      {problem !== null && !network.accountFields.some(({ key }) => key === problem.field) ? (
        <Alert severity="error" role="alert">
          {problem.text}
        </Alert>
      ) : null}
      {running !== null && network.auth === 'oauth' ? (
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
