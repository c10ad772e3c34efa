import { Box, Drawer, IconButton } from '@mui/material';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRequest } from '#renderer/client/index.ts';
import { ErrorState } from './ErrorState.tsx';
import { ProfileBody } from './ProfileBody.tsx';
import { closeProfile, useOpenProfile, type ProfileOf } from './profile.ts';
import { ViewSkeleton } from './ViewSkeleton.tsx';

/** The profile of an author or a site, over whatever screen it was opened from. */
export function ProfileDrawer(): ReactNode {
  const { t } = useTranslation();
  const open = useOpenProfile((state) => state.open);
  return (
    <Drawer
      anchor="right"
      open={open !== null}
      onClose={closeProfile}
      slotProps={{
        paper: { role: 'dialog', 'aria-label': t('profiles.title'), sx: { width: 440, maxWidth: '100%' } },
      }}
    >
      <IconButton
        aria-label={t('common.close')}
        title={t('common.close')}
        onClick={closeProfile}
        sx={{ position: 'absolute', top: 12, right: 12, zIndex: 1 }}
      >
        <X size={16} aria-hidden />
      </IconButton>
      <Box sx={{ p: 6 }}>{open === null ? null : <Loaded of={open} />}</Box>
    </Drawer>
  );
}

function Loaded({ of }: { of: ProfileOf }): ReactNode {
  return of.kind === 'author' ? <Author authorKey={of.authorKey} /> : <Site host={of.host} />;
}

function Author({ authorKey }: { authorKey: number }): ReactNode {
  const { data, error, refetch } = useRequest('profiles.author', { authorKey });
  if (data !== undefined) return <ProfileBody author={data} site={null} />;
  return error === null ? <ViewSkeleton /> : <ErrorState error={error} onRetry={() => void refetch()} />;
}

function Site({ host }: { host: string }): ReactNode {
  const { data, error, refetch } = useRequest('profiles.site', { host });
  if (data !== undefined) return <ProfileBody author={null} site={data} />;
  return error === null ? <ViewSkeleton /> : <ErrorState error={error} onRetry={() => void refetch()} />;
}
