import { Box, Button } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RelevanceExample } from '#shared/contract/learning.ts';
import { notify } from '#renderer/app/notify.ts';
import { useCommand, useRequest } from '#renderer/client/index.ts';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { RelativeTime } from '#renderer/ui/RelativeTime.tsx';
import { ViewSkeleton } from '#renderer/ui/ViewSkeleton.tsx';

/** What a brand was taught with; each can be taken back. */
export function Examples({ brandId }: { brandId: string }): ReactNode {
  const { t } = useTranslation();
  const { data, error, refetch } = useRequest('relevance.examples', { brandId });
  const teach = useCommand('relevance.teach');
  if (data === undefined) {
    if (error === null) return <ViewSkeleton lines={3} />;
    return <ErrorState error={error} onRetry={() => void refetch()} />;
  }
  const remove = async ({ itemId }: RelevanceExample): Promise<void> => {
    const done = await teach.run({ targets: [{ itemId, brandId }], about: null });
    if (done !== null) notify({ message: t('learning.examples.removed'), undo: done.changeId });
  };
  return (
    <Box
      component="ul"
      sx={{ m: 0, p: 0, listStyle: 'none', '& > li + li': { borderTop: 1, borderColor: 'divider' } }}
    >
      {data.examples.map((example) => {
        const name = example.title === '' ? example.excerpt.slice(0, 60) : example.title;
        return (
          <Box
            component="li"
            key={example.exampleId}
            sx={{ display: 'flex', gap: 3, py: 2, alignItems: 'center' }}
          >
            <Box sx={{ flex: 'none', width: 96, fontSize: 12, color: 'text.secondary' }}>
              {t(example.about ? 'learning.examples.about' : 'learning.examples.not')}
            </Box>
            <Box sx={{ flex: 1, minWidth: 0, fontSize: 13 }}>
              <Box sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>{name}</Box>
              <Box sx={{ color: 'text.secondary', fontSize: 12 }}>
                {example.site} · <RelativeTime at={example.createdAt} />
              </Box>
            </Box>
            <Button
              disabled={teach.busy}
              aria-label={t('learning.examples.removeNamed', { name })}
              onClick={() => void remove(example)}
            >
              {t('common.remove')}
            </Button>
          </Box>
        );
      })}
    </Box>
  );
}
