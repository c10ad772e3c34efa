import { Box } from '@mui/material';
import { CirclePause, Gauge, Timer } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Crisis } from '#shared/contract/crisis.ts';
import { useFormat } from '#renderer/ui/format.tsx';
import { Panel } from './Panel.tsx';
import { useCrisisWords } from './useCrisisWords.ts';

/** How long it has lasted, and what the room changes in the rest of the app: said as it is. */
export function Status(props: { crisis: Crisis; until: number; queuesPaused: boolean }): ReactNode {
  const { crisis, until, queuesPaused } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const words = useCrisisWords();
  const open = crisis.endedAt === null;
  return (
    <Panel title={t('crisis.status.title')}>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 2 }}>
        <Line icon={<Timer size={15} />}>
          {t(open ? 'crisis.status.open' : 'crisis.status.closed', {
            span: words.span(until - crisis.startedAt),
            when: format.full(crisis.endedAt ?? crisis.startedAt),
          })}
        </Line>
        {queuesPaused ? (
          <>
            <Line icon={<CirclePause size={15} />}>{t('crisis.status.queues')}</Line>
            <Line icon={<Gauge size={15} />}>{t('crisis.status.sources')}</Line>
          </>
        ) : (
          <Line icon={<Gauge size={15} />}>{t('crisis.status.released')}</Line>
        )}
      </Box>
    </Panel>
  );
}

function Line({ icon, children }: { icon: ReactNode; children: ReactNode }): ReactNode {
  return (
    <Box component="li" sx={{ display: 'flex', gap: 2 }}>
      <Box component="span" aria-hidden sx={{ color: 'text.secondary', display: 'flex', pt: 0.75 }}>
        {icon}
      </Box>
      <span>{children}</span>
    </Box>
  );
}
