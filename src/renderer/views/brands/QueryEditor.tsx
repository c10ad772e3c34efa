import { Box, FormLabel } from '@mui/material';
import { styled } from '@mui/material/styles';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueryError } from '#shared/query-language/index.ts';
import { Coloured } from './Coloured.tsx';
import { errorParts } from './errorWords.ts';

const shared = {
  gridArea: '1 / 1',
  margin: 0,
  padding: '10px 12px',
  font: '13px/1.6 ui-monospace, "Cascadia Mono", "DejaVu Sans Mono", Menlo, monospace',
  letterSpacing: 0,
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
  border: 0,
  tabSize: 2,
} as const;

const Mirror = styled('pre')({ ...shared, minHeight: 84, pointerEvents: 'none' });
/** The text typed is drawn by the mirror under it; this one shows the caret and the selection. */
const Field = styled('textarea')({
  ...shared,
  resize: 'none',
  overflow: 'hidden',
  background: 'transparent',
  color: 'transparent',
  caretColor: 'var(--mui-palette-text-primary)',
  outline: 'none',
  width: '100%',
  '&:focus-visible': { outline: 'none' },
  '&::selection': { color: 'transparent', background: 'var(--mui-palette-tokens-wash)' },
});

export interface QueryEditorProps {
  value: string;
  onChange: (text: string) => void;
  /** Why the text cannot be read; null when it can. */
  error: QueryError | null;
  autoFocus?: boolean;
}

/** A plain text field to keyboard and screen reader; its text is coloured by what each part means. */
export function QueryEditor({ value, onChange, error, autoFocus = false }: QueryEditorProps): ReactNode {
  const { t } = useTranslation();
  const id = useId();
  return (
    <Box>
      <FormLabel htmlFor={id} sx={{ fontSize: 12, display: 'block', mb: 1 }}>
        {t('brands.query.text')}
      </FormLabel>
      <Box
        sx={{
          display: 'grid',
          border: 1,
          borderColor: error === null ? 'divider' : 'error.main',
          borderRadius: '6px',
          bgcolor: 'background.paper',
          '&:focus-within': { outline: '2px solid var(--mui-palette-primary-main)', outlineOffset: '-1px' },
        }}
      >
        <Mirror aria-hidden>
          <Coloured text={value} />
          {'\u200b'}
        </Mirror>
        <Field
          id={id}
          value={value}
          autoFocus={autoFocus}
          spellCheck={false}
          autoCapitalize="none"
          autoComplete="off"
          maxLength={10_000}
          aria-invalid={error !== null}
          aria-describedby={`${id}-error`}
          onChange={(event) => onChange(event.target.value)}
        />
      </Box>
      <Box id={`${id}-error`} role="status" sx={{ fontSize: 12, mt: 1, minHeight: 34, color: 'error.main' }}>
        {error === null ? null : <ErrorWords error={error} />}
      </Box>
    </Box>
  );
}

function ErrorWords({ error }: { error: QueryError }): ReactNode {
  const { t } = useTranslation();
  const [message, suggestion] = errorParts(t, error);
  return (
    <>
      {error.code === 'empty' || error.code === 'only-negative' ? null : (
        <>{t('brands.query.errorAt', { position: error.at + 1 })}: </>
      )}
      {message}{' '}
      <Box component="span" sx={{ color: 'text.secondary' }}>
        {suggestion}
      </Box>
    </>
  );
}
