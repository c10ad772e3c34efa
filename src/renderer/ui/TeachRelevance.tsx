import { Box, Button } from '@mui/material';
import { ThumbsDown, ThumbsUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MentionTarget, Shelf } from '#shared/contract/mentions.ts';
import { notify } from '#renderer/app/notify.ts';
import { useCommand } from '#renderer/client/index.ts';

export interface TeachRelevanceProps {
  /** At most 1,000. */
  targets: readonly MentionTarget[];
  /** Where they lie; null where they differ. What is rejected can be brought back. */
  shelf: Shelf | null;
  onTaught?: () => void;
}

/** Says that mentions are about the brand, or about something else of that name: they move, and the brand learns. */
export function TeachRelevance({ targets, shelf, onTaught }: TeachRelevanceProps): ReactNode {
  const { t } = useTranslation();
  const teach = useCommand('relevance.teach');
  const run = async (about: boolean): Promise<void> => {
    const done = await teach.run({ targets: [...targets], about });
    if (done === null) return;
    notify({
      message: t(about ? 'learning.teach.aboutTold' : 'learning.teach.notTold', { count: targets.length }),
      undo: done.changeId,
    });
    onTaught?.();
  };
  const disabled = teach.busy || targets.length === 0;
  return (
    <Box
      role="group"
      aria-label={t('learning.teach.label')}
      sx={{ display: 'inline-flex', flexWrap: 'wrap', gap: 2 }}
    >
      <Button
        disabled={disabled}
        startIcon={<ThumbsUp size={14} aria-hidden />}
        onClick={() => void run(true)}
      >
        {t('learning.teach.about')}
      </Button>
      {shelf === 'rejected' ? null : (
        <Button
          disabled={disabled}
          startIcon={<ThumbsDown size={14} aria-hidden />}
          onClick={() => void run(false)}
        >
          {t('learning.teach.not')}
        </Button>
      )}
    </Box>
  );
}
