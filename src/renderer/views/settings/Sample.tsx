import { Button } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppState } from '#shared/contract/app.ts';
import { openWorkspace, removeSample } from '#renderer/app/appState.ts';
import { ConfirmDialog } from '#renderer/ui/ConfirmDialog.tsx';
import { Row, Section } from './Section.tsx';

/** The way into the sample hotel and out of it. */
export function Sample({ workspace }: { workspace: AppState['workspace'] }): ReactNode {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const inSample = workspace === 'sample';
  return (
    <Section title={t('settings.sample')}>
      <Row label={t('settings.sample')} text={t('settings.sampleText')}>
        {inSample ? <Button onClick={() => setAsking(true)}>{t('settings.sampleRemove')}</Button> : null}
        <Button onClick={() => void openWorkspace(inSample ? 'own' : 'sample')}>
          {t(inSample ? 'settings.sampleLeave' : 'settings.sampleOpen')}
        </Button>
      </Row>
      <ConfirmDialog
        open={asking}
        title={t('settings.sampleTitle')}
        text={t('settings.sampleAsk')}
        confirm={t('settings.sampleRemove')}
        danger
        onClose={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          void removeSample();
        }}
      />
    </Section>
  );
}
