import { Box, InputBase } from '@mui/material';
import { Check } from 'lucide-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { fold } from '#shared/text/fold.ts';

export interface PickOption {
  id: string;
  label: string;
  icon?: ReactNode;
  hint?: ReactNode;
  chosen?: boolean;
  run: () => void;
}

export interface PickGroup {
  id: string;
  label?: string;
  options: readonly PickOption[];
}

export interface PickListProps {
  label: string;
  placeholder: string;
  emptyText: string;
  groups: readonly PickGroup[];
  /** Options that depend on what is typed and are never filtered away. */
  always?: (text: string) => readonly PickOption[];
}

/** Keeps the options whose words all begin somewhere in the label, without regard to case and diacritics. */
export function narrow(groups: readonly PickGroup[], text: string): PickGroup[] {
  const words = fold(text).split(/\s+/).filter(Boolean);
  return groups
    .map((group) => ({
      ...group,
      options: group.options.filter((option) => {
        const label = fold(option.label);
        return words.every((word) => label.includes(word));
      }),
    }))
    .filter((group) => group.options.length > 0);
}

/** A field above a list: type to narrow, arrows to move, Enter to take. The focus never leaves the field. */
export function PickList({ label, placeholder, emptyText, groups, always }: PickListProps): ReactNode {
  const listId = useId();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const extra = always?.(text.trim()) ?? [];
  const shown = narrow(groups, text);
  if (extra.length > 0) shown.push({ id: 'always', options: extra });
  const flat = shown.flatMap((group) => group.options);
  const active = flat[Math.min(at, flat.length - 1)];

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [at, text]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && flat.length > 0) {
      event.preventDefault();
      setAt((Math.min(at, flat.length - 1) + step + flat.length) % flat.length);
    } else if (event.key === 'Enter' && active !== undefined) {
      event.preventDefault();
      active.run();
    }
  };

  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', minHeight: 0, maxHeight: 420 }}>
      <InputBase
        autoFocus
        value={text}
        placeholder={placeholder}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
        slotProps={{
          input: {
            role: 'combobox',
            'aria-label': label,
            'aria-expanded': true,
            'aria-controls': listId,
            'aria-autocomplete': 'list',
            ...(active === undefined ? {} : { 'aria-activedescendant': `${listId}-${active.id}` }),
          },
        }}
        sx={{
          px: 3,
          py: 2,
          borderBottom: 1,
          borderColor: 'divider',
          flex: 'none',
          '& :focus-visible': { outline: 'none' },
        }}
      />
      <Box ref={list} id={listId} role="listbox" aria-label={label} sx={{ overflow: 'auto', p: 1 }}>
        {shown.map((group) => (
          <Box key={group.id} role="group" aria-label={group.label ?? label} sx={{ '& + &': { mt: 1 } }}>
            {group.label === undefined ? null : (
              <Box aria-hidden sx={{ px: 2, py: 1, fontSize: 12, color: 'text.secondary' }}>
                {group.label}
              </Box>
            )}
            {group.options.map((option) => (
              <Box
                key={option.id}
                id={`${listId}-${option.id}`}
                role="option"
                aria-selected={option === active}
                onClick={option.run}
                onMouseMove={() => setAt(flat.indexOf(option))}
                sx={{
                  display: 'flex',
                  alignItems: 'center',
                  gap: 2,
                  px: 2,
                  minHeight: 32,
                  borderRadius: '6px',
                  cursor: 'default',
                  '&[aria-selected=true]': { bgcolor: 'tokens.wash', color: 'tokens.onWash' },
                }}
              >
                {group.options.some(({ icon }) => icon !== undefined) ? (
                  <Box
                    aria-hidden
                    sx={{ width: 16, display: 'flex', justifyContent: 'center', flex: 'none' }}
                  >
                    {option.icon}
                  </Box>
                ) : null}
                <Box
                  sx={{
                    flex: 1,
                    minWidth: 0,
                    overflow: 'hidden',
                    textOverflow: 'ellipsis',
                    whiteSpace: 'nowrap',
                  }}
                >
                  {option.label}
                </Box>
                {option.hint}
                {option.chosen === true ? <Check size={14} aria-hidden /> : null}
              </Box>
            ))}
          </Box>
        ))}
      </Box>
      {flat.length === 0 ? (
        <Box role="status" sx={{ px: 3, py: 2, color: 'text.secondary' }}>
          {emptyText}
        </Box>
      ) : null}
    </Box>
  );
}
