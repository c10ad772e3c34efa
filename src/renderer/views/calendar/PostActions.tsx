import { Box, Button } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Approval, Post } from '#shared/contract/calendar.ts';
import { ConfirmDialog } from '#renderer/ui/ConfirmDialog.tsx';
import { ApproveDialog } from './ApproveDialog.tsx';
import type { PostForm } from './usePost.ts';

export interface PostActionsProps {
  /** Null for a new one. */
  post: Post | null;
  form: PostForm;
  /** Everything of it is out, or on its way. */
  isOut: boolean;
  /** Nothing stands in its way. */
  canLeave: boolean;
  /** What its brand wants; null while it has none. */
  approval: Approval | null;
}

/** What can be done with a post next, what is meant to be done first. */
export function PostActions({ post, form, isOut, canLeave, approval }: PostActionsProps): ReactNode {
  const { t } = useTranslation();
  const [asking, setAsking] = useState<'now' | 'who' | null>(null);
  const { draft, slot, isChanged, busy } = form;
  if (isOut) return <Told>{t('calendar.isOut')}</Told>;
  const isRequired = approval?.required === true;
  const state = post?.state ?? 'draft';
  const isApproved = state === 'approved' && !isChanged;
  const waits = post?.stage === 'failed' || post?.stage === 'missed';
  const mustSubmit =
    isRequired && (state === 'draft' || (state === 'approved' && isChanged && !form.isMoved));
  const approve = (): void => {
    if (isRequired) setAsking('who');
    else void form.approve('planned', '');
  };
  return (
    <>
      {state === 'approved' && isChanged && !form.isMoved ? <Told>{t('calendar.asideText')}</Told> : null}
      {mustSubmit ? <Told>{t('calendar.mustSubmit')}</Told> : null}
      {post !== null && post.approvedBy !== '' && !isChanged ? (
        <Told>{t('calendar.approvedBy', { name: post.approvedBy })}</Told>
      ) : null}
      <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap' }}>
        {isApproved ? null : form.isMoved && state === 'approved' ? (
          <Button variant="contained" color="primary" disabled={busy} onClick={() => void form.move()}>
            {t('calendar.moveHere')}
          </Button>
        ) : mustSubmit ? null : (
          <Button variant="contained" color="primary" disabled={!canLeave || busy} onClick={approve}>
            {t(slot === null ? 'calendar.approve' : 'calendar.approveAndSchedule')}
          </Button>
        )}
        {state === 'review' ? null : isApproved || (state === 'approved' && !mustSubmit) ? null : (
          <Button
            {...(mustSubmit ? { variant: 'contained' as const, color: 'primary' as const } : {})}
            disabled={draft.accountIds.length === 0 || busy || (mustSubmit && !canLeave)}
            onClick={() => void form.submit()}
          >
            {t('calendar.submit')}
          </Button>
        )}
        {isRequired && !isApproved ? null : (
          <Button
            {...(isApproved && waits ? { variant: 'contained' as const, color: 'primary' as const } : {})}
            disabled={!canLeave || busy}
            onClick={() => setAsking('now')}
          >
            {t('calendar.publishNow')}
          </Button>
        )}
        {state === 'approved' && isChanged ? (
          <Button variant="text" disabled={busy} onClick={form.discard}>
            {t('calendar.discard')}
          </Button>
        ) : null}
      </Box>
      <ConfirmDialog
        open={asking === 'now'}
        title={t('calendar.confirmNow.title')}
        text={t('calendar.confirmNow.text', { count: draft.accountIds.length })}
        confirm={t('calendar.publishNow')}
        busy={busy}
        onClose={() => setAsking(null)}
        onConfirm={() => {
          setAsking(null);
          void form.approve('now', '');
        }}
      />
      {asking === 'who' ? (
        <ApproveDialog
          title={t('calendar.who.title')}
          approvers={approval?.approvers ?? []}
          onClose={() => setAsking(null)}
          onApprove={(by) => {
            setAsking(null);
            void form.approve('planned', by);
          }}
        />
      ) : null}
    </>
  );
}

const Told = ({ children }: { children: ReactNode }): ReactNode => (
  <Box sx={{ fontSize: 13, color: 'text.secondary' }}>{children}</Box>
);
