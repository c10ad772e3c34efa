import { Box, Button, ButtonBase, Typography } from '@mui/material';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '#shared/contract/inbox.ts';
import { notify } from '#renderer/app/notify.ts';
import { navigate } from '#renderer/app/state.ts';
import { useCommand, useRequest } from '#renderer/client/index.ts';
import { MentionLine } from '#renderer/ui/MentionLine.tsx';

/** Who said it: what is written about them and what else they said; or the offer to keep them. */
export function Person({ conversation }: { conversation: Conversation }): ReactNode {
  const { t } = useTranslation();
  const { contactId, mention } = conversation;
  const keep = useCommand('contacts.fromMention');
  const keepThem = async (): Promise<void> => {
    const done = await keep.run({ itemId: mention.itemId });
    if (done !== null)
      notify({ message: t('contacts.told.kept', { name: mention.author }), undo: done.changeId });
  };
  return (
    <Box
      component="aside"
      aria-label={t('inbox.person')}
      sx={{ width: 280, flex: 'none', borderLeft: 1, borderColor: 'divider', overflow: 'auto', p: 4 }}
    >
      <Typography variant="h3" component="h2" sx={{ mb: 2 }}>
        {mention.author || t('inbox.unknownAuthor')}
      </Typography>
      {contactId === null ? (
        mention.author === '' ? null : (
          <>
            <Typography variant="body2" sx={{ color: 'text.secondary', mb: 2 }}>
              {t('inbox.notContact')}
            </Typography>
            <Button onClick={() => void keepThem()}>{t('inbox.keepContact')}</Button>
          </>
        )
      ) : (
        <Known contactId={contactId} />
      )}
    </Box>
  );
}

function Known({ contactId }: { contactId: string }): ReactNode {
  const { t } = useTranslation();
  const data = useRequest('contacts.get', { contactId }).data;
  if (data === undefined) return null;
  const { contact, history } = data;
  return (
    <>
      {contact.about === '' ? null : (
        <Typography variant="body2" sx={{ whiteSpace: 'pre-wrap', mb: 3 }}>
          {contact.about}
        </Typography>
      )}
      <Button onClick={() => navigate('contacts', { contactId })}>{t('inbox.openContact')}</Button>
      <Typography variant="h3" component="h2" sx={{ mt: 4, mb: 1, color: 'text.secondary' }}>
        {t('inbox.saidBefore', { count: history.length })}
      </Typography>
      {history.slice(0, 8).map((row) => (
        <ButtonBase
          key={row.itemId}
          onClick={() => navigate('mentions', { itemId: String(row.itemId) })}
          sx={{
            display: 'block',
            width: '100%',
            textAlign: 'left',
            py: 1.5,
            '&:hover': { bgcolor: 'tokens.hover' },
          }}
        >
          <MentionLine row={row} />
        </ButtonBase>
      ))}
    </>
  );
}
