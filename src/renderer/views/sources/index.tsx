import { Box, Button } from '@mui/material';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Source } from '#shared/contract/sources.ts';
import { notify } from '#renderer/app/notify.ts';
import { useScreen } from '#renderer/app/state.ts';
import { useCommand, useRequest } from '#renderer/client/index.ts';
import { ConfirmDialog } from '#renderer/ui/ConfirmDialog.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { ViewSkeleton } from '#renderer/ui/ViewSkeleton.tsx';
import { useFormat } from '#renderer/ui/format.tsx';
import { useSaveText } from '#renderer/ui/useSaveText.ts';
import { AddDialog, type Chosen } from './AddDialog.tsx';
import { EditDialog } from './EditDialog.tsx';
import { HistoryDrawer } from './HistoryDrawer.tsx';
import type { SourceAction } from './RowMenu.tsx';
import { SourceTable } from './SourceTable.tsx';
import { byTrouble, isTrouble } from './order.ts';

type Open = { kind: 'edit' | 'history' | 'allow'; sourceId: string } | { kind: 'add'; start: Chosen } | null;

/** Where the app listens, and how well each place answers. */
export default function SourcesView(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const params = useScreen((state) => state.params);
  const { data, error, refetch } = useRequest('sources.list', {});
  const [open, setOpen] = useState<Open>(null);
  const collect = useCommand('collect.run');
  const update = useCommand('sources.update');
  const archive = useCommand('sources.archive');
  const exportOpml = useExport();
  const close = (): void => setOpen(null);

  useEffect(() => {
    if (params['add'] !== undefined) setOpen({ kind: 'add', start: null });
  }, [params]);

  const sources = byTrouble(data?.sources ?? [], format.locale);
  const troubled = sources.filter(({ health }) => isTrouble(health.status)).length;
  const subject =
    open === null || open.kind === 'add' ? undefined : sources.find(({ id }) => id === open.sourceId);

  const check = async (source: Source): Promise<void> => {
    const done = await collect.run({ sourceIds: [source.id] });
    if (done !== null) notify({ message: t('sources.told.checking', { name: source.name }) });
  };
  const pause = async (source: Source, paused: boolean): Promise<void> => {
    const done = await update.run({ sourceId: source.id, paused });
    const told = paused ? 'sources.told.paused' : 'sources.told.resumed';
    if (done !== null) notify({ message: t(told, { name: source.name }), undo: done.changeId });
  };
  const remove = async (source: Source): Promise<void> => {
    const done = await archive.run({ sourceId: source.id });
    if (done !== null)
      notify({ message: t('sources.told.removed', { name: source.name }), undo: done.changeId });
  };
  const allow = async (source: Source): Promise<void> => {
    close();
    const done = await update.run({ sourceId: source.id, allowLocalNetwork: true });
    if (done === null) return;
    notify({ message: t('sources.told.allowed', { name: source.name }), undo: done.changeId });
    await collect.run({ sourceIds: [source.id] });
  };
  const checkAll = async (): Promise<void> => {
    if ((await collect.run({ all: true })) !== null) notify({ message: t('sources.told.checkingAll') });
  };
  const act = (source: Source, action: SourceAction): void => {
    if (action === 'check') void check(source);
    else if (action === 'pause' || action === 'resume') void pause(source, action === 'pause');
    else if (action === 'remove') void remove(source);
    else setOpen({ kind: action, sourceId: source.id });
  };
  const add = (start: Chosen): void => setOpen({ kind: 'add', start });
  const summary = [
    t('sources.summary', { count: sources.length }),
    ...(troubled > 0 ? [t('sources.trouble', { count: troubled })] : []),
  ].join(' · ');

  return (
    <Box sx={{ height: '100%', display: 'flex', flexDirection: 'column' }}>
      <PageHeader
        title={t('sources.title')}
        text={sources.length === 0 ? t('sources.about') : summary}
        actions={
          <>
            <Button onClick={() => add({ way: 'opml' })}>{t('sources.import')}</Button>
            {sources.length === 0 ? null : (
              <>
                <Button onClick={() => void exportOpml()}>{t('sources.export')}</Button>
                <Button disabled={collect.busy} onClick={() => void checkAll()}>
                  {t('sources.checkAll')}
                </Button>
              </>
            )}
            <Button variant="contained" color="primary" onClick={() => add(null)}>
              {t('sources.add')}
            </Button>
          </>
        }
      />
      <Box
        tabIndex={0}
        role="region"
        aria-label={t('sources.table')}
        sx={{ flex: 1, minHeight: 0, overflow: 'auto', px: 6, pb: 6 }}
      >
        {error !== null && data === undefined ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : data === undefined ? (
          <ViewSkeleton />
        ) : sources.length === 0 ? (
          <EmptyState
            title={t('sources.empty.title')}
            text={t('sources.empty.text')}
            action={
              <Button variant="contained" color="primary" onClick={() => add(null)}>
                {t('sources.empty.action')}
              </Button>
            }
          />
        ) : (
          <SourceTable sources={sources} pointedAt={params['sourceId']} onAction={act} />
        )}
      </Box>
      {open?.kind === 'add' ? <AddDialog start={open.start} onClose={close} /> : null}
      {open?.kind === 'edit' && subject !== undefined ? (
        <EditDialog source={subject} onClose={close} />
      ) : null}
      {open?.kind === 'history' && subject !== undefined ? (
        <HistoryDrawer source={subject} onClose={close} />
      ) : null}
      {open?.kind === 'allow' && subject !== undefined ? (
        <ConfirmDialog
          open
          title={t('sources.local.title')}
          text={`${t('sources.local.text', { address: subject.detail })} ${t('sources.local.consequence')}`}
          confirm={t('sources.local.allow')}
          busy={update.busy}
          onConfirm={() => void allow(subject)}
          onClose={close}
        />
      ) : null}
    </Box>
  );
}

function useExport(): () => Promise<void> {
  const { t } = useTranslation();
  const read = useCommand('sources.exportOpml');
  const save = useSaveText();
  return async () => {
    const made = await read.run({});
    if (made === null) return;
    await save('opml', t('sources.title'), made.opml, t('sources.told.exported'));
  };
}
