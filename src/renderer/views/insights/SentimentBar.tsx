import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/ui/format.tsx';

const parts = ['negative', 'neutral', 'positive', 'undefined'] as const;
const colors = {
  negative: 'tokens.negative',
  neutral: 'tokens.neutral',
  positive: 'tokens.positive',
  undefined: 'divider',
} as const;

/** How mentions split by sentiment, as a bar; the numbers are its name. */
export function SentimentBar({
  split,
}: {
  split: Readonly<Record<(typeof parts)[number], number>>;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const there = parts.filter((part) => split[part] > 0);
  if (there.length === 0) return t('insights.none');
  const words = there
    .map((part) => `${t(`common.sentiment.${part}`)} ${format.number(split[part])}`)
    .join(', ');
  return (
    <Box
      role="img"
      aria-label={words}
      title={words}
      sx={{
        display: 'flex',
        gap: '2px',
        width: 88,
        height: 8,
        mt: 1.5,
        ml: 'auto',
        borderRadius: '4px',
        overflow: 'hidden',
      }}
    >
      {there.map((part) => (
        <Box key={part} sx={{ flexGrow: split[part], flexBasis: 0, minWidth: 2, bgcolor: colors[part] }} />
      ))}
    </Box>
  );
}
