import { Alert, Box } from '@mui/material';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#shared/contract/index.ts';
import { useFormat } from '#renderer/ui/format.tsx';

/** What a source would bring, the newest first. */
export function Tried({ result }: { result: Output<'sources.try'> }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const box = useRef<HTMLDivElement>(null);
  // In a low window it would stand below what can be seen, and pressing the button would seem to do nothing.
  useEffect(() => box.current?.scrollIntoView({ block: 'nearest' }), [result]);
  const { found, more, items } = result;
  if (found === 0) {
    return (
      <Alert ref={box} severity="info">
        {t('sources.try.nothing')}
      </Alert>
    );
  }
  return (
    <Box ref={box} sx={{ display: 'grid', gap: 2 }}>
      <Box sx={{ fontSize: 13, fontWeight: 600 }}>
        {t(more ? 'sources.try.more' : 'sources.try.found', { count: found })}
      </Box>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {items.map(({ ident, title, text, author, at }) => (
          <Box
            component="li"
            key={ident}
            sx={{ py: 2, borderTop: 1, borderColor: 'divider', fontSize: 13, overflowWrap: 'anywhere' }}
          >
            <Box sx={{ color: 'text.secondary', fontSize: 12 }}>
              {[author, at === null ? '' : format.moment(at)].filter((part) => part !== '').join(' · ')}
            </Box>
            {title === '' ? null : <Box sx={{ fontWeight: 600 }}>{title}</Box>}
            <Box
              sx={{
                display: '-webkit-box',
                WebkitBoxOrient: 'vertical',
                WebkitLineClamp: 2,
                overflow: 'hidden',
              }}
            >
              {text}
            </Box>
          </Box>
        ))}
      </Box>
    </Box>
  );
}
