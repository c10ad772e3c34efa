import { Box, Button, IconButton, TextField } from '@mui/material';
import { ChevronDown, ChevronUp, ListPlus, Scissors, X } from 'lucide-react';
import { useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PublishingAccount } from '#shared/contract/calendar.ts';
import { partMoved, splitFor } from './draft.ts';
import { TextCounter } from './TextCounter.tsx';

/** Beyond this nobody reads on. */
const MOST_PARTS = 25;

export interface PartsProps {
  /** The text, and the posts it goes on in. */
  parts: readonly string[];
  /** The accounts that would say it: their counters, and whether they take threads. */
  accounts: readonly PublishingAccount[];
  label: string;
  disabled: boolean;
  autoFocus: boolean;
  onChange: (parts: string[]) => void;
}

/** What a post says: one text, or a thread of them, each with what is left of every network's allowance. */
export function Parts({ parts, accounts, label, disabled, autoFocus, onChange }: PartsProps): ReactNode {
  const { t } = useTranslation();
  const list = useRef<HTMLDivElement>(null);
  const takesThreads = accounts.some(({ publishing }) => publishing.threads);
  const rules = accounts
    .filter(({ publishing }) => publishing.threads)
    .map(({ publishing }) => publishing.text);
  const cut = takesThreads ? splitFor(parts, rules) : null;
  const set = (at: number, text: string): void =>
    onChange(parts.map((one, other) => (other === at ? text : one)));
  const focus = (at: number): void => {
    requestAnimationFrame(() =>
      list.current?.querySelectorAll<HTMLElement>('textarea:not([aria-hidden])')[at]?.focus(),
    );
  };
  const isThread = parts.length > 1;
  return (
    <Box ref={list} sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      {parts.map((part, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- a part is its place in the thread
        <Box key={at} sx={{ display: 'grid', gap: 1, gridTemplateColumns: 'minmax(0, 1fr)' }}>
          <TextField
            multiline
            minRows={at === 0 ? 5 : 2}
            maxRows={14}
            label={at === 0 ? label : t('composer.part', { number: at + 1 })}
            value={part}
            disabled={disabled}
            autoFocus={autoFocus && at === 0}
            onChange={(event) => set(at, event.target.value)}
            slotProps={{ htmlInput: { maxLength: 100_000 } }}
          />
          <Box sx={{ display: 'flex', gap: 3, flexWrap: 'wrap', alignItems: 'center', minHeight: 24 }}>
            {accounts.map(({ id, network, publishing }) => (
              <TextCounter key={id} text={part} rule={publishing.text} name={network} />
            ))}
            {isThread ? (
              <Box sx={{ ml: 'auto', display: 'flex' }}>
                <IconButton
                  aria-label={t('composer.partEarlier', { number: at + 1 })}
                  disabled={disabled || at === 0}
                  onClick={() => onChange(partMoved(parts, at, -1))}
                >
                  <ChevronUp size={14} />
                </IconButton>
                <IconButton
                  aria-label={t('composer.partLater', { number: at + 1 })}
                  disabled={disabled || at === parts.length - 1}
                  onClick={() => onChange(partMoved(parts, at, 1))}
                >
                  <ChevronDown size={14} />
                </IconButton>
                <IconButton
                  aria-label={t('composer.removePart', { number: at + 1 })}
                  disabled={disabled}
                  onClick={() => {
                    onChange(parts.filter((_, other) => other !== at));
                    focus(Math.max(0, at - 1));
                  }}
                >
                  <X size={14} />
                </IconButton>
              </Box>
            ) : null}
          </Box>
        </Box>
      ))}
      {takesThreads && !disabled ? (
        <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap' }}>
          {cut === null || cut.length > MOST_PARTS ? null : (
            <Button startIcon={<Scissors size={14} />} onClick={() => onChange(cut)}>
              {t('composer.split', { count: cut.length })}
            </Button>
          )}
          <Button
            variant="text"
            startIcon={<ListPlus size={14} />}
            disabled={parts.length >= MOST_PARTS || parts.at(-1)?.trim() === ''}
            onClick={() => {
              onChange([...parts, '']);
              focus(parts.length);
            }}
          >
            {t('composer.continue')}
          </Button>
        </Box>
      ) : null}
    </Box>
  );
}
