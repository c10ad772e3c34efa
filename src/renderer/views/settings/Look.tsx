import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppState } from '#shared/contract/app.ts';
import { setAppState } from '#renderer/app/appState.ts';
import { Choice } from '#renderer/ui/Choice.tsx';
import { Row, Section } from './Section.tsx';

const themes = ['system', 'light', 'dark'] as const;
const densities = ['comfortable', 'compact'] as const;
/** Each language under its own name, so that it is found from any other. */
const languages = [
  { value: 'en', label: 'English', lang: 'en' },
  { value: 'ro', label: 'Română', lang: 'ro' },
] as const;

export function Look({ state }: { state: AppState }): ReactNode {
  const { t } = useTranslation();
  const [themeId, languageId, densityId] = [useId(), useId(), useId()];
  return (
    <Section title={t('settings.look')}>
      <Row label={t('settings.theme')} labelId={themeId}>
        <Choice
          labelledBy={themeId}
          value={state.theme}
          options={themes.map((value) => ({ value, label: t(`settings.themes.${value}`) }))}
          onChange={(theme) => void setAppState({ theme })}
        />
      </Row>
      <Row label={t('settings.language')} labelId={languageId}>
        <Choice
          labelledBy={languageId}
          value={state.language}
          options={languages}
          onChange={(language) => void setAppState({ language })}
        />
      </Row>
      <Row label={t('settings.density')} labelId={densityId}>
        <Choice
          labelledBy={densityId}
          value={state.density}
          options={densities.map((value) => ({ value, label: t(`settings.densities.${value}`) }))}
          onChange={(density) => void setAppState({ density })}
        />
      </Row>
    </Section>
  );
}
