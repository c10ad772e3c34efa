import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PublishingAccount } from '#shared/contract/calendar.ts';
import { partsOf, type Content } from './draft.ts';
import { Picture } from './Picture.tsx';

/** What an account would say, as a plain card. */
export function Preview({ account, content }: { account: PublishingAccount; content: Content }): ReactNode {
  const { t } = useTranslation();
  const { title, images } = content;
  const [text = '', ...thread] = partsOf(content);
  return (
    <Box
      component="figure"
      aria-label={t('composer.previewOf', { handle: account.handle, network: account.network })}
      sx={{ m: 0, p: 3, border: 1, borderColor: 'divider', borderRadius: '8px', display: 'grid', gap: 2 }}
    >
      <Box sx={{ fontSize: 12, color: 'text.secondary', overflowWrap: 'anywhere' }}>
        <Box component="span" sx={{ fontWeight: 600, color: 'text.primary' }}>
          {account.name}
        </Box>{' '}
        {account.handle} · {account.network}
      </Box>
      {title === '' || account.publishing.title === 'none' ? null : (
        <Box sx={{ fontWeight: 600 }}>{title}</Box>
      )}
      <Box sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', fontSize: 14, lineHeight: 1.5 }}>
        {text === '' ? (
          <Box component="span" sx={{ color: 'text.secondary' }}>
            {t('composer.nothing')}
          </Box>
        ) : (
          text
        )}
      </Box>
      {images.length === 0 ? null : (
        <Box sx={{ display: 'grid', gap: 1, gridTemplateColumns: images.length === 1 ? '1fr' : '1fr 1fr' }}>
          {images.slice(0, account.publishing.images.max).map(({ mediaId, alt }) => (
            // oxlint-disable-next-line react/no-array-index-key -- the same image may be in a post twice; order is its identity
            <Picture key={mediaId} mediaId={mediaId} alt={alt} size="wide" />
          ))}
        </Box>
      )}
      {thread.map((part, at) => (
        <Box
          // oxlint-disable-next-line react/no-array-index-key -- a part is its place in the thread
          key={at}
          sx={{
            borderLeft: 2,
            borderColor: 'divider',
            pl: 3,
            whiteSpace: 'pre-wrap',
            overflowWrap: 'anywhere',
            fontSize: 14,
            lineHeight: 1.5,
          }}
        >
          {part}
        </Box>
      ))}
    </Box>
  );
}
