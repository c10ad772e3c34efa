import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Post, PublishingAccount } from '#shared/contract/calendar.ts';
import { PostChip } from './PostChip.tsx';

export interface LooseProps {
  posts: readonly Post[];
  accounts: ReadonlyMap<string, PublishingAccount>;
  selectedId: string | null;
  onOpen: (post: Post) => void;
}

/** Posts that have no time yet, to be dragged to a day. Nothing where there are none. */
export function Loose({ posts, accounts, selectedId, onOpen }: LooseProps): ReactNode {
  const { t } = useTranslation();
  if (posts.length === 0) return null;
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
      {posts.map((post) => (
        <Box key={post.id} sx={{ width: 200, flex: 'none' }}>
          <PostChip
            post={post}
            accounts={accounts}
            selected={post.id === selectedId}
            onOpen={() => onOpen(post)}
          />
        </Box>
      ))}
    </Box>
  );
}
