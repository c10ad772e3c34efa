import { Box, Link } from '@mui/material';
import { ExternalLink } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Approval, Post, PublishingAccount } from '#shared/contract/calendar.ts';
import { healthText } from '#renderer/app/i18n/failure.ts';
import { useOpenOriginal } from '#renderer/ui/useOpenOriginal.ts';
import { PublishedChange } from './PublishedChange.tsx';
import { StageMark } from './StageMark.tsx';

/** What became of each version of a post: where it stands, why it did not go out, where it can be seen. */
export function Became({
  post,
  accounts,
  approval,
}: {
  post: Post;
  accounts: readonly PublishingAccount[];
  /** What its brand wants; null while it has none. */
  approval: Approval | null;
}): ReactNode {
  const { t } = useTranslation();
  const openOriginal = useOpenOriginal();
  return (
    <Box
      component="ul"
      aria-label={t('calendar.became')}
      sx={{
        listStyle: 'none',
        m: 0,
        p: 0,
        display: 'grid',
        gap: 1,
        fontSize: 13,
        gridTemplateColumns: 'minmax(0, 1fr)',
      }}
    >
      {post.variants.map((variant) => {
        const { id, accountId, stage, action } = variant;
        const account = accounts.find((one) => one.id === accountId);
        const url = action?.url ?? null;
        return (
          <Box component="li" key={id}>
            <Box sx={{ display: 'flex', gap: 2, alignItems: 'center' }}>
              <StageMark stage={stage} named />
              <Box
                component="span"
                title={account?.handle}
                sx={{
                  color: 'text.secondary',
                  minWidth: 0,
                  flex: 1,
                  overflow: 'hidden',
                  textOverflow: 'ellipsis',
                  whiteSpace: 'nowrap',
                }}
              >
                {account === undefined ? t('calendar.accountGone') : `${account.network} · ${account.handle}`}
              </Box>
              {url === null ? null : (
                <Link
                  component="button"
                  type="button"
                  sx={{ fontSize: 13, flex: 'none' }}
                  onClick={() => void openOriginal(url)}
                >
                  {t('calendar.look')} <ExternalLink size={12} aria-hidden />
                </Link>
              )}
            </Box>
            {action === null || action.reason === '' ? null : (
              <Box sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
                {healthText(action.reasonCode, action.reason, action.reasonParams)}
              </Box>
            )}
            {account === undefined || stage !== 'sent' ? null : (
              <PublishedChange post={post} variant={variant} account={account} approval={approval} />
            )}
          </Box>
        );
      })}
    </Box>
  );
}
