import { Box, Button } from '@mui/material';
import { Inbox } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationShelf } from '#shared/contract/inbox.ts';
import { navigate } from '#renderer/app/state.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';

export interface NothingHereProps {
  state: ConversationShelf;
  /** Words or an account narrow the list. */
  narrowed: boolean;
  /** Whether an account with an inbox is there. */
  connected: boolean;
}

/** An empty shelf, and where something would come from. */
export function NothingHere({ state, narrowed, connected }: NothingHereProps): ReactNode {
  const { t } = useTranslation();
  const lead = !connected && !narrowed && state === 'open';
  return (
    <Box sx={{ flex: 1 }}>
      <EmptyState
        icon={<Inbox size={24} />}
        title={t(narrowed ? 'inbox.empty.narrowed' : `inbox.empty.${state}`)}
        text={lead ? t('inbox.empty.noAccount') : state === 'open' ? t('inbox.empty.text') : undefined}
        action={
          lead ? (
            <Button variant="contained" color="primary" onClick={() => navigate('accounts')}>
              {t('inbox.connect')}
            </Button>
          ) : undefined
        }
      />
    </Box>
  );
}
