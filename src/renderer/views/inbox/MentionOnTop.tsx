import { Box, Link } from '@mui/material';
import { ExternalLink } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MentionRow } from '#shared/contract/mentions.ts';
import { useRequest } from '#renderer/client/index.ts';
import { Marked } from '#renderer/ui/Marked.tsx';
import { RelativeTime } from '#renderer/ui/RelativeTime.tsx';
import { useOpenOriginal } from '#renderer/ui/useOpenOriginal.ts';

/** The mention a conversation is about, whole, with the words that matched. */
export function MentionOnTop({ mention }: { mention: MentionRow }): ReactNode {
  const { t } = useTranslation();
  const detail = useRequest('mentions.get', { itemId: mention.itemId }).data;
  const openOriginal = useOpenOriginal();
  return (
    <>
      <Box
        sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 3, color: 'text.secondary', fontSize: 13, mb: 2 }}
      >
        <Box component="span" sx={{ fontWeight: 600, color: 'text.primary' }}>
          {mention.author || t('inbox.unknownAuthor')}
        </Box>
        <span>{mention.site}</span>
        <RelativeTime at={mention.publishedAt} />
        {mention.url === '' ? null : (
          <Link
            component="button"
            type="button"
            onClick={() => void openOriginal(mention.url)}
            sx={{ fontSize: 13 }}
          >
            {t('inbox.original')} <ExternalLink size={12} aria-hidden />
          </Link>
        )}
      </Box>
      <Box dir="auto" sx={{ fontSize: 14, lineHeight: 1.6, whiteSpace: 'pre-wrap' }}>
        <Marked text={detail?.text ?? mention.excerpt} marks={detail?.textMarks ?? mention.marks} />
      </Box>
    </>
  );
}
