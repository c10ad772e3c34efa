import { Button } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppState } from '#shared/contract/app.ts';
import { notify } from '#renderer/app/state.ts';
import { queryClient, useCommand, useRequest } from '#renderer/client/index.ts';
import { ConfirmDialog } from '#renderer/ui/ConfirmDialog.tsx';
import { useFormat } from '#renderer/ui/format.tsx';
import { Doctor } from './Doctor.tsx';
import { Row, Section } from './Section.tsx';

/** Where the data lies, and what can be done with it as a whole. */
export function Data({ state }: { state: AppState }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const info = useRequest('workspace.info', {}).data;
  const showFolder = useCommand('app.showFolder');
  const backup = useCommand('app.backup');
  const restore = useCommand('app.restore');
  const [asking, setAsking] = useState(false);

  const runBackup = async (): Promise<void> => {
    const file = (await backup.run({}))?.file ?? null;
    if (file !== null) notify({ message: t('settings.backupDone', { file }), severity: 'success' });
  };
  const runRestore = async (): Promise<void> => {
    setAsking(false);
    if ((await restore.run({}))?.restored !== true) return;
    await queryClient.invalidateQueries();
    notify({ message: t('settings.restoreDone'), severity: 'success' });
  };
  const size =
    info === undefined ? '' : t('settings.folderText', { size: format.bytes(info.bytes), count: info.items });

  return (
    <Section title={t('settings.data')}>
      <Row
        label={t('settings.folder')}
        text={
          <>
            {state.dataFolder}
            <br />
            {size}
          </>
        }
      >
        <Button onClick={() => void showFolder.run({})}>{t('settings.showFolder')}</Button>
      </Row>
      <Row label={t('settings.backup')} text={t('settings.backupText')}>
        <Button disabled={backup.busy} onClick={() => void runBackup()}>
          {t('settings.backup')}
        </Button>
      </Row>
      <Row label={t('settings.restore')} text={t('settings.restoreText')}>
        <Button disabled={restore.busy} onClick={() => setAsking(true)}>
          {t('settings.restore')}
        </Button>
      </Row>
      <Doctor />
      <ConfirmDialog
        open={asking}
        title={t('settings.restoreTitle')}
        text={t('settings.restoreAsk')}
        confirm={t('settings.restoreConfirm')}
        onClose={() => setAsking(false)}
        onConfirm={() => void runRestore()}
      />
    </Section>
  );
}
