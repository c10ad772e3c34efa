import { Button } from '@mui/material';
import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { failureText } from '#renderer/app/i18n/failure.ts';
import { EmptyState } from './EmptyState.tsx';

/** What a view shows when its request failed: the reason, and a way to try again. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: () => void }): ReactNode {
  const { t } = useTranslation();
  return (
    <div role="alert" style={{ height: '100%' }}>
      <EmptyState
        icon={<CircleAlert size={24} />}
        title={t('common.failed')}
        text={failureText(error)}
        action={onRetry === undefined ? undefined : <Button onClick={onRetry}>{t('common.retry')}</Button>}
      />
    </div>
  );
}
