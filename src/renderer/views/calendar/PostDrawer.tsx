import { Box, Button, IconButton, TextField, Typography } from '@mui/material';
import { useQueries } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Post, PublishingAccount } from '#shared/contract/calendar.ts';
import { isMovable } from '#shared/model/post.ts';
import { nextSlot, slotMillis } from '#shared/model/slot.ts';
import { call } from '#renderer/client/index.ts';
import { ConfirmDialog } from '#renderer/ui/ConfirmDialog.tsx';
import { Composer } from '#renderer/ui/composer/Composer.tsx';
import { contentFor } from '#renderer/ui/composer/draft.ts';
import { draftProblems } from '#renderer/ui/composer/problems.ts';
import { useFormat } from '#renderer/ui/format.tsx';
import { Became } from './Became.tsx';
import { PostMenu } from './PostMenu.tsx';
import { usePost, type Beginning, type PostForm } from './usePost.ts';
import { When } from './When.tsx';

export interface PostDrawerProps {
  /** Null for a new one. */
  post: Post | null;
  beginning: Beginning;
  accounts: readonly PublishingAccount[];
  onKept: (postId: string) => void;
  onClose: () => void;
}

/** One post beside the calendar: written, checked, approved; and what became of it. */
export function PostDrawer({ post, beginning, accounts, onKept, onClose }: PostDrawerProps): ReactNode {
  const { t } = useTranslation();
  const { zone } = useFormat();
  const form = usePost(post, beginning, accounts, onKept);
  const [asking, setAsking] = useState<'now' | 'leave' | null>(null);
  const close = (): void => {
    if (form.isChanged) setAsking('leave');
    else onClose();
  };
  const { draft, slot } = form;
  const isOut = post?.variants.every(({ stage }) => !isMovable(stage)) === true;
  const problems = useProblems(form, accounts);
  const canLeave = draft.accountIds.length > 0 && !problems.some(({ stops }) => stops) && !form.busy;
  return (
    <Box
      component="aside"
      aria-label={t('calendar.post')}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) close();
      }}
      sx={{
        width: 400,
        flex: 'none',
        borderLeft: 1,
        borderColor: 'divider',
        bgcolor: 'background.paper',
        display: 'flex',
        flexDirection: 'column',
        minHeight: 0,
      }}
    >
      <Box
        sx={{
          display: 'flex',
          alignItems: 'center',
          gap: 2,
          px: 4,
          py: 2,
          borderBottom: 1,
          borderColor: 'divider',
        }}
      >
        <Typography variant="h2" sx={{ flex: 1 }}>
          {t(post === null ? 'calendar.newPost' : 'calendar.post')}
        </Typography>
        {post === null ? null : <PostMenu post={post} onOpen={onKept} onGone={onClose} />}
        <IconButton aria-label={t('calendar.close')} onClick={close}>
          <X size={16} />
        </IconButton>
      </Box>
      <Box
        tabIndex={-1}
        sx={{
          flex: 1,
          minHeight: 0,
          overflow: 'auto',
          px: 4,
          py: 3,
          display: 'grid',
          gap: 3,
          alignContent: 'start',
          gridTemplateColumns: 'minmax(0, 1fr)',
        }}
      >
        {post === null ? null : <Became post={post} accounts={accounts} />}
        <When
          slot={slot}
          first={beginning.slot ?? nextSlot(Date.now(), zone)}
          disabled={isOut}
          onChange={form.setSlot}
        />
        <Composer
          draft={draft}
          accounts={accounts}
          problems={problems}
          disabled={isOut}
          onChange={form.setDraft}
        />
        <TextField
          label={t('calendar.note')}
          value={draft.note}
          multiline
          maxRows={5}
          onChange={(event) => form.setDraft({ ...draft, note: event.target.value })}
          slotProps={{ htmlInput: { maxLength: 10_000 } }}
        />
      </Box>
      <Box
        sx={{ display: 'flex', gap: 2, flexWrap: 'wrap', px: 4, py: 3, borderTop: 1, borderColor: 'divider' }}
      >
        {isOut ? null : (
          <>
            <Button
              variant="contained"
              color="primary"
              disabled={!canLeave}
              onClick={() => void form.approve('planned')}
            >
              {t(slot === null ? 'calendar.approve' : 'calendar.approveAndSchedule')}
            </Button>
            <Button disabled={!canLeave} onClick={() => setAsking('now')}>
              {t('calendar.publishNow')}
            </Button>
          </>
        )}
        <Button
          disabled={!form.isChanged || draft.accountIds.length === 0 || form.busy}
          onClick={() => void form.save()}
        >
          {t(isOut ? 'calendar.saveNote' : 'calendar.saveDraft')}
        </Button>
        {post === null || post.state === 'draft' ? (
          <Button disabled={draft.accountIds.length === 0 || form.busy} onClick={() => void form.submit()}>
            {t('calendar.submit')}
          </Button>
        ) : null}
      </Box>
      <ConfirmDialog
        open={asking === 'now'}
        title={t('calendar.confirmNow.title')}
        text={t('calendar.confirmNow.text', { count: draft.accountIds.length })}
        confirm={t('calendar.publishNow')}
        busy={form.busy}
        onClose={() => setAsking(null)}
        onConfirm={() => {
          setAsking(null);
          void form.approve('now');
        }}
      />
      <ConfirmDialog
        open={asking === 'leave'}
        danger
        title={t('calendar.confirmLeave.title')}
        text={t('calendar.confirmLeave.text')}
        confirm={t('calendar.confirmLeave.confirm')}
        onClose={() => setAsking(null)}
        onConfirm={onClose}
      />
    </Box>
  );
}

function useProblems({ draft, slot }: PostForm, accounts: readonly PublishingAccount[]) {
  const ids = [
    ...new Set(draft.accountIds.flatMap((id) => contentFor(draft, id).images.map(({ mediaId }) => mediaId))),
  ];
  const media = useQueries({
    queries: ids.map((mediaId) => ({
      queryKey: ['media.get', { mediaId }],
      queryFn: () => call('media.get', { mediaId }),
    })),
  });
  const found = draftProblems(draft, accounts, (mediaId) => {
    const asked = media[ids.indexOf(mediaId)];
    return asked?.error == null ? asked?.data : null;
  });
  const isPast = slot !== null && slotMillis(slot) < Date.now() - 60_000;
  return isPast ? [{ code: 'past' as const, stops: false, count: 0, handle: '' }, ...found] : found;
}
