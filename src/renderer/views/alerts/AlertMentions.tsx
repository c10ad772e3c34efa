import { Box, Button, ButtonBase } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AlertDetail } from '#shared/contract/alerts.ts';
import type { MentionRow } from '#shared/contract/mentions.ts';
import { navigate, select } from '#renderer/app/state.ts';
import { RelativeTime } from '#renderer/ui/RelativeTime.tsx';
import { SentimentMark } from '#renderer/ui/SentimentMark.tsx';
import { useFormat } from '#renderer/ui/format.tsx';

/** Goes to Mentions with one of them open. */
export function openMention(itemId: number): void {
  select('mentions', String(itemId));
  navigate('mentions', { itemId: String(itemId) });
}

/** The mentions behind an alert; each opens in Mentions, and so does the whole span. */
export function AlertMentions({ alert }: { alert: AlertDetail }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const day = (at: number): string =>
    new Intl.DateTimeFormat('en-CA', { timeZone: format.zone, dateStyle: 'short' }).format(at);
  const rest = alert.why.observed - alert.items.length;
  const openSpan = (): void =>
    navigate('mentions', {
      from: day(alert.why.from),
      to: day(alert.why.to - 1),
      ...(alert.kind === 'negativeSpike' ? { sentiments: 'negative' } : {}),
    });
  return (
    <>
      <Box
        component="ul"
        sx={{
          listStyle: 'none',
          m: 0,
          p: 0,
          border: 1,
          borderColor: 'divider',
          borderRadius: '8px',
          overflow: 'hidden',
          '& li + li': { borderTop: 1, borderColor: 'divider' },
        }}
      >
        {alert.items.map((row) => (
          <li key={row.itemId}>
            <Row row={row} brandId={alert.aboutBrandId} />
          </li>
        ))}
      </Box>
      {alert.why.observed < 2 ? null : (
        <Button variant="text" color="primary" onClick={openSpan} sx={{ mt: 2 }}>
          {rest > 0 ? t('alerts.detail.more', { count: rest }) : t('alerts.detail.all')}
        </Button>
      )}
    </>
  );
}

function Row({ row, brandId }: { row: MentionRow; brandId: string }): ReactNode {
  const mention = row.mentions.find((one) => one.brandId === brandId);
  return (
    <ButtonBase
      onClick={() => openMention(row.itemId)}
      sx={{
        display: 'grid',
        gridTemplateColumns: '16px minmax(0, 1fr) auto',
        columnGap: 2,
        width: '100%',
        px: 3,
        py: 2,
        textAlign: 'left',
        '&:hover': { bgcolor: 'tokens.hover' },
        '&:focus-visible': { outlineOffset: '-2px' },
      }}
    >
      <SentimentMark sentiment={mention?.sentiment ?? 'undefined'} />
      <Box sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
        {row.title === '' ? row.excerpt : row.title}
      </Box>
      <Box sx={{ color: 'text.secondary', fontSize: 12 }}>
        {row.site} · <RelativeTime at={row.publishedAt} />
      </Box>
    </ButtonBase>
  );
}
