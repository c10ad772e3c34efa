import { Box, Button } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Approval, Post, PublishingAccount, Variant } from '#shared/contract/calendar.ts';
import { notify } from '#renderer/app/notify.ts';
import { useCommand } from '#renderer/client/index.ts';
import { ContentFields } from '#renderer/ui/composer/ContentFields.tsx';
import { emptyDraft, isSame, type Content } from '#renderer/ui/composer/draft.ts';
import { Problems } from '#renderer/ui/composer/Problems.tsx';
import { useProblems } from '#renderer/ui/composer/useProblems.ts';
import { ApproveDialog } from './ApproveDialog.tsx';

export interface ChangeFormProps {
  post: Post;
  variant: Variant;
  account: PublishingAccount;
  /** What its brand wants; null while it has none. */
  approval: Approval | null;
  onClose: () => void;
}

/** Begins with a change that has not arrived, else with what is published. */
function beginning({ text, title, images, edit }: Variant): Content {
  const from = edit === null || edit.state === 'sent' ? { text, title, images } : edit;
  return { text: from.text, title: from.title, images: from.images, thread: [] };
}

/** Changes what one account has published. */
export function ChangeForm({ post, variant, account, approval, onClose }: ChangeFormProps): ReactNode {
  const { t } = useTranslation();
  const [first] = useState(() => beginning(variant));
  const [content, setContent] = useState(first);
  const [isAsking, setAsking] = useState(false);
  const edit = useCommand('posts.edit');
  const { network, handle, publishing } = account;
  const { thread } = variant;
  const problems = useProblems({ ...emptyDraft([account.id]), shared: { ...content, thread } }, [account]);
  const isChanged = !isSame(content, first);
  // What is published does not grow into a thread.
  const counted = [{ ...account, publishing: { ...publishing, threads: false } }];
  const send = async (by: string): Promise<void> => {
    const { text, title, images } = content;
    const done = await edit.run({ postId: post.id, variantId: variant.id, text, title, images, by });
    if (done === null) return;
    notify({ message: t(done.actionId === null ? 'calendar.change.same' : 'calendar.change.leaving') });
    onClose();
  };
  return (
    <Box
      role="group"
      aria-label={t('calendar.change.form', { network, handle })}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        // Words that are kept nowhere else are not lost to a key.
        event.preventDefault();
        if (!isChanged) onClose();
      }}
      sx={{
        mt: 2,
        p: 3,
        border: 1,
        borderColor: 'divider',
        borderRadius: '8px',
        display: 'grid',
        gap: 2,
        gridTemplateColumns: 'minmax(0, 1fr)',
      }}
    >
      <ContentFields
        content={content}
        accounts={[account]}
        counted={counted}
        label={t('composer.textFor', { handle })}
        disabled={edit.busy}
        autoFocus
        onChange={(part) => setContent({ ...content, ...part })}
      />
      {thread.length === 0 ? null : <Box sx={{ color: 'text.secondary' }}>{t('calendar.change.thread')}</Box>}
      <Problems problems={problems} />
      <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap' }}>
        <Button
          variant="contained"
          color="primary"
          disabled={!isChanged || edit.busy || problems.some(({ stops }) => stops)}
          onClick={() => {
            if (approval?.required === true) setAsking(true);
            else void send('');
          }}
        >
          {t('calendar.change.send')}
        </Button>
        <Button disabled={edit.busy} onClick={onClose}>
          {t('calendar.change.leave')}
        </Button>
      </Box>
      {isAsking ? (
        <ApproveDialog
          title={t('calendar.change.who')}
          approvers={approval?.approvers ?? []}
          onClose={() => setAsking(false)}
          onApprove={(by) => {
            setAsking(false);
            void send(by);
          }}
        />
      ) : null}
    </Box>
  );
}
