import { Box, Button } from '@mui/material';
import { GraduationCap } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { navigate } from '#renderer/app/state.ts';
import { useRequest } from '#renderer/client/index.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { ViewSkeleton } from '#renderer/ui/ViewSkeleton.tsx';
import { Agreement } from './Agreement.tsx';
import { BrandName } from './BrandName.tsx';
import { Head } from './Head.tsx';
import { Part } from './Part.tsx';

/** What Earshot learned from its owner, how well it agrees, and how to make it forget. */
export default function LearningView(): ReactNode {
  const { t } = useTranslation();
  return (
    <Box sx={{ maxWidth: 860, mx: 'auto', pb: 10 }}>
      <PageHeader title={t('learning.title')} text={t('learning.text')} />
      <Content />
    </Box>
  );
}

function Content(): ReactNode {
  const { t } = useTranslation();
  const status = useRequest('learning.status', {});
  const names = useRequest('relevance.status', {});
  const brands = useRequest('brands.list', {});
  const error = status.error ?? names.error ?? brands.error;
  if (status.data === undefined || names.data === undefined || brands.data === undefined) {
    if (error === null) return <ViewSkeleton lines={6} />;
    const retry = (): void => void Promise.all([status.refetch(), names.refetch(), brands.refetch()]);
    return <ErrorState error={error} onRetry={retry} />;
  }
  const all = brands.data.brands;
  if (all.length === 0) {
    return (
      <EmptyState
        icon={<GraduationCap size={24} />}
        title={t('learning.empty')}
        text={t('learning.emptyText')}
        action={
          <Button variant="contained" onClick={() => navigate('brands')}>
            {t('learning.emptyAction')}
          </Button>
        }
      />
    );
  }
  return (
    <Box sx={{ px: 6, display: 'grid', gap: 8 }}>
      <Agreement status={status.data} />
      <Head status={status.data} />
      <Part title={t('learning.name.title')} text={t('learning.name.text')}>
        <Box sx={{ display: 'grid', gap: 4 }}>
          {names.data.brands.flatMap((relevance) => {
            const brand = all.find(({ id }) => id === relevance.brandId);
            return brand === undefined
              ? []
              : [<BrandName key={brand.id} brand={brand} relevance={relevance} />];
          })}
        </Box>
      </Part>
    </Box>
  );
}
