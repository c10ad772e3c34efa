import { Box, ButtonBase, Popover, TextField, Typography } from '@mui/material';
import { Check } from 'lucide-react';
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { fold } from '#shared/text/fold.ts';
import { tagTokens } from '#renderer/app/tokens.ts';
import { useCommand, useRequest } from '#renderer/client/index.ts';
import { TagChip } from '#renderer/ui/TagChip.tsx';
import { TagColors } from '#renderer/ui/TagColors.tsx';

export interface TagMenuProps {
  anchor: Element | null;
  /** Tags that every chosen mention carries already. */
  carried: ReadonlySet<string>;
  onToggle: (tag: { id: string; name: string }, on: boolean) => void;
  onClose: () => void;
}

/** Type to find a tag, Enter to put it on or take it off; a name that is not there yet can be created. */
export function TagMenu({ anchor, carried, onToggle, onClose }: TagMenuProps): ReactNode {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [wantedColor, setWantedColor] = useState<number | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const tags = useRequest('tags.list', {}).data?.tags ?? [];
  const create = useCommand('tags.create');

  const name = typed.trim();
  const wanted = fold(name);
  const fitting = tags.filter((tag) => fold(tag.name).includes(wanted));
  const mayCreate = name !== '' && name.length <= 60 && !tags.some((tag) => fold(tag.name) === wanted);

  const color = wantedColor ?? tags.length % tagTokens.length;

  const createTag = async (): Promise<void> => {
    const made = await create.run({ name, color });
    if (made === null) return;
    onToggle({ id: made.tagId, name }, true);
    onClose();
  };
  const onEnter = (): void => {
    const best = fitting.find((tag) => fold(tag.name) === wanted) ?? fitting[0];
    if (best !== undefined && (name !== '' || fitting.length === 1)) {
      onToggle(best, !carried.has(best.id));
      onClose();
    } else if (mayCreate && !create.busy) void createTag();
  };
  const onArrow = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const stops = [...(list.current?.querySelectorAll<HTMLElement>('input, button') ?? [])].filter(
      (stop) => stop.tabIndex >= 0,
    );
    const at = stops.findIndex((stop) => stop === document.activeElement);
    const next = stops[at + (event.key === 'ArrowDown' ? 1 : -1)];
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  };

  return (
    <Popover
      open
      anchorEl={anchor}
      {...(anchor === null
        ? { anchorReference: 'anchorPosition' as const, anchorPosition: { top: 160, left: 320 } }
        : {})}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
      onClose={onClose}
      slotProps={{
        paper: { role: 'dialog', 'aria-label': t('mentions.tagMenu.title'), sx: { width: 260, p: 2 } },
      }}
    >
      <Box ref={list} onKeyDown={onArrow}>
        <TextField
          autoFocus
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            onEnter();
          }}
          placeholder={t('mentions.tagMenu.filter')}
          slotProps={{ htmlInput: { 'aria-label': t('mentions.tagMenu.filter'), maxLength: 60 } }}
        />
        <Box sx={{ maxHeight: 280, overflow: 'auto', mt: 1 }}>
          {fitting.map((tag) => (
            <ButtonBase
              key={tag.id}
              role="checkbox"
              aria-checked={carried.has(tag.id)}
              aria-label={tag.name}
              onClick={() => onToggle(tag, !carried.has(tag.id))}
              sx={{
                width: '100%',
                justifyContent: 'flex-start',
                gap: 2,
                p: 1,
                '&:hover': { bgcolor: 'tokens.hover' },
              }}
            >
              <Box
                aria-hidden
                sx={{
                  width: 16,
                  height: 16,
                  flex: 'none',
                  border: 1,
                  borderColor: carried.has(tag.id) ? 'primary.main' : 'divider',
                  borderRadius: '4px',
                  bgcolor: carried.has(tag.id) ? 'primary.main' : undefined,
                  color: 'primary.contrastText',
                  display: 'grid',
                  placeItems: 'center',
                }}
              >
                {carried.has(tag.id) ? <Check size={12} /> : null}
              </Box>
              <TagChip name={tag.name} color={tag.color} />
            </ButtonBase>
          ))}
          {mayCreate ? (
            <TagColors label={t('mentions.tagMenu.color')} value={color} onChange={setWantedColor} />
          ) : null}
          {mayCreate ? (
            <ButtonBase
              disabled={create.busy}
              onClick={() => void createTag()}
              sx={{
                width: '100%',
                justifyContent: 'flex-start',
                p: 1.5,
                fontSize: 13,
                color: 'primary.main',
              }}
            >
              {t('mentions.tagMenu.create', { name })}
            </ButtonBase>
          ) : null}
          {fitting.length === 0 && !mayCreate ? (
            <Typography variant="body2" sx={{ p: 1.5, color: 'text.secondary' }}>
              {t('mentions.tagMenu.none')}
            </Typography>
          ) : null}
        </Box>
      </Box>
    </Popover>
  );
}
