import { Box, ButtonBase, IconButton, Link } from '@mui/material';
import { TriangleAlert, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Channel } from '#shared/contract/channels.ts';
import type { ComparedBrand } from '#shared/contract/compare.ts';
import { navigate } from '#renderer/app/state.ts';
import { brandColor } from '#renderer/app/tokens.ts';
import { BrandDot } from '#renderer/ui/BrandDot.tsx';
import { useTokens } from '#renderer/ui/ChartFrame.tsx';
import { Formula } from '#renderer/ui/Formula.tsx';
import { RelativeTime } from '#renderer/ui/RelativeTime.tsx';
import { Sparkline } from '#renderer/ui/Sparkline.tsx';
import { useChannelCells } from './useChannelCells.ts';

/** Networks are looked at once a day, and again after six hours where that failed: later than this, something is wrong. */
const LATE = 2 * 86_400_000;
export const NUMBER_COLUMNS = 5;

export interface ChannelRowProps {
  channel: Channel;
  brand: ComparedBrand;
  busy: boolean;
  onPosts: () => void;
  onRemove: () => void;
}

/** One profile with its numbers; what the network does not tell is said in words. */
export function ChannelRow({ channel, brand, busy, onPosts, onRemove }: ChannelRowProps): ReactNode {
  const { t } = useTranslation();
  const { handle, network, own, offered, sampledAt } = channel;
  return (
    <tr>
      <Box component="th" scope="row" sx={{ fontWeight: own ? 600 : 450, minWidth: 150 }}>
        <ButtonBase
          onClick={onPosts}
          aria-label={t('compare.channels.openPosts', { handle, network })}
          sx={{ gap: 2, borderRadius: '4px', textAlign: 'left', '&:hover': { textDecoration: 'underline' } }}
        >
          <BrandDot brand={brand} />
          <Box component="span" sx={{ overflowWrap: 'anywhere' }}>
            {handle}
          </Box>
        </ButtonBase>
        <Box sx={{ pl: 4, fontSize: 12, fontWeight: 450, color: 'text.secondary' }}>
          {network} · {brand.name}
        </Box>
      </Box>
      {!offered || sampledAt === null ? (
        <Box component="td" colSpan={NUMBER_COLUMNS + 2} sx={{ color: 'text.secondary' }}>
          {offered ? t('compare.channels.waiting') : t('compare.channels.notOffered', { network })}
        </Box>
      ) : (
        <Numbers channel={channel} brand={brand} sampledAt={sampledAt} onPosts={onPosts} />
      )}
      <td>
        {own ? (
          <Link component="button" type="button" onClick={() => navigate('accounts')} sx={{ fontSize: 12 }}>
            {t('compare.channels.account')}
          </Link>
        ) : (
          <IconButton
            size="small"
            disabled={busy}
            aria-label={t('compare.channels.remove', { handle })}
            onClick={onRemove}
          >
            <X size={14} aria-hidden />
          </IconButton>
        )}
      </td>
    </tr>
  );
}

function Numbers(props: {
  channel: Channel;
  brand: ComparedBrand;
  sampledAt: number;
  onPosts: () => void;
}): ReactNode {
  const { channel, brand, sampledAt, onPosts } = props;
  const { t } = useTranslation();
  const tokens = useTokens();
  const cells = useChannelCells(channel);
  const { daily, handle } = channel;
  const isLate = Date.now() - sampledAt > LATE;
  return (
    <>
      <td>
        {daily.length < 2 ? null : (
          <Sparkline
            values={daily}
            min={Math.min(...daily)}
            max={Math.max(...daily)}
            color={brandColor(brand, tokens)}
          />
        )}
      </td>
      {cells.map(({ name, shown, below, inputs }) => (
        <td key={name}>
          <Formula
            name={name}
            about={t('compare.about', {
              name: handle,
              value: shown === t('compare.none') ? t('compare.noneText') : shown,
            })}
            inputs={inputs}
            onItems={onPosts}
          >
            {shown}
          </Formula>
          <Box sx={{ fontSize: 12, color: 'text.secondary', minHeight: 17 }}>{below}</Box>
        </td>
      ))}
      <td>
        <RelativeTime at={sampledAt} />
        {isLate ? (
          <Box
            sx={{
              display: 'flex',
              gap: 1,
              alignItems: 'center',
              justifyContent: 'end',
              fontSize: 12,
              color: 'tokens.warning',
            }}
          >
            <TriangleAlert size={12} aria-hidden />
            {t('compare.channels.late')}
          </Box>
        ) : null}
      </td>
    </>
  );
}
