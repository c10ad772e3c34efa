import { Box, ButtonBase } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Post, PublishingAccount } from '#shared/contract/calendar.ts';
import { isMovable } from '#shared/model/post.ts';
import { slotAt } from '#shared/model/slot.ts';
import { Picture } from '#renderer/ui/composer/Picture.tsx';
import { useFormat } from '#renderer/ui/format.tsx';
import { StageMark } from './StageMark.tsx';

/** The kind of data that is dragged: a post's id. */
export const DRAGGED = 'application/x-earshot-post';

export interface PostChipProps {
  post: Post;
  accounts: ReadonlyMap<string, PublishingAccount>;
  selected: boolean;
  onOpen: () => void;
}

/** One post in a day: its time, where it goes, its first words, its picture, where it stands. */
export function PostChip({ post, accounts, selected, onOpen }: PostChipProps): ReactNode {
  const { t } = useTranslation();
  const { zone } = useFormat();
  const time = post.at === null ? '' : slotAt(post.at, zone).local.slice(11);
  const [first] = post.variants;
  const words = first?.text.trim().slice(0, 120) || t('calendar.noWords');
  const networks = [
    ...new Set(post.variants.map(({ accountId }) => accounts.get(accountId)?.network ?? '?')),
  ];
  const image = first?.images[0];
  return (
    <ButtonBase
      draggable={isMovable(post.stage)}
      onDragStart={(event) => {
        event.dataTransfer.setData(DRAGGED, post.id);
        event.dataTransfer.effectAllowed = 'move';
      }}
      onClick={(event) => {
        event.stopPropagation();
        onOpen();
      }}
      onDoubleClick={(event) => event.stopPropagation()}
      aria-current={selected ? 'true' : undefined}
      aria-label={[time, networks.join(', '), t(`calendar.stage.${post.stage}`), words]
        .filter(Boolean)
        .join(' · ')}
      sx={{
        width: '100%',
        minWidth: 0,
        gap: 1,
        px: 1,
        minHeight: 24,
        justifyContent: 'flex-start',
        textAlign: 'left',
        fontSize: 12,
        borderRadius: '4px',
        border: 1,
        borderColor: selected ? 'primary.main' : 'divider',
        bgcolor: selected ? 'tokens.wash' : 'background.paper',
        color: selected ? 'tokens.onWash' : 'text.primary',
        '&:hover': { bgcolor: selected ? 'tokens.wash' : 'tokens.hover' },
      }}
    >
      <StageMark stage={post.stage} />
      {time === '' ? null : (
        <Box component="span" sx={{ fontVariantNumeric: 'tabular-nums', fontWeight: 600, flex: 'none' }}>
          {time}
        </Box>
      )}
      <Box component="span" sx={{ flex: 'none', fontSize: 11, fontWeight: 600 }}>
        {networks.map((name) => name.slice(0, 2)).join(' ')}
      </Box>
      <Box
        component="span"
        sx={{ flex: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}
      >
        {words}
      </Box>
      {image === undefined ? null : <Picture mediaId={image.mediaId} alt="" size={18} />}
    </ButtonBase>
  );
}
