import { Box, ButtonBase, Typography } from '@mui/material';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PreviewHit } from '#shared/contract/brands.ts';
import { navigate } from '#renderer/app/state.ts';
import { Marked, type MarkRange } from '#renderer/ui/Marked.tsx';
import { RelativeTime } from '#renderer/ui/RelativeTime.tsx';
import { useFormat } from '#renderer/ui/format.tsx';

export interface ExamplesProps {
  title: string;
  examples: readonly PreviewHit[];
  /** How many there are beside these. */
  more?: number;
  marker: (text: string) => MarkRange[];
}

/** Items that a query finds, newest first; each opens in Mentions, and the query being written waits meanwhile. */
export function Examples({ title, examples, more = 0, marker }: ExamplesProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const titleId = useId();
  return (
    <Box component="section" aria-labelledby={titleId} sx={{ minWidth: 0 }}>
      <Typography id={titleId} variant="h3" sx={{ mb: 1, color: 'text.secondary' }}>
        {title}
      </Typography>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', fontSize: 13 }}>
        {examples.map((example) => (
          <li key={example.itemId}>
            <ButtonBase
              onClick={() => navigate('mentions', { itemId: String(example.itemId) })}
              sx={{
                display: 'block',
                width: '100%',
                textAlign: 'left',
                px: 2,
                py: 1.5,
                mx: -2,
                borderRadius: '6px',
                '&:hover': { bgcolor: 'tokens.hover' },
              }}
            >
              <Box component="span" sx={{ display: 'flex', gap: 2, color: 'text.secondary', fontSize: 12 }}>
                <span>{example.site}</span>
                <RelativeTime at={example.publishedAt} />
              </Box>
              {example.title === '' ? null : (
                <Box component="span" sx={{ display: 'block', fontWeight: 600 }}>
                  <Marked text={example.title} marks={marker(example.title)} />
                </Box>
              )}
              <Box component="span" sx={{ display: 'block', overflowWrap: 'anywhere' }}>
                <Marked text={example.excerpt} marks={marker(example.excerpt)} />
              </Box>
            </ButtonBase>
          </li>
        ))}
      </Box>
      {more > 0 ? (
        <Typography variant="caption" sx={{ color: 'text.secondary' }}>
          {t('brands.review.more', { formatted: format.number(more) })}
        </Typography>
      ) : null}
    </Box>
  );
}
