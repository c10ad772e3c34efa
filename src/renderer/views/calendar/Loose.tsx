import { Box, Button } from '@mui/material';
import { PencilLine } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Post } from '#shared/contract/calendar.ts';
import type { GridProps } from './grid.ts';
import { PostChip } from './PostChip.tsx';

export interface LooseProps extends Pick<
  GridProps,
  'accounts' | 'brands' | 'selectedId' | 'onOpen' | 'onDrag'
> {
  posts: readonly Post[];
  /** Opens a new post that was begun and has no account yet; null where there is none. */
  onGoOn: (() => void) | null;
}

/** Posts that have no time yet, to be dragged to a day. Nothing where there are none. */
export function Loose({ posts, onGoOn, ...grid }: LooseProps): ReactNode {
  const { t } = useTranslation();
  if (posts.length === 0 && onGoOn === null) return null;
  return (
    <Box
      component="section"
      aria-label={t('calendar.loose')}
      sx={{
        display: 'flex',
        gap: 1,
        alignItems: 'center',
        px: 6,
        py: 1,
        borderTop: 1,
        borderColor: 'divider',
        overflow: 'auto',
        flex: 'none',
      }}
    >
      <Box component="h2" sx={{ fontSize: 12, fontWeight: 600, color: 'text.secondary', m: 0, flex: 'none' }}>
        {t('calendar.loose')}
      </Box>
      {onGoOn === null ? null : (
        <Button startIcon={<PencilLine size={14} />} onClick={onGoOn}>
          {t('calendar.goOn')}
        </Button>
      )}
      {posts.map((post) => (
        <Box key={post.id} sx={{ width: 200, flex: 'none' }}>
          <PostChip post={post} lines={2} reachable {...grid} />
        </Box>
      ))}
    </Box>
  );
}
