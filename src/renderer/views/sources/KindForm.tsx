import { Box, Button, Typography } from '@mui/material';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account } from '#shared/contract/accounts.ts';
import type { Output } from '#shared/contract/index.ts';
import type { SourceKind } from '#shared/contract/sources.ts';
import { notify } from '#renderer/app/notify.ts';
import { call, useRequest } from '#renderer/client/index.ts';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { ViewSkeleton } from '#renderer/ui/ViewSkeleton.tsx';
import { fieldProblem, type FieldProblem } from '#renderer/ui/fieldProblem.ts';
import { useNetworkText } from '#renderer/ui/useNetworkText.ts';
import { useSettled } from '#renderer/ui/useSettled.ts';
import { NoAccount } from './AccountChoice.tsx';
import { SourceFields } from './SourceFields.tsx';
import { Tried } from './Tried.tsx';
import { newDraft, type Draft } from './draft.ts';

interface KindFormProps {
  kind: SourceKind;
  onAdded: () => void;
}

/** Adds a source of a kind whose form comes from its connector's manifest. */
export function KindForm({ kind, onAdded }: KindFormProps): ReactNode {
  const texts = useNetworkText()(kind);
  const { data, error, refetch } = useRequest('accounts.list', {});
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <ViewSkeleton lines={3} />;
  const accounts = data.accounts.filter(({ connector }) => connector === kind.connector);
  return (
    <Box sx={{ display: 'grid', gap: 4 }}>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {texts.about}
      </Typography>
      {kind.account === 'must' && accounts.length === 0 ? (
        <NoAccount kind={kind} />
      ) : (
        <Form kind={kind} accounts={accounts} onAdded={onAdded} />
      )}
    </Box>
  );
}

type Busy = 'trying' | 'adding' | null;

function Form({ kind, accounts, onAdded }: KindFormProps & { accounts: readonly Account[] }): ReactNode {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(() => newDraft(kind, accounts));
  const [problem, setProblem] = useState<FieldProblem | null>(null);
  const [tried, setTried] = useState<Output<'sources.try'> | null>(null);
  const [busy, setBusy] = useState<Busy>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const { connector } = kind;
  const settings = useSettled(draft.settings);
  const name = useRequest('sources.describe', { connector, settings }, { keepPrevious: true }).data?.name;

  const run = async (
    what: Exclude<Busy, null>,
    work: (signal: AbortSignal) => Promise<void>,
  ): Promise<void> => {
    const controller = new AbortController();
    running.current = controller;
    setBusy(what);
    setProblem(null);
    try {
      await work(controller.signal);
    } catch (error) {
      if (!controller.signal.aborted) setProblem(fieldProblem(error));
    } finally {
      setBusy(null);
    }
  };
  const add = (): Promise<void> =>
    run('adding', async (signal) => {
      const { changeId } = await call('sources.create', { connector, ...draft }, signal);
      notify({ message: t('sources.told.added', { name: name ?? kind.name }), undo: changeId });
      onAdded();
    });
  const attempt = (): Promise<void> =>
    run('trying', async (signal) => setTried(await call('sources.try', { connector, ...draft }, signal)));
  const change = (next: Draft): void => {
    setDraft(next);
    setTried(null);
  };

  return (
    <Box
      component="form"
      noValidate
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        if (busy === null) void add();
      }}
      sx={{ display: 'grid', gap: 4 }}
    >
      <SourceFields
        kind={kind}
        accounts={accounts}
        draft={draft}
        problem={problem}
        offersLocal={false}
        disabled={busy !== null}
        onChange={change}
      />
      {name === undefined ? null : (
        <Typography variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
          {t('sources.form.named', { name })}
        </Typography>
      )}
      <Box sx={{ display: 'flex', gap: 2 }}>
        <Button type="submit" variant="contained" color="primary" disabled={busy !== null}>
          {t('sources.dialog.addPreset')}
        </Button>
        {busy === 'trying' ? (
          <Button onClick={() => running.current?.abort()}>{t('common.cancel')}</Button>
        ) : (
          <Button disabled={busy !== null} onClick={() => void attempt()}>
            {t('sources.try.button')}
          </Button>
        )}
      </Box>
      <div role="status">
        {busy === 'trying' ? t('sources.try.reading') : tried === null ? null : <Tried result={tried} />}
      </div>
    </Box>
  );
}
