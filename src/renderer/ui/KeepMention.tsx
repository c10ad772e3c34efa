import { Button, Menu, MenuItem } from '@mui/material';
import { MessageSquareReply } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { notify } from '#renderer/app/notify.ts';
import { navigate } from '#renderer/app/state.ts';
import { useCommand } from '#renderer/client/index.ts';

export interface KeepMentionProps {
  itemId: number;
  brandId: string;
  /** '' where nobody is named; there is then no contact to keep. */
  author: string;
}

/** What a mention can become: a conversation in the inbox, a contact, a highlight of the report. */
export function KeepMention({ itemId, brandId, author }: KeepMentionProps): ReactNode {
  const { t } = useTranslation();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const open = useCommand('conversations.open');
  const keep = useCommand('contacts.fromMention');
  const highlight = useCommand('highlights.add');
  const close = (): void => setAnchor(null);

  const toInbox = async (): Promise<void> => {
    close();
    const done = await open.run({ itemId, brandId });
    if (done !== null) navigate('inbox', { conversationId: done.conversationId });
  };
  const toContacts = async (): Promise<void> => {
    close();
    const done = await keep.run({ itemId });
    if (done !== null) notify({ message: t('contacts.told.kept', { name: author }), undo: done.changeId });
  };
  const toReport = async (): Promise<void> => {
    close();
    const done = await highlight.run({ itemId, brandId });
    if (done !== null) notify({ message: t('reports.told.added'), undo: done.changeId });
  };
  return (
    <>
      <Button
        startIcon={<MessageSquareReply size={14} aria-hidden />}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {t('inbox.keep.button')}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={close}>
        <MenuItem onClick={() => void toInbox()}>{t('inbox.keep.inbox')}</MenuItem>
        {author === '' ? null : (
          <MenuItem onClick={() => void toContacts()}>{t('inbox.keep.contact', { name: author })}</MenuItem>
        )}
        <MenuItem onClick={() => void toReport()}>{t('inbox.keep.report')}</MenuItem>
      </Menu>
    </>
  );
}
