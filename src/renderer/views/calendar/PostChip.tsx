import { Box, ButtonBase } from '@mui/material';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Post } from '#shared/contract/calendar.ts';
import { isMovable } from '#shared/model/post.ts';
import { slotAt } from '#shared/model/slot.ts';
import { Picture } from '#renderer/ui/composer/Picture.tsx';
import { useFormat } from '#renderer/ui/format.tsx';
import { hidden } from '#renderer/ui/hidden.ts';
import { initialsOf } from '#renderer/ui/Initials.tsx';
import type { GridProps } from './grid.ts';
import { stageSigns } from './stage.ts';

export interface PostChipProps extends Pick<
  GridProps,
  'accounts' | 'brands' | 'selectedId' | 'onOpen' | 'onDrag'
> {
  post: Post;
  /** 1: the time and the first words; 2: where it stands, where it goes and a picture, too; 3: more words. */
  lines: 1 | 2 | 3;
  /** Whether Tab reaches it. */
  reachable: boolean;
}

/** Names beside each other are cut to this many letters. */
const MARK = 2;
/** By the number of lines, in CSS pixels. */
const HEIGHTS = { 1: 22, 2: 40, 3: 56 } as const;
const oneLine = { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;
const twoLines = {
  display: '-webkit-box',
  WebkitBoxOrient: 'vertical',
  WebkitLineClamp: 2,
  overflow: 'hidden',
  overflowWrap: 'anywhere',
} as const;
/** Where a chip is narrower than this, in CSS pixels, its time is all that is seen of it. */
const NARROW = '@container (max-width: 84px)';
const NARROWEST = '@container (max-width: 58px)';
const MEDIUM = '@container (max-width: 132px)';

/** One post in a day: its time, where it stands, where it goes, its first words, its picture. */
export function PostChip({
  post,
  lines,
  reachable,
  accounts,
  brands,
  selectedId,
  onOpen,
  onDrag,
}: PostChipProps): ReactNode {
  const { t } = useTranslation();
  const { zone } = useFormat();
  const selected = post.id === selectedId;
  const ref = useRef<HTMLButtonElement>(null);
  const [appearsSelected] = useState(selected);
  useEffect(() => {
    // A post that moves is drawn anew on its other day: the keyboard goes with it, unless it is somewhere by now.
    if (appearsSelected && document.activeElement === document.body) ref.current?.focus();
  }, [appearsSelected]);
  const time = post.at === null ? '' : slotAt(post.at, zone).local.slice(11);
  const [first] = post.variants;
  const words = first?.text.trim().slice(0, 160) || t('calendar.noWords');
  const networks = [
    ...new Set(post.variants.map(({ accountId }) => accounts.get(accountId)?.network ?? '?')),
  ];
  const brand = brands.size > 1 ? (brands.get(post.brandId) ?? '') : '';
  const stage = t(`calendar.stage.${post.stage}`);
  const image = first?.images[0];
  const { icon: Icon, color } = stageSigns[post.stage];
  const whole = [
    time,
    stage,
    networks.join(', '),
    brand,
    post.writing ? t('calendar.unfinished') : '',
    words,
  ];
  const marks = [
    ...(brand === '' ? [] : [initialsOf(brand)]),
    ...networks.map((name) => name.slice(0, MARK)),
  ];
  return (
    <ButtonBase
      ref={ref}
      draggable={isMovable(post.stage)}
      data-post={post.id}
      tabIndex={reachable ? 0 : -1}
      onDragStart={(event) => {
        event.dataTransfer.setData('text/plain', words);
        event.dataTransfer.effectAllowed = 'move';
        onDrag(post);
      }}
      onDragEnd={() => onDrag(null)}
      onClick={(event) => {
        event.stopPropagation();
        onOpen(post);
      }}
      onDoubleClick={(event) => event.stopPropagation()}
      aria-current={selected ? 'true' : undefined}
      title={whole.filter(Boolean).join('\n')}
      sx={{
        containerType: 'inline-size',
        display: 'block',
        width: '100%',
        minWidth: 0,
        height: HEIGHTS[lines],
        flex: 'none',
        overflow: 'hidden',
        textAlign: 'left',
        fontSize: 12,
        lineHeight: 1.3,
        borderRadius: '4px',
        border: 1,
        borderColor: selected ? 'primary.main' : 'divider',
        borderStyle: post.state === 'approved' ? 'solid' : 'dashed',
        bgcolor: selected ? 'tokens.wash' : 'background.paper',
        color: selected ? 'tokens.onWash' : post.stage === 'sent' ? 'text.secondary' : 'text.primary',
        cursor: isMovable(post.stage) ? 'grab' : 'pointer',
        '&:hover': { bgcolor: selected ? 'tokens.wash' : 'tokens.hover' },
      }}
    >
      <span style={hidden}>{whole.filter(Boolean).join(' · ')}</span>
      <Box
        aria-hidden
        sx={{
          display: 'flex',
          height: '100%',
          alignItems: 'center',
          gap: 1,
          pl: 1,
          pr: 0.5,
          [NARROWEST]: { pl: '1px', pr: 0 },
        }}
      >
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, minWidth: 0 }}>
            <Box
              component="span"
              aria-hidden
              sx={{ display: 'flex', color, flex: 'none', [NARROWEST]: { display: 'none' } }}
            >
              <Icon size={12} />
            </Box>
            {time === '' ? null : (
              <Box
                component="span"
                sx={{
                  fontVariantNumeric: 'tabular-nums',
                  fontWeight: 600,
                  flex: 'none',
                  [NARROWEST]: { fontSize: 11, letterSpacing: '-0.02em' },
                }}
              >
                {time}
              </Box>
            )}
            <Box
              component="span"
              sx={{
                ...oneLine,
                flex: 1,
                color: lines === 1 ? 'inherit' : color,
                [NARROW]: { display: 'none' },
              }}
            >
              {lines === 1 ? words : stage}
            </Box>
          </Box>
          {lines === 1 ? null : (
            <Box sx={lines === 2 ? oneLine : twoLines}>
              <Box
                component="span"
                sx={{
                  mr: 1,
                  fontSize: 11,
                  fontWeight: 600,
                  color: 'text.secondary',
                  [NARROW]: { display: 'none' },
                }}
              >
                {marks.join(' ')}
              </Box>
              {words}
            </Box>
          )}
        </Box>
        {image === undefined || lines === 1 ? null : (
          <Box component="span" sx={{ display: 'flex', [MEDIUM]: { display: 'none' } }}>
            <Picture mediaId={image.mediaId} alt="" size={lines === 3 ? 48 : 32} />
          </Box>
        )}
      </Box>
    </ButtonBase>
  );
}
