import { Box, Button, Link, Typography } from '@mui/material';
import { ExternalLink } from 'lucide-react';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation, Message } from '#shared/contract/inbox.ts';
import { notify } from '#renderer/app/notify.ts';
import { navigate } from '#renderer/app/state.ts';
import { useCommand, useRequest } from '#renderer/client/index.ts';
import { Marked } from '#renderer/ui/Marked.tsx';
import { RelativeTime } from '#renderer/ui/RelativeTime.tsx';
import { useOpenOriginal } from '#renderer/ui/useOpenOriginal.ts';
import { Composer } from './Composer.tsx';

/** What was said, what was answered and noted, and the composer at the foot. */
export function Thread({ conversation }: { conversation: Conversation }): ReactNode {
  const { t } = useTranslation();
  const { mention, id } = conversation;
  const detail = useRequest('mentions.get', { itemId: mention.itemId }).data;
  const messages = useRequest('conversations.get', { conversationId: id }).data?.messages ?? [];
  const setState = useCommand('conversations.setState');
  const openOriginal = useOpenOriginal();
  const closed = conversation.state === 'closed';

  const turn = async (): Promise<void> => {
    const done = await setState.run({ conversationId: id, state: closed ? 'open' : 'closed' });
    if (done !== null)
      notify({ message: t(closed ? 'inbox.told.opened' : 'inbox.told.closed'), undo: done.changeId });
  };
  return (
    <Box
      component="article"
      aria-label={t('inbox.thread')}
      sx={{ flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column', bgcolor: 'background.paper' }}
    >
      <Box
        sx={{
          display: 'flex',
          gap: 2,
          px: 6,
          py: 3,
          alignItems: 'center',
          borderBottom: 1,
          borderColor: 'divider',
        }}
      >
        <Typography variant="h2" sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
          {mention.title || mention.author || mention.site}
        </Typography>
        <Button onClick={() => navigate('mentions', { itemId: String(mention.itemId) })}>
          {t('inbox.inMentions')}
        </Button>
        <Button onClick={() => void turn()}>{t(closed ? 'inbox.reopen' : 'inbox.close')}</Button>
      </Box>
      <Box
        tabIndex={0}
        sx={{ flex: 1, minHeight: 0, overflow: 'auto', px: 6, py: 4, overflowWrap: 'anywhere' }}
      >
        <Box
          sx={{
            display: 'flex',
            flexWrap: 'wrap',
            columnGap: 3,
            color: 'text.secondary',
            fontSize: 13,
            mb: 2,
          }}
        >
          <Box component="span" sx={{ fontWeight: 600, color: 'text.primary' }}>
            {mention.author || t('inbox.unknownAuthor')}
          </Box>
          <span>{mention.site}</span>
          <RelativeTime at={mention.publishedAt} />
          {mention.url === '' ? null : (
            <Link
              component="button"
              type="button"
              onClick={() => void openOriginal(mention.url)}
              sx={{ fontSize: 13 }}
            >
              {t('inbox.original')} <ExternalLink size={12} aria-hidden />
            </Link>
          )}
        </Box>
        <Box sx={{ fontSize: 14, lineHeight: 1.6, whiteSpace: 'pre-wrap' }}>
          <Marked text={detail?.text ?? mention.excerpt} marks={detail?.textMarks ?? mention.marks} />
        </Box>
        {messages.map((message) => (
          <Said key={message.id} message={message} />
        ))}
      </Box>
      <Composer conversation={conversation} />
    </Box>
  );
}

function Said({ message }: { message: Message }): ReactNode {
  const { t } = useTranslation();
  const reply = message.kind === 'reply';
  return (
    <Box
      sx={{
        mt: 4,
        p: 3,
        borderRadius: '8px',
        border: 1,
        borderColor: 'divider',
        bgcolor: reply ? 'tokens.wash' : 'background.default',
        color: reply ? 'tokens.onWash' : 'text.primary',
      }}
    >
      <Box sx={{ fontSize: 12, fontWeight: 600, mb: 1 }}>
        {t(reply ? 'inbox.yourReply' : 'inbox.note')} · <RelativeTime at={message.at} />
      </Box>
      <Box sx={{ whiteSpace: 'pre-wrap' }}>{message.text}</Box>
    </Box>
  );
}
