import { Box, Button, TextField, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '#shared/contract/inbox.ts';
import { countGraphemes } from '#shared/networks/count.ts';
import { notify } from '#renderer/app/notify.ts';
import { useCommand } from '#renderer/client/index.ts';
import { useCopy } from '#renderer/ui/useCopy.ts';
import { useOpenOriginal } from '#renderer/ui/useOpenOriginal.ts';
import type { Draft } from './useDraft.ts';

/**
 * Writing an answer where no connected account can give it: it is copied, with the original opened beside it, and recorded
 * here once it was given.
 */
export function HandOver({ conversation, draft }: { conversation: Conversation; draft: Draft }): ReactNode {
  const { t } = useTranslation();
  const { id, said } = conversation;
  const copy = useCopy();
  const openOriginal = useOpenOriginal();
  const answered = useCommand('conversations.answered');
  const note = useCommand('conversations.note');
  const text = draft.text.trim();

  const handOver = async (): Promise<void> => {
    await copy(text, t('inbox.told.copied'));
    if (said.url !== '') await openOriginal(said.url);
  };
  const record = async (): Promise<void> => {
    const done = await answered.run({ conversationId: id, text });
    if (done === null) return;
    draft.stored('');
    notify({ message: t('inbox.told.answered'), undo: done.changeId });
  };
  const keepNote = async (): Promise<void> => {
    const done = await note.run({ conversationId: id, text });
    if (done === null) return;
    draft.stored('');
    notify({ message: t('inbox.told.noted'), undo: done.changeId });
  };
  return (
    <Box sx={{ borderTop: 1, borderColor: 'divider', px: 6, py: 3, display: 'grid', gap: 2, flex: 'none' }}>
      <TextField
        multiline
        minRows={3}
        maxRows={10}
        label={t('inbox.reply')}
        value={draft.text}
        onChange={(event) => draft.setText(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 10_000, 'data-reply': true } }}
      />
      <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap', alignItems: 'center' }}>
        <Button variant="contained" color="primary" disabled={text === ''} onClick={() => void handOver()}>
          {t(said.url === '' ? 'inbox.copy' : 'inbox.copyAndOpen')}
        </Button>
        <Button disabled={text === '' || answered.busy} onClick={() => void record()}>
          {t('inbox.markAnswered')}
        </Button>
        <Button disabled={text === '' || note.busy} onClick={() => void keepNote()}>
          {t('inbox.addNote')}
        </Button>
        <Typography variant="caption" sx={{ color: 'text.secondary', flex: 1, textAlign: 'right' }}>
          {t('inbox.letters', { count: countGraphemes(draft.text) })}
        </Typography>
      </Box>
      <Typography variant="caption" sx={{ color: 'text.secondary' }}>
        {t('inbox.handOff')}
      </Typography>
    </Box>
  );
}
