import { Button } from '@mui/material';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';

interface Props {
  children: ReactNode;
}

/** Keeps a screen that throws from taking the frame with it. Give it the route as `key`. */
export class ViewBoundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return <Broken onRetry={() => this.setState({ failed: false })} />;
  }
}

function Broken({ onRetry }: { onRetry: () => void }): ReactNode {
  const { t } = useTranslation();
  return (
    <div role="alert">
      <EmptyState
        title={t('frame.broken.title')}
        text={t('frame.broken.text')}
        action={<Button onClick={onRetry}>{t('frame.broken.reload')}</Button>}
      />
    </div>
  );
}
