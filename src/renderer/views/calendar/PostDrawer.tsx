import { Box, IconButton, TextField, Typography } from '@mui/material';
import { X } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Approval, Post, PublishingAccount } from '#shared/contract/calendar.ts';
import { isMovable } from '#shared/model/post.ts';
import { nextSlot, slotMillis } from '#shared/model/slot.ts';
import { Composer } from '#renderer/ui/composer/Composer.tsx';
import { contentFor } from '#renderer/ui/composer/draft.ts';
import { Preview } from '#renderer/ui/composer/Preview.tsx';
import { Problems } from '#renderer/ui/composer/Problems.tsx';
import { useProblems } from '#renderer/ui/composer/useProblems.ts';
import { useFormat } from '#renderer/ui/format.tsx';
import { Became } from './Became.tsx';
import { PostActions } from './PostActions.tsx';
import { PostMenu } from './PostMenu.tsx';
import { StageMark } from './StageMark.tsx';
import { usePost, type Beginning, type PostForm } from './usePost.ts';
import { When } from './When.tsx';

export interface PostDrawerProps {
  /** Null for a new one. */
  post: Post | null;
  /** What it begins with; null = what is stored. */
  beginning: Beginning | null;
  accounts: readonly PublishingAccount[];
  /** Names of brands by their id. */
  brands: ReadonlyMap<string, string>;
  approvals: readonly Approval[];
  onKept: (postId: string) => void;
  onOpen: (postId: string) => void;
  onMove: (post: Post) => void;
  onClose: () => void;
}

/** One post beside the calendar: written, checked, approved; and what became of it. */
export function PostDrawer(props: PostDrawerProps): ReactNode {
  const { post, accounts, brands, onClose } = props;
  const { t } = useTranslation();
  const { zone } = useFormat();
  const form = usePost(props);
  const heading = useRef<HTMLHeadingElement>(null);
  const [isNew] = useState(post === null);
  useEffect(() => {
    // A new post begins with its words, a stored one is read first.
    if (!isNew) heading.current?.focus();
  }, [isNew]);
  const { draft, slot } = form;
  const isOut = post?.variants.every(({ stage }) => !isMovable(stage)) === true;
  const problems = useHindrances(form, accounts, isOut);
  const chosen = draft.accountIds.flatMap((id) => accounts.find((account) => account.id === id) ?? []);
  const brandId = post?.brandId ?? chosen[0]?.brandId;
  const approval = props.approvals.find((one) => one.brandId === brandId) ?? null;
  return (
    <Box
      component="aside"
      aria-label={t('calendar.post')}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose();
      }}
      sx={(theme) => ({
        width: 440,
        flex: 'none',
        borderLeft: 1,
        borderColor: 'divider',
        bgcolor: 'background.paper',
        display: 'flex',
        flexDirection: 'column',
        minHeight: 0,
        // Where both do not fit beside each other, the post lies over the calendar.
        [theme.breakpoints.down('lg')]: { position: 'absolute', top: 0, right: 0, bottom: 0, zIndex: 3 },
      })}
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
        <Typography ref={heading} variant="h2" tabIndex={-1} sx={{ outline: 'none' }}>
          {t(post === null ? 'calendar.newPost' : 'calendar.post')}
        </Typography>
        {post === null ? null : <StageMark stage={post.stage} named />}
        <Box
          role="status"
          sx={{
            flex: 1,
            textAlign: 'right',
            fontSize: 12,
            color: form.kept === 'failed' ? 'error.main' : 'text.secondary',
          }}
        >
          {form.kept === 'nothing' ? '' : t(`calendar.kept.${form.kept}`)}
        </Box>
        {post === null ? null : (
          <PostMenu post={post} onOpen={props.onOpen} onMove={props.onMove} onGone={onClose} />
        )}
        <IconButton aria-label={t('calendar.close')} onClick={onClose}>
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
        {post === null || !post.variants.some(isTold) ? null : (
          <Became post={post} accounts={accounts} approval={approval} />
        )}
        <Composer
          draft={draft}
          accounts={accounts}
          brands={brands}
          disabled={isOut}
          autoFocus={isNew}
          onChange={form.setDraft}
        />
        <When
          slot={slot}
          first={props.beginning?.slot ?? nextSlot(Date.now(), zone)}
          disabled={isOut}
          onRemove={() => form.setSlot(null)}
          onChange={form.setSlot}
        />
        <TextField
          label={t('calendar.note')}
          value={draft.note}
          multiline
          maxRows={5}
          onChange={(event) => form.setDraft({ ...draft, note: event.target.value })}
          slotProps={{ htmlInput: { maxLength: 10_000 } }}
        />
        {chosen.map((account) => (
          <Preview key={account.id} account={account} content={contentFor(draft, account.id)} />
        ))}
      </Box>
      <Box sx={{ px: 4, py: 3, borderTop: 1, borderColor: 'divider', display: 'grid', gap: 2 }}>
        {isOut ? null : <Problems problems={problems} />}
        <PostActions
          post={post}
          form={form}
          isOut={isOut}
          canLeave={draft.accountIds.length > 0 && !problems.some(({ stops }) => stops)}
          approval={approval}
        />
      </Box>
    </Box>
  );
}

/** Whether there is more to say of a version than that it waits. */
const isTold = ({ action }: Post['variants'][number]): boolean =>
  action !== null && (action.state !== 'queued' || action.reason !== '');

/** Also that its time has passed. Nothing stands in the way of what is out. */
function useHindrances({ draft, slot }: PostForm, accounts: readonly PublishingAccount[], isOut: boolean) {
  const found = useProblems(draft, accounts);
  if (isOut) return [];
  const isPast = slot !== null && slotMillis(slot) < Date.now() - 60_000;
  return isPast ? [{ code: 'past' as const, stops: false, count: 0, name: '' }, ...found] : found;
}
