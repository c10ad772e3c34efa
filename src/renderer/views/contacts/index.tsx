import { Box, TextField } from '@mui/material';
import { Users } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contact } from '#shared/contract/contacts.ts';
import { useScreen } from '#renderer/app/state.ts';
import { useRequest } from '#renderer/client/index.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { RelativeTime } from '#renderer/ui/RelativeTime.tsx';
import { ViewSkeleton } from '#renderer/ui/ViewSkeleton.tsx';
import { VirtualList } from '#renderer/ui/VirtualList.tsx';
import { useShortcuts } from '#renderer/ui/shortcuts.ts';
import { ContactPane } from './ContactPane.tsx';

const rowHeight = 56;

/** The people worth remembering, those heard last first. */
export default function ContactsView(): ReactNode {
  const { t } = useTranslation();
  const wanted = useScreen((screen) => screen.params['contactId']);
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<string | null>(wanted ?? null);
  const { data, error, refetch } = useRequest('contacts.list', { text }, { keepPrevious: true });
  const rows = data?.contacts ?? [];
  const found = rows.findIndex(({ id }) => id === chosen);
  const index = found === -1 && rows.length > 0 ? 0 : found;
  const current = rows[index];
  useEffect(() => {
    if (wanted !== undefined) setChosen(wanted);
  }, [wanted]);
  const step = (by: number): void =>
    setChosen(rows[Math.min(rows.length - 1, Math.max(0, index + by))]?.id ?? null);
  useShortcuts('contacts.keys.scope', [
    { keys: 'j', label: 'contacts.keys.next', run: () => step(1) },
    { keys: 'k', label: 'contacts.keys.before', run: () => step(-1) },
  ]);
  const nobody = rows.length === 0 && text === '';
  return (
    <Box sx={{ height: '100%', display: 'flex', flexDirection: 'column' }}>
      <PageHeader
        title={t('contacts.title')}
        text={data === undefined ? '' : t('contacts.count', { count: data.total })}
        actions={
          nobody ? null : (
            <TextField
              value={text}
              onChange={(event) => setText(event.target.value)}
              placeholder={t('contacts.search')}
              slotProps={{ htmlInput: { 'aria-label': t('contacts.search'), maxLength: 200 } }}
            />
          )
        }
      />
      <Box sx={{ flex: 1, minHeight: 0, borderTop: 1, borderColor: 'divider', display: 'flex' }}>
        {error !== null && data === undefined ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : data === undefined ? (
          <ViewSkeleton />
        ) : current === undefined ? (
          <Box sx={{ flex: 1 }}>
            <EmptyState
              icon={<Users size={24} />}
              title={t(nobody ? 'contacts.empty.title' : 'contacts.noneFound')}
              text={nobody ? t('contacts.empty.text') : undefined}
            />
          </Box>
        ) : (
          <>
            <Box sx={{ width: 300, flex: 'none', borderRight: 1, borderColor: 'divider' }}>
              <VirtualList
                rows={rows}
                rowHeight={rowHeight}
                label={t('contacts.list')}
                rowKey={({ id }) => id}
                selectedIndex={index}
                onSelect={(at) => setChosen(rows[at]?.id ?? null)}
                renderRow={(row) => <ContactRow contact={row} />}
              />
            </Box>
            <ContactPane key={current.id} contactId={current.id} />
          </>
        )}
      </Box>
    </Box>
  );
}

const oneLine = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;

function ContactRow({ contact }: { contact: Contact }): ReactNode {
  const { t } = useTranslation();
  return (
    <Box sx={{ px: 4, py: 2 }}>
      <Box sx={{ display: 'flex', gap: 2 }}>
        <Box sx={{ ...oneLine, flex: 1, fontWeight: 600 }}>{contact.name}</Box>
        <Box sx={{ fontSize: 12, color: 'text.secondary' }}>
          {contact.lastSaidAt === null ? null : <RelativeTime at={contact.lastSaidAt} />}
        </Box>
      </Box>
      <Box sx={{ ...oneLine, fontSize: 12, color: 'text.secondary' }}>
        {t('contacts.mentions', { count: contact.mentions })}
        {contact.about === '' ? '' : ` · ${contact.about}`}
      </Box>
    </Box>
  );
}
