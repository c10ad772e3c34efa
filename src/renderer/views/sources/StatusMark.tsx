import { Box } from '@mui/material';
import {
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CirclePause,
  CircleX,
  MoonStar,
  ShieldQuestion,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { HealthStatus, Source } from '#shared/contract/sources.ts';
import { healthText } from '#renderer/app/i18n/failure.ts';
import { isTrouble } from './order.ts';

const signs = {
  waiting: CircleDashed,
  ok: CircleCheck,
  quiet: MoonStar,
  failing: CircleAlert,
  stopped: CircleX,
  paused: CirclePause,
  'needs-permission': ShieldQuestion,
} satisfies Record<HealthStatus, unknown>;

const colors: Record<HealthStatus, string> = {
  waiting: 'text.secondary',
  ok: 'success.main',
  quiet: 'text.secondary',
  failing: 'error.main',
  stopped: 'error.main',
  paused: 'text.secondary',
  'needs-permission': 'warning.main',
};

/** How a source is: sign and words, and what happened where there is trouble. */
export function StatusMark({ source }: { source: Source }): ReactNode {
  const { t } = useTranslation();
  const { status, code, message, params } = source.health;
  const Sign = signs[status];
  const reason = (): string => {
    if (status === 'quiet') return t('sources.quietText');
    if (status === 'needs-permission') return t('sources.permissionText');
    const why = healthText(code, message, params);
    return status === 'stopped' ? `${why} ${t('sources.stoppedText')}`.trim() : why;
  };
  return (
    <Box sx={{ minWidth: 0 }}>
      <Box
        component="span"
        sx={{
          display: 'inline-flex',
          gap: 1.5,
          alignItems: 'center',
          fontWeight: isTrouble(status) ? 600 : 450,
        }}
      >
        <Box component="span" aria-hidden sx={{ color: colors[status], display: 'flex' }}>
          <Sign size={15} />
        </Box>
        {t(`sources.status.${status}`)}
      </Box>
      {isTrouble(status) || status === 'quiet' ? (
        <Box sx={{ color: 'text.secondary', fontSize: 12, whiteSpace: 'normal' }}>{reason()}</Box>
      ) : null}
    </Box>
  );
}
