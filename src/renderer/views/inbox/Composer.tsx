import { Box, Button, TextField, Typography } from '@mui/material';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '#shared/contract/inbox.ts';
import { notify } from '#renderer/app/notify.ts';
import { call, useCommand } from '#renderer/client/index.ts';
import { useCopy } from '#renderer/ui/useCopy.ts';
import { useOpenOriginal } from '#renderer/ui/useOpenOriginal.ts';

const saveMillis = 600;
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Characters as a reader counts them: a family of emoji is one. */
const lettersOf = (text: string): number => Array.from(graphemes.segment(text)).length;

/**
 * Writing an answer. No account is connected yet, so the answer is handed over: copied, with the original opened
 * beside it, and recorded here once it was given. What is typed is kept as it is typed.
 */
export function Composer({ conversation }: { conversation: Conversation }): ReactNode {
  const { t } = useTranslation();
  const { id, mention } = conversation;
  const [text, setText] = useState(conversation.draft);
  const copy = useCopy();
  const openOriginal = useOpenOriginal();
  const answered = useCommand('conversations.answered');
  const note = useCommand('conversations.note');
  const saved = useRef(conversation.draft);

  useEffect(() => {
    const save = (): void => {
      if (text === saved.current) return;
      saved.current = text;
      call('conversations.draft', { conversationId: id, draft: text }).catch(() => {
        notify({ message: t('inbox.draftNotKept'), severity: 'error' });
      });
    };
    const timer = setTimeout(save, saveMillis);
    return () => clearTimeout(timer);
  }, [id, text, t]);

  // Leaving in the middle of a word keeps the word.
  const latest = useRef(text);
  useEffect(() => {
    latest.current = text;
  });
  useEffect(
    () => () => {
      if (latest.current === saved.current) return;
      call('conversations.draft', { conversationId: id, draft: latest.current }).catch(() => undefined);
    },
    [id],
  );

  const empty = text.trim() === '';
  const clear = (): void => {
    saved.current = '';
    setText('');
  };
  const handOver = async (): Promise<void> => {
    await copy(text.trim(), t('inbox.told.copied'));
    if (mention.url !== '') await openOriginal(mention.url);
  };
  const record = async (): Promise<void> => {
    const done = await answered.run({ conversationId: id, text: text.trim() });
    if (done === null) return;
    clear();
    notify({ message: t('inbox.told.answered'), undo: done.changeId });
  };
  const keepNote = async (): Promise<void> => {
    const done = await note.run({ conversationId: id, text: text.trim() });
    if (done === null) return;
    clear();
    notify({ message: t('inbox.told.noted'), undo: done.changeId });
  };
  return (
    <Box sx={{ borderTop: 1, borderColor: 'divider', px: 6, py: 3, display: 'grid', gap: 2 }}>
      <TextField
        multiline
        minRows={3}
        maxRows={10}
        label={t('inbox.reply')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 10_000, 'data-reply': true } }}
      />
      <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap', alignItems: 'center' }}>
        <Button variant="contained" color="primary" disabled={empty} onClick={() => void handOver()}>
          {t(mention.url === '' ? 'inbox.copy' : 'inbox.copyAndOpen')}
        </Button>
        <Button disabled={empty || answered.busy} onClick={() => void record()}>
          {t('inbox.markAnswered')}
        </Button>
        <Button disabled={empty || note.busy} onClick={() => void keepNote()}>
          {t('inbox.addNote')}
        </Button>
        <Typography variant="caption" sx={{ color: 'text.secondary', flex: 1, textAlign: 'right' }}>
          {t('inbox.letters', { count: lettersOf(text) })}
        </Typography>
      </Box>
      <Typography variant="caption" sx={{ color: 'text.secondary' }}>
        {t('inbox.handOff')}
      </Typography>
    </Box>
  );
}
