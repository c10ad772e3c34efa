import { Box, Button, MenuItem, TextField, Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CrisisWords } from '#shared/contract/alerts.ts';
import { useFormat } from '#renderer/ui/format.tsx';

/** The words of a text with one on each line; empty lines and repetitions go. */
export function wordsOf(text: string): string[] {
  return [...new Set(text.split('\n').map((line) => line.trim()))].filter((word) => word !== '');
}

export interface WordsFieldProps {
  /** Only the languages whose list was changed. */
  words: CrisisWords;
  builtIn: CrisisWords;
  onChange: (words: CrisisWords) => void;
}

/** The list of crisis words of one language at a time, one word or phrase on each line. */
export function WordsField({ words, builtIn, onChange }: WordsFieldProps): ReactNode {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const languages = Object.keys(builtIn);
  const [language, setLanguage] = useState(languages.includes(i18n.language) ? i18n.language : 'en');
  const names = new Intl.DisplayNames(format.locale, { type: 'language' });
  const listed = words[language] ?? builtIn[language] ?? [];
  const [text, setText] = useState(listed.join('\n'));
  const show = (next: string): void => {
    setLanguage(next);
    setText((words[next] ?? builtIn[next] ?? []).join('\n'));
  };
  const reset = (): void => {
    onChange(Object.fromEntries(Object.entries(words).filter(([key]) => key !== language)));
    setText((builtIn[language] ?? []).join('\n'));
  };
  return (
    <Box sx={{ display: 'grid', gap: 3 }}>
      <Typography variant="h3">{t('alerts.settings.words')}</Typography>
      <Typography variant="caption" sx={{ color: 'text.secondary' }}>
        {t('alerts.settings.wordsText')}
      </Typography>
      <Box sx={{ display: 'flex', gap: 3, alignItems: 'center' }}>
        <TextField
          select
          label={t('alerts.settings.language')}
          value={language}
          onChange={(event) => show(event.target.value)}
          sx={{ width: 200 }}
        >
          {languages.map((code) => (
            <MenuItem key={code} value={code}>
              {names.of(code) ?? code}
            </MenuItem>
          ))}
        </TextField>
        {words[language] === undefined ? null : (
          <Button variant="text" onClick={reset}>
            {t('alerts.settings.builtIn')}
          </Button>
        )}
      </Box>
      <TextField
        multiline
        minRows={5}
        maxRows={10}
        label={t('alerts.settings.list', { language: names.of(language) ?? language })}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          onChange({ ...words, [language]: wordsOf(event.target.value) });
        }}
      />
    </Box>
  );
}
