import { Box, Button } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppState } from '#renderer/app/appState.ts';
import { navigate } from '#renderer/app/state.ts';
import { useRequest } from '#renderer/client/index.ts';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { Blocks } from './Blocks.tsx';
import { Data } from './Data.tsx';
import { Look } from './Look.tsx';
import { Outgoing } from './Outgoing.tsx';
import { People } from './People.tsx';
import { Reading } from './Reading.tsx';
import { Sample } from './Sample.tsx';
import { Row, Section } from './Section.tsx';
import { Tags } from './Tags.tsx';

/** How the app looks, reads and collects, and where the data lies. */
export default function SettingsView(): ReactNode {
  const { t } = useTranslation();
  const state = useAppState();
  const info = useRequest('workspace.info', {}).data;
  if (state === undefined) return null;
  return (
    <Box sx={{ maxWidth: 760, mx: 'auto', pb: 10 }}>
      <PageHeader title={t('settings.title')} />
      <Box sx={{ px: 6, display: 'grid', gap: 6 }}>
        <Look state={state} />
        <Reading />
        <Outgoing />
        <People />
        <Tags />
        <Blocks />
        <Data state={state} />
        <Section title={t('learning.title')}>
          <Row label={t('learning.text')} text={t('learning.settingsText')}>
            <Button onClick={() => navigate('learning')}>{t('learning.openFromSettings')}</Button>
          </Row>
        </Section>
        <Sample workspace={state.workspace} />
        <Section title={t('settings.about')}>
          <Row
            label={t('settings.version', { version: state.version })}
            text={
              info === undefined
                ? ''
                : t('settings.aboutText', {
                    sqlite: info.sqlite,
                    format: info.version,
                    platform: state.platform,
                  })
            }
          />
        </Section>
      </Box>
    </Box>
  );
}
