import { IconButton, Menu, MenuItem } from '@mui/material';
import { Ellipsis } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Post } from '#shared/contract/calendar.ts';
import { isMovable } from '#shared/model/post.ts';
import { notify } from '#renderer/app/notify.ts';
import { useCommand } from '#renderer/client/index.ts';
import { ConfirmDialog } from '#renderer/ui/ConfirmDialog.tsx';

export interface PostMenuProps {
  post: Post;
  /** Opens another post: the copy. */
  onOpen: (postId: string) => void;
  onMove: (post: Post) => void;
  onGone: () => void;
}

/** What else can be done with a stored post. */
export function PostMenu({ post, onOpen, onMove, onGone }: PostMenuProps): ReactNode {
  const { t } = useTranslation();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [asking, setAsking] = useState(false);
  const unschedule = useCommand('posts.unschedule');
  const duplicate = useCommand('posts.duplicate');
  const remove = useCommand('posts.remove');
  const isWhole = post.variants.every(({ stage }) => isMovable(stage));
  const takeBack = async (): Promise<void> => {
    if ((await unschedule.run({ postId: post.id })) !== null)
      notify({ message: t('calendar.told.takenBack') });
  };
  const copy = async (): Promise<void> => {
    const done = await duplicate.run({ postId: post.id });
    if (done === null) return;
    notify({ message: t('calendar.told.duplicated'), undo: done.changeId });
    onOpen(done.postId);
  };
  const drop = async (): Promise<void> => {
    const done = await remove.run({ postId: post.id });
    if (done === null) return;
    notify({ message: t('calendar.told.removed'), undo: done.changeId });
    onGone();
  };
  const choose = (run: () => Promise<void>) => (): void => {
    setAnchor(null);
    void run();
  };
  return (
    <>
      <IconButton
        aria-label={t('calendar.moreActions')}
        aria-haspopup="menu"
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <Ellipsis size={16} />
      </IconButton>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        <MenuItem
          disabled={!isWhole}
          onClick={() => {
            setAnchor(null);
            onMove(post);
          }}
        >
          {t('calendar.moveTo')}
        </MenuItem>
        {post.state === 'draft' ? null : (
          <MenuItem disabled={!isWhole} onClick={choose(takeBack)}>
            {t('calendar.takeBack')}
          </MenuItem>
        )}
        <MenuItem onClick={choose(copy)}>{t('calendar.duplicate')}</MenuItem>
        <MenuItem
          disabled={!isWhole}
          onClick={
            post.state === 'approved'
              ? () => {
                  setAnchor(null);
                  setAsking(true);
                }
              : choose(drop)
          }
        >
          {t('calendar.remove')}
        </MenuItem>
      </Menu>
      <ConfirmDialog
        open={asking}
        danger
        title={t('calendar.confirmRemove.title')}
        text={t('calendar.confirmRemove.text')}
        confirm={t('calendar.remove')}
        onClose={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          void drop();
        }}
      />
    </>
  );
}
