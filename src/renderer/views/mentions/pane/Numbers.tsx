import { Box, ButtonBase, Popover } from '@mui/material';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MentionRow } from '#shared/contract/mentions.ts';
import { useRequest } from '#renderer/client/index.ts';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { ViewSkeleton } from '#renderer/ui/ViewSkeleton.tsx';
import { WhyNumbers } from '#renderer/ui/WhyNumbers.tsx';
import { useFormat } from '#renderer/ui/format.tsx';

/** Reach and influence, which open to how they came about. */
export function Numbers({ row }: { row: MentionRow }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const dialogId = useId();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const brandId = row.mentions[0]?.brandId;
  if (brandId === undefined) return null;
  const words = [
    row.reach > 0
      ? t('mentions.detail.reach', { reach: format.rough(row.reach) })
      : t('mentions.detail.noReach'),
    t('mentions.detail.influence', { value: format.number(row.influence) }),
  ].join(' · ');
  return (
    <>
      <ButtonBase
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        aria-label={t('mentions.detail.openNumbers', { numbers: words })}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{
          borderRadius: '4px',
          textDecoration: 'underline dotted',
          textUnderlineOffset: '3px',
          '&:hover, &[aria-expanded=true]': { bgcolor: 'tokens.hover', color: 'text.primary' },
        }}
      >
        {words}
      </ButtonBase>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{
          paper: {
            role: 'dialog',
            'aria-label': words,
            id: dialogId,
            sx: { width: 360, p: 4, fontSize: 13 },
          },
        }}
      >
        <Reasons itemId={row.itemId} brandId={brandId} />
      </Popover>
    </>
  );
}

function Reasons(input: { itemId: number; brandId: string }): ReactNode {
  const { data, error, refetch } = useRequest('learning.why', input);
  if (data !== undefined) return <WhyNumbers why={data} />;
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <Box sx={{ minHeight: 120 }}>
      <ViewSkeleton lines={3} />
    </Box>
  );
}
