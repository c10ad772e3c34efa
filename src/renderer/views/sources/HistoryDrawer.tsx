import { Box, Drawer, IconButton, Typography } from '@mui/material';
import { CircleAlert, CircleCheck, X } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Source } from '#shared/contract/sources.ts';
import { healthText } from '#renderer/app/i18n/failure.ts';
import { useRequest } from '#renderer/client/index.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { ViewSkeleton } from '#renderer/ui/ViewSkeleton.tsx';
import { useFormat } from '#renderer/ui/format.tsx';

/** The last attempts of a source, newest first. */
export function HistoryDrawer({ source, onClose }: { source: Source; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const titleId = useId();
  const { data, error, refetch } = useRequest('sources.history', { sourceId: source.id });
  return (
    <Drawer
      anchor="right"
      open
      onClose={onClose}
      slotProps={{
        paper: { role: 'dialog', 'aria-labelledby': titleId, sx: { width: 400, maxWidth: '90vw' } },
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, p: 4 }}>
        <Typography variant="h2" id={titleId} sx={{ flex: 1 }}>
          {t('sources.history.title', { name: source.name })}
        </Typography>
        <IconButton autoFocus aria-label={t('sources.history.close')} onClick={onClose}>
          <X size={16} aria-hidden />
        </IconButton>
      </Box>
      {error !== null ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <ViewSkeleton />
      ) : data.attempts.length === 0 ? (
        <EmptyState title={t('sources.history.empty')} />
      ) : (
        <Box component="ul" tabIndex={0} sx={{ m: 0, px: 4, pb: 4, listStyle: 'none', overflow: 'auto' }}>
          {data.attempts.map((attempt) => (
            <Box
              component="li"
              key={attempt.at}
              sx={{ py: 2, borderTop: 1, borderColor: 'divider', fontSize: 13, display: 'grid', gap: 0.5 }}
            >
              <Box sx={{ display: 'flex', gap: 2, alignItems: 'center' }}>
                <Box
                  component="span"
                  aria-hidden
                  sx={{ display: 'flex', color: attempt.ok ? 'success.main' : 'error.main' }}
                >
                  {attempt.ok ? <CircleCheck size={14} /> : <CircleAlert size={14} />}
                </Box>
                <Box component="span" sx={{ fontWeight: 600, flex: 1 }}>
                  {t(attempt.ok ? 'sources.history.ok' : 'sources.history.failed')}
                </Box>
                <Box component="span" sx={{ color: 'text.secondary' }}>
                  {format.full(attempt.at)}
                </Box>
              </Box>
              <Box sx={{ color: 'text.secondary' }}>
                {attempt.ok
                  ? t('sources.history.result', {
                      seen: format.number(attempt.seen),
                      added: format.number(attempt.added),
                    })
                  : healthText(attempt.code, attempt.message)}
                {' · '}
                {t('sources.history.took', { seconds: format.number(Math.round(attempt.millis / 100) / 10) })}
              </Box>
            </Box>
          ))}
        </Box>
      )}
    </Drawer>
  );
}
