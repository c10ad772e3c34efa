import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Link } from '@mui/material';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Channel, ChannelPost } from '#shared/contract/channels.ts';
import { useRequest } from '#renderer/client/index.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { RelativeTime } from '#renderer/ui/RelativeTime.tsx';
import { useOpenOriginal } from '#renderer/ui/useOpenOriginal.ts';
import { ViewSkeleton } from '#renderer/ui/ViewSkeleton.tsx';
import type { Summary } from './compared.ts';

/** The posts that a channel's numbers are counted from. */
export function ChannelPosts(props: { channel: Channel; summary: Summary; onClose: () => void }): ReactNode {
  const { channel, summary, onClose } = props;
  const { t } = useTranslation();
  const titleId = useId();
  const { fromDay, toDay } = summary;
  const { data, error, refetch } = useRequest('channels.posts', { channelId: channel.id, fromDay, toDay });
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby={titleId}>
      <DialogTitle id={titleId}>
        {t('compare.channels.postsOf', { handle: channel.handle, network: channel.network })}
      </DialogTitle>
      <DialogContent>
        {data === undefined ? (
          error === null ? (
            <ViewSkeleton />
          ) : (
            <ErrorState error={error} onRetry={() => void refetch()} />
          )
        ) : data.posts.length === 0 ? (
          <EmptyState title={t('compare.channels.noPosts')} text={t('compare.channels.noPostsText')} />
        ) : (
          <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 3 }}>
            {data.posts.map((post) => (
              <Post key={`${post.at} ${post.url}`} post={post} />
            ))}
          </Box>
        )}
      </DialogContent>
      <DialogActions>
        <Button autoFocus onClick={onClose}>
          {t('common.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

const figures = ['reactions', 'comments', 'shares', 'views'] as const;

function Post({ post }: { post: ChannelPost }): ReactNode {
  const { t } = useTranslation();
  const open = useOpenOriginal();
  const known = figures.flatMap((figure) => {
    const value = post[figure];
    return value === null ? [] : [t(`compare.channels.figure.${figure}`, { count: value })];
  });
  return (
    <li>
      <Box sx={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>
        {post.text === '' ? t('compare.channels.noText') : post.text}
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, fontSize: 12, color: 'text.secondary' }}>
        <RelativeTime at={post.at} />
        <span>{known.join(' · ')}</span>
        {post.url === '' ? null : (
          <Link component="button" type="button" onClick={() => void open(post.url)}>
            {t('compare.channels.openPost')}
          </Link>
        )}
      </Box>
    </li>
  );
}
