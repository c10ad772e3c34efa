import { Box, Button, ButtonBase, Link, Typography } from '@mui/material';
import { ExternalLink } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '#shared/contract/inbox.ts';
import { notify } from '#renderer/app/notify.ts';
import { navigate } from '#renderer/app/state.ts';
import { useCommand, useRequest } from '#renderer/client/index.ts';
import { MentionLine } from '#renderer/ui/MentionLine.tsx';
import { RelativeTime } from '#renderer/ui/RelativeTime.tsx';
import { useOpenOriginal } from '#renderer/ui/useOpenOriginal.ts';

const shown = 8;
const row = {
  display: 'block',
  width: '100%',
  textAlign: 'left',
  py: 1.5,
  '&:hover': { bgcolor: 'tokens.hover' },
} as const;

/** Who said it: what is written about them and what else they said; or the offer to keep them. */
export function Person({ conversation }: { conversation: Conversation }): ReactNode {
  const { t } = useTranslation();
  const { id, contactId, mention, said } = conversation;
  const fromMention = useCommand('contacts.fromMention');
  const fromEntry = useCommand('contacts.fromEntry');
  const openOriginal = useOpenOriginal();
  const entries = useRequest('conversations.get', { conversationId: id }).data?.entries ?? [];
  const guest = entries.find(
    ({ ident, own, authorIdent }) => ident === said.ident && !own && authorIdent !== '',
  );
  const author = guest?.authorName || guest?.authorIdent || mention?.author || '';
  const keepThem = async (): Promise<void> => {
    const done =
      guest === undefined
        ? mention && (await fromMention.run({ itemId: mention.itemId }))
        : await fromEntry.run({ conversationId: id, ident: guest.ident });
    if (done !== null) notify({ message: t('contacts.told.kept', { name: author }), undo: done.changeId });
  };
  const url = guest?.authorUrl ?? null;
  return (
    <Box
      component="aside"
      aria-label={t('inbox.person')}
      sx={{ width: 280, flex: 'none', borderLeft: 1, borderColor: 'divider', overflow: 'auto', p: 4 }}
    >
      <Typography variant="h3" component="h2" sx={{ mb: 2, overflowWrap: 'anywhere' }}>
        {author || said.who || t('inbox.unknownAuthor')}
      </Typography>
      {url === null ? null : (
        <Link
          component="button"
          type="button"
          onClick={() => void openOriginal(url)}
          sx={{ fontSize: 13, mb: 3 }}
        >
          {t('inbox.profile')} <ExternalLink size={12} aria-hidden />
        </Link>
      )}
      {contactId !== null ? (
        <Known contactId={contactId} here={id} />
      ) : author === '' ? null : (
        <>
          <Typography variant="body2" sx={{ color: 'text.secondary', mb: 2 }}>
            {t('inbox.notContact')}
          </Typography>
          <Button onClick={() => void keepThem()}>{t('inbox.keepContact')}</Button>
        </>
      )}
    </Box>
  );
}

function Known({ contactId, here }: { contactId: string; here: string }): ReactNode {
  const { t } = useTranslation();
  const data = useRequest('contacts.get', { contactId }).data;
  if (data === undefined) return null;
  const { contact, history, said } = data;
  const elsewhere = said.filter(({ conversationId }) => conversationId !== here);
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
      {history.slice(0, shown).map((mention) => (
        <ButtonBase
          key={mention.itemId}
          onClick={() => navigate('mentions', { itemId: String(mention.itemId) })}
          sx={row}
        >
          <MentionLine row={mention} />
        </ButtonBase>
      ))}
      {elsewhere.length === 0 ? null : (
        <Typography variant="h3" component="h2" sx={{ mt: 4, mb: 1, color: 'text.secondary' }}>
          {t('inbox.wroteBefore', { count: elsewhere.length })}
        </Typography>
      )}
      {elsewhere.slice(0, shown).map((one) => (
        <ButtonBase
          key={`${one.conversationId} ${one.ident}`}
          onClick={() => navigate('inbox', { conversationId: one.conversationId })}
          sx={row}
        >
          <Box
            dir="auto"
            sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', fontSize: 13 }}
          >
            {one.text}
          </Box>
          <Box sx={{ fontSize: 12, color: 'text.secondary' }}>
            <RelativeTime at={one.at} />
          </Box>
        </ButtonBase>
      ))}
    </>
  );
}
