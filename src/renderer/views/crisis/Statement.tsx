import { Box, Button, MenuItem, TextField } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Crisis } from '#shared/contract/crisis.ts';
import {
  holdingStatement,
  openBlanks,
  STATEMENT_LANGUAGES,
  StatementLanguage,
} from '#shared/model/holding-statement.ts';
import { notify } from '#renderer/app/notify.ts';
import { useCommand } from '#renderer/client/index.ts';
import { Panel } from './Panel.tsx';
import { useCopy } from '#renderer/ui/useCopy.ts';

/** A first thing to say: a template in the chosen language, edited, saved and copied from here. */
export function Statement({ crisis }: { crisis: Crisis }): ReactNode {
  const { t } = useTranslation();
  const [language, setLanguage] = useState(crisis.language);
  const [text, setText] = useState(crisis.statement || holdingStatement(crisis.language, crisis.brandName));
  const update = useCommand('crisis.update');
  const copy = useCopy();
  const blanks = openBlanks(text);
  const saved = text === crisis.statement && language === crisis.language;
  const template = holdingStatement(language, crisis.brandName);

  const changeLanguage = (value: string): void => {
    const next = StatementLanguage.parse(value);
    // A text nobody has touched follows the language; an edited one stays until it is replaced by hand.
    if (text === template) setText(holdingStatement(next, crisis.brandName));
    setLanguage(next);
  };
  const save = async (): Promise<void> => {
    const done = await update.run({ crisisId: crisis.id, statement: text, language });
    if (done !== null) notify({ message: t('crisis.statement.saved'), undo: done.changeId });
  };
  return (
    <Panel title={t('crisis.statement.title')}>
      <Box sx={{ color: 'text.secondary', mb: 3 }}>{t('crisis.statement.about')}</Box>
      <Box sx={{ display: 'flex', gap: 2, mb: 3 }}>
        <TextField
          select
          label={t('crisis.statement.language')}
          value={language}
          onChange={(event) => changeLanguage(event.target.value)}
          sx={{ maxWidth: 200 }}
        >
          {StatementLanguage.options.map((one) => (
            <MenuItem key={one} value={one} lang={one}>
              {STATEMENT_LANGUAGES[one]}
            </MenuItem>
          ))}
        </TextField>
        <Button disabled={text === template} onClick={() => setText(template)} sx={{ flex: 'none' }}>
          {t('crisis.statement.template')}
        </Button>
      </Box>
      <TextField
        multiline
        minRows={5}
        label={t('crisis.statement.text')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        helperText={
          blanks.length > 0 ? t('crisis.statement.blanks', { blanks: blanks.join(', ') }) : undefined
        }
        slotProps={{ htmlInput: { maxLength: 10_000, lang: language } }}
      />
      <Box sx={{ display: 'flex', gap: 2, mt: 3 }}>
        <Button
          variant="contained"
          color="primary"
          disabled={saved || update.busy}
          onClick={() => void save()}
        >
          {t('crisis.statement.save')}
        </Button>
        <Button onClick={() => void copy(text, t('crisis.statement.copied'))}>
          {t('crisis.statement.copy')}
        </Button>
      </Box>
    </Panel>
  );
}
