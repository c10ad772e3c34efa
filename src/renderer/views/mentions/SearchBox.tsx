import { IconButton, InputAdornment, TextField } from '@mui/material';
import { Search, X } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { parse } from '#shared/query-language/index.ts';

const pauseMillis = 250;

export interface SearchBoxProps {
  value: string;
  onChange: (text: string) => void;
  inputRef: RefObject<HTMLInputElement | null>;
  /** Escape, or Enter: back to the list. */
  onLeave: () => void;
}

/** Full-text search in the query language. A text that cannot be read is explained and not searched for. */
export function SearchBox({ value, onChange, inputRef, onLeave }: SearchBoxProps): ReactNode {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(value);
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });
  useEffect(() => setDraft(value), [value]);

  const trimmed = draft.trim();
  const result = trimmed === '' ? null : parse(draft);
  const readable = result === null || result.ok;
  useEffect(() => {
    if (!readable || trimmed === value) return undefined;
    const timer = setTimeout(() => latest.current(trimmed), pauseMillis);
    return () => clearTimeout(timer);
  }, [readable, trimmed, value]);

  const error = result === null || result.ok ? null : result.error;
  return (
    <TextField
      value={draft}
      onChange={(event) => setDraft(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && draft !== '') setDraft('');
        if (event.key === 'Escape' || (event.key === 'Enter' && readable)) {
          event.preventDefault();
          if (event.key === 'Escape') onChange('');
          else onChange(trimmed);
          onLeave();
        }
      }}
      placeholder={t('mentions.search.placeholder')}
      inputRef={inputRef}
      error={error !== null}
      helperText={
        error === null ? undefined : (
          <span role="status">
            {t('brands.query.errorAt', { position: error.at + 1 })}:{' '}
            {t(`brands.syntax.${error.code}.message`, error.params)}{' '}
            {t(`brands.syntax.${error.code}.suggestion`, error.params)}
          </span>
        )
      }
      slotProps={{
        htmlInput: {
          'aria-label': t('mentions.search.label'),
          'aria-keyshortcuts': '/',
          title: t('mentions.search.hint'),
          spellCheck: false,
          maxLength: 1000,
        },
        input: {
          startAdornment: (
            <InputAdornment position="start">
              <Search size={14} aria-hidden />
            </InputAdornment>
          ),
          endAdornment:
            draft === '' ? null : (
              <InputAdornment position="end">
                <IconButton
                  aria-label={t('mentions.search.clear')}
                  onClick={() => {
                    setDraft('');
                    onChange('');
                  }}
                >
                  <X size={14} aria-hidden />
                </IconButton>
              </InputAdornment>
            ),
        },
      }}
      sx={{ maxWidth: 420, flex: 1 }}
    />
  );
}
