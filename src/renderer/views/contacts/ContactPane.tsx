import { Box, Button, ButtonBase, IconButton, Link, TextField, Typography } from '@mui/material';
import { ExternalLink, X } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contact, Identity } from '#shared/contract/contacts.ts';
import { notify } from '#renderer/app/notify.ts';
import { navigate } from '#renderer/app/state.ts';
import { useCommand, useRequest } from '#renderer/client/index.ts';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { MentionLine } from '#renderer/ui/MentionLine.tsx';
import { RelativeTime } from '#renderer/ui/RelativeTime.tsx';
import { ViewSkeleton } from '#renderer/ui/ViewSkeleton.tsx';
import { useFormat } from '#renderer/ui/format.tsx';
import { useOpenOriginal } from '#renderer/ui/useOpenOriginal.ts';

/** One person whole: what is written about them, their profiles, and everything they said. */
export function ContactPane({ contactId }: { contactId: string }): ReactNode {
  const { t } = useTranslation();
  const { data, error, refetch } = useRequest('contacts.get', { contactId });
  const remove = useCommand('contacts.remove');
  if (data === undefined) {
    return error === null ? <ViewSkeleton /> : <ErrorState error={error} onRetry={() => void refetch()} />;
  }
  const { contact, history, said } = data;
  const forget = async (): Promise<void> => {
    const done = await remove.run({ contactId });
    if (done !== null)
      notify({ message: t('contacts.told.removed', { name: contact.name }), undo: done.changeId });
  };
  return (
    <Box
      component="article"
      aria-label={contact.name}
      tabIndex={0}
      sx={{ flex: 1, minWidth: 0, overflow: 'auto', px: 6, py: 4, bgcolor: 'background.paper' }}
    >
      <Written key={contact.id} contact={contact} />
      <Typography variant="h3" component="h2" sx={{ mt: 5, mb: 1, color: 'text.secondary' }}>
        {t('contacts.profiles')}
      </Typography>
      {contact.identities.map((identity) => (
        <Profile key={identity.id} identity={identity} only={contact.identities.length === 1} />
      ))}
      <Typography variant="h3" component="h2" sx={{ mt: 5, mb: 1, color: 'text.secondary' }}>
        {t('contacts.history', { count: contact.mentions })}
      </Typography>
      {history.map((row) => (
        <ButtonBase
          key={row.itemId}
          onClick={() => navigate('mentions', { itemId: String(row.itemId) })}
          sx={{
            display: 'block',
            width: '100%',
            textAlign: 'left',
            py: 2,
            borderBottom: 1,
            borderColor: 'divider',
            '&:hover': { bgcolor: 'tokens.hover' },
          }}
        >
          <MentionLine row={row} />
        </ButtonBase>
      ))}
      {said.length === 0 ? null : (
        <Typography variant="h3" component="h2" sx={{ mt: 5, mb: 1, color: 'text.secondary' }}>
          {t('contacts.said', { count: said.length })}
        </Typography>
      )}
      {said.map(({ conversationId, ident, text, at }) => (
        <ButtonBase
          key={`${conversationId} ${ident}`}
          onClick={() => navigate('inbox', { conversationId })}
          sx={{
            display: 'flex',
            gap: 3,
            width: '100%',
            justifyContent: 'space-between',
            py: 2,
            borderBottom: 1,
            borderColor: 'divider',
            '&:hover': { bgcolor: 'tokens.hover' },
          }}
        >
          <Box dir="auto" sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
            {text}
          </Box>
          <Box sx={{ fontSize: 12, color: 'text.secondary' }}>
            <RelativeTime at={at} />
          </Box>
        </ButtonBase>
      ))}
      <Button color="error" onClick={() => void forget()} sx={{ mt: 5 }}>
        {t('contacts.remove')}
      </Button>
    </Box>
  );
}

/** Name and notes, saved when the person leaves the field. */
function Written({ contact }: { contact: Contact }): ReactNode {
  const { t } = useTranslation();
  const update = useCommand('contacts.update');
  const [name, setName] = useState(contact.name);
  const [about, setAbout] = useState(contact.about);
  useEffect(() => setName(contact.name), [contact.name]);
  useEffect(() => setAbout(contact.about), [contact.about]);
  const save = async (): Promise<void> => {
    const wanted = name.trim() === '' ? contact.name : name.trim();
    setName(wanted);
    if (wanted === contact.name && about === contact.about) return;
    const done = await update.run({ contactId: contact.id, name: wanted, about });
    if (done?.changeId != null) notify({ message: t('contacts.told.saved'), undo: done.changeId });
  };
  return (
    <Box sx={{ display: 'grid', gap: 3, maxWidth: 560 }}>
      <TextField
        label={t('contacts.name')}
        value={name}
        onChange={(event) => setName(event.target.value)}
        onBlur={() => void save()}
        slotProps={{ htmlInput: { maxLength: 200 } }}
      />
      <TextField
        label={t('contacts.about')}
        placeholder={t('contacts.aboutHint')}
        multiline
        minRows={2}
        value={about}
        onChange={(event) => setAbout(event.target.value)}
        onBlur={() => void save()}
        slotProps={{ htmlInput: { maxLength: 10_000 } }}
      />
    </Box>
  );
}

function Profile({ identity, only }: { identity: Identity; only: boolean }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const openOriginal = useOpenOriginal();
  const remove = useCommand('contacts.removeIdentity');
  const take = async (): Promise<void> => {
    const done = await remove.run({ identityId: identity.id });
    if (done !== null) {
      notify({ message: t('contacts.told.profileRemoved', { name: identity.name }), undo: done.changeId });
    }
  };
  const { url, followers } = identity;
  return (
    <Box sx={{ display: 'flex', gap: 3, alignItems: 'center', minHeight: 32, fontSize: 13 }}>
      {url === null || url === '' ? (
        <span>{identity.name}</span>
      ) : (
        <Link component="button" type="button" onClick={() => void openOriginal(url)} sx={{ fontSize: 13 }}>
          {identity.name} <ExternalLink size={12} aria-hidden />
        </Link>
      )}
      <Box component="span" sx={{ color: 'text.secondary' }}>
        {identity.connector}
      </Box>
      {followers === null ? null : (
        <Box component="span" sx={{ color: 'text.secondary' }}>
          {t('mentions.detail.followers', { count: followers, formatted: format.number(followers) })}
        </Box>
      )}
      {only ? null : (
        <IconButton
          aria-label={t('contacts.removeProfile', { name: identity.name })}
          title={t('contacts.removeProfile', { name: identity.name })}
          onClick={() => void take()}
        >
          <X size={14} aria-hidden />
        </IconButton>
      )}
    </Box>
  );
}
