import { Box, Button, Chip, MenuItem, TextField, Typography } from '@mui/material';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation, Entry, Through } from '#shared/contract/inbox.ts';
import { textLeft } from '#shared/networks/count.ts';
import { notify } from '#renderer/app/notify.ts';
import { navigate } from '#renderer/app/state.ts';
import { useCommand } from '#renderer/client/index.ts';
import { WhenMenu } from '#renderer/ui/WhenMenu.tsx';
import { useFormat } from '#renderer/ui/format.tsx';
import { chordOf, useShortcuts } from '#renderer/ui/shortcuts.ts';
import type { Draft } from './useDraft.ts';

export interface ComposerProps {
  conversation: Conversation;
  draft: Draft;
  /** Accounts that can answer, the usual one first. */
  through: readonly [Through, ...Through[]];
  /** The entry that is answered where the person chose one. */
  target: Entry | null;
  onTarget: (entry: Entry | null) => void;
}

/** Writing an answer that goes out through an account, with the network's own count of what is left. */
export function Composer({ conversation, draft, through, target, onTarget }: ComposerProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const reply = useCommand('conversations.reply');
  const note = useCommand('conversations.note');
  const [accountId, setAccountId] = useState(through[0].accountId);
  const [later, setLater] = useState<Element | null>(null);
  const account = through.find((one) => one.accountId === accountId) ?? through[0];
  const { limits } = account;
  const text = draft.text.trim();
  const left = limits === null ? null : textLeft(text, limits.text, limits.replyMax ?? limits.text.max);
  const ready = text !== '' && (left === null || left >= 0) && !reply.busy;

  const send = async (options: { done?: boolean; at?: number } = {}): Promise<void> => {
    if (!ready) return;
    const sent = await reply.run({
      conversationId: conversation.id,
      text,
      to: target?.ident ?? null,
      accountId: account.accountId,
      ...options,
    });
    if (sent === null) return;
    draft.stored('');
    onTarget(null);
    const { at } = options;
    notify({
      message: at === undefined ? t('inbox.told.sent') : t('inbox.told.later', { when: format.slot(at) }),
    });
  };
  const keepNote = async (): Promise<void> => {
    const done = await note.run({ conversationId: conversation.id, text });
    if (done === null) return;
    draft.stored('');
    notify({ message: t('inbox.told.noted'), undo: done.changeId });
  };
  useShortcuts('inbox.keys.scope', [
    { keys: 'Mod+Enter', label: 'inbox.keys.send', run: () => void send() },
    { keys: 'Mod+Shift+Enter', label: 'inbox.keys.sendDone', run: () => void send({ done: true }) },
  ]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const chord = chordOf(event.nativeEvent);
    if (chord !== 'Mod+Enter' && chord !== 'Mod+Shift+Enter') return;
    event.preventDefault();
    void send({ done: chord === 'Mod+Shift+Enter' });
  };

  return (
    <Box sx={{ borderTop: 1, borderColor: 'divider', px: 6, py: 3, display: 'grid', gap: 2, flex: 'none' }}>
      {account.signInNeeded ? (
        <Box
          role="alert"
          sx={{ display: 'flex', gap: 2, alignItems: 'center', fontSize: 13, color: 'tokens.warning' }}
        >
          <span>{t('inbox.signIn', { handle: account.handle })}</span>
          <Button onClick={() => navigate('accounts', { accountId: account.accountId })}>
            {t('inbox.toAccounts')}
          </Button>
        </Box>
      ) : null}
      {target === null ? null : (
        <Chip
          size="small"
          label={t('inbox.answering', { name: target.authorName || target.authorIdent })}
          onDelete={() => onTarget(null)}
          sx={{ justifySelf: 'start' }}
        />
      )}
      <TextField
        multiline
        minRows={2}
        maxRows={8}
        label={t('inbox.replyAs', { handle: account.handle })}
        value={draft.text}
        onChange={(event) => draft.setText(event.target.value)}
        onKeyDown={onKeyDown}
        error={left !== null && left < 0}
        slotProps={{ htmlInput: { maxLength: 10_000, 'data-reply': true } }}
      />
      <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap', alignItems: 'center' }}>
        <Button
          variant="contained"
          color="primary"
          disabled={!ready}
          aria-keyshortcuts="Control+Enter"
          onClick={() => void send()}
        >
          {t('inbox.send')}
        </Button>
        <Button
          disabled={!ready}
          aria-keyshortcuts="Control+Shift+Enter"
          onClick={() => void send({ done: true })}
        >
          {t('inbox.sendDone')}
        </Button>
        <Button disabled={!ready} aria-haspopup="menu" onClick={(event) => setLater(event.currentTarget)}>
          {t('inbox.sendLater')}
        </Button>
        <Button disabled={text === '' || note.busy} onClick={() => void keepNote()}>
          {t('inbox.addNote')}
        </Button>
        {through.length === 1 ? null : (
          <TextField
            select
            size="small"
            label={t('inbox.account')}
            value={account.accountId}
            onChange={(event) => setAccountId(event.target.value)}
          >
            {through.map((one) => (
              <MenuItem key={one.accountId} value={one.accountId}>
                {one.handle}
              </MenuItem>
            ))}
          </TextField>
        )}
        <Left left={left} network={account.network} />
      </Box>
      {later === null ? null : (
        <WhenMenu
          anchor={later}
          title={t('inbox.sendLaterTitle')}
          action={t('inbox.sendThen')}
          onChoose={(at) => void send({ at })}
          onClose={() => setLater(null)}
        />
      )}
    </Box>
  );
}

/** What is left of the network's length; negative reads as too long. */
function Left({ left, network }: { left: number | null; network: string }): ReactNode {
  const { t } = useTranslation();
  if (left === null) return null;
  const over = left < 0;
  return (
    <Typography
      variant="caption"
      role={over ? 'alert' : undefined}
      sx={{
        color: over ? 'tokens.negative' : 'text.secondary',
        fontWeight: over ? 600 : 450,
        flex: 1,
        textAlign: 'right',
      }}
    >
      {over ? t('inbox.over', { count: -left, network }) : t('inbox.left', { count: left })}
    </Typography>
  );
}
