import { Box, Button } from '@mui/material';
import { CircleAlert } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { OutboxTray } from '#renderer/ui/outbox/OutboxTray.tsx';
import type { Stuck as StuckActions } from '#renderer/ui/outbox/useStuck.ts';

/** What did not go out, in one line until somebody looks. Nothing where everything did. */
export function Stuck({ stuck }: { stuck: StuckActions }): ReactNode {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const { actions } = stuck;
  if (actions.length === 0) return null;
  const counts = (['failed', 'missed', 'uncertain'] as const)
    .map((state) => ({ state, count: actions.filter((action) => action.state === state).length }))
    .filter(({ count }) => count > 0);
  return (
    <Box
      component="section"
      aria-label={t('calendar.stuck')}
      sx={{ borderTop: 1, borderColor: 'divider', flex: 'none', minHeight: 0 }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, px: 6, py: 1, fontSize: 13 }}>
        <Box aria-hidden sx={{ display: 'flex', color: 'tokens.negative' }}>
          <CircleAlert size={14} />
        </Box>
        <Box component="span" sx={{ fontWeight: 600 }}>
          {t('calendar.stuck')}
        </Box>
        <Box component="span" sx={{ color: 'text.secondary', flex: 1, minWidth: 0 }}>
          {counts.map(({ state, count }) => t(`calendar.stuckCount.${state}`, { count })).join(' · ')}
        </Box>
        <Button variant="text" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t(isOpen ? 'calendar.hideStuck' : 'calendar.showStuck')}
        </Button>
      </Box>
      {isOpen ? (
        <Box tabIndex={-1} sx={{ px: 6, pb: 3, maxHeight: 260, overflow: 'auto' }}>
          <OutboxTray stuck={stuck} />
        </Box>
      ) : null}
    </Box>
  );
}
