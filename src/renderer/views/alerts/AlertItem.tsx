import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Alert } from '#shared/contract/alerts.ts';
import { useBrands } from '#renderer/app/appState.ts';
import { BrandDot } from '#renderer/ui/BrandDot.tsx';
import { RelativeTime } from '#renderer/ui/RelativeTime.tsx';
import { kindIcons } from './kinds.ts';
import { useWhy } from './useWhy.ts';

export const rowHeight = 68;

const cut = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;

/** Kind, brand, why in a sentence, and when; a new one in bold with a mark. */
export function AlertItem({ alert }: { alert: Alert }): ReactNode {
  const { t } = useTranslation();
  const why = useWhy();
  const brand = useBrands().find(({ id }) => id === alert.aboutBrandId);
  const Icon = kindIcons[alert.kind];
  const fresh = alert.state === 'new';
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: '20px minmax(0, 1fr) auto',
        columnGap: 3,
        alignItems: 'center',
        height: '100%',
        px: 6,
      }}
    >
      <Box
        aria-hidden
        sx={{ display: 'flex', color: fresh ? 'error.main' : 'text.secondary', gridRow: '1 / 3' }}
      >
        <Icon size={18} />
      </Box>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, minWidth: 0, alignSelf: 'end' }}>
        <Box sx={{ ...cut, fontWeight: fresh ? 600 : 450 }}>{t(`alerts.kind.${alert.kind}`)}</Box>
        {brand === undefined ? null : (
          <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, minWidth: 0, color: 'text.secondary' }}>
            <BrandDot brand={brand} />
            <Box sx={cut}>{brand.name}</Box>
          </Box>
        )}
        {alert.state === 'new' || alert.state === 'seen' ? null : (
          <Box sx={{ fontSize: 12, color: 'text.secondary', flex: 'none' }}>
            {t(`alerts.state.${alert.state}`)}
          </Box>
        )}
      </Box>
      <Box sx={{ fontSize: 12, color: 'text.secondary', alignSelf: 'end' }}>
        <RelativeTime at={alert.at} />
      </Box>
      <Box sx={{ ...cut, gridColumn: '2 / -1', color: 'text.secondary', alignSelf: 'start' }}>
        {why(alert)}
      </Box>
    </Box>
  );
}
