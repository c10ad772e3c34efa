import { Box, Button, ButtonBase } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MentionRow } from '#shared/contract/mentions.ts';
import { navigate, select } from '#renderer/app/state.ts';
import { MentionLine } from '#renderer/ui/MentionLine.tsx';
import { waitingParams } from './links.ts';
import { Part } from './Part.tsx';
import type { Summary } from './summary.ts';

/** The newest mentions that nobody has looked at; each opens in Mentions. */
export function Fresh({ summary }: { summary: Summary }): ReactNode {
  const { t } = useTranslation();
  return (
    <Part
      title={t('today.fresh')}
      action={
        <Button
          variant="text"
          color="primary"
          onClick={() => navigate('mentions', waitingParams('new', summary))}
        >
          {t('today.all')}
        </Button>
      }
    >
      <Lines rows={summary.first} />
    </Part>
  );
}

/** Mentions put off until now; each opens in Mentions. */
export function Returned({ rows }: { rows: readonly MentionRow[] }): ReactNode {
  const { t } = useTranslation();
  return (
    <Part title={t('today.cameBack')}>
      <Lines rows={rows} />
    </Part>
  );
}

function Lines({ rows }: { rows: readonly MentionRow[] }): ReactNode {
  return (
    <Box
      component="ul"
      sx={{
        listStyle: 'none',
        m: 0,
        p: 0,
        border: 1,
        borderColor: 'divider',
        borderRadius: '8px',
        bgcolor: 'background.paper',
        overflow: 'hidden',
        '& li + li': { borderTop: 1, borderColor: 'divider' },
      }}
    >
      {rows.map((row) => (
        <li key={row.itemId}>
          <ButtonBase
            onClick={() => {
              select('mentions', String(row.itemId));
              navigate('mentions', { itemId: String(row.itemId) });
            }}
            sx={{
              width: '100%',
              px: 3,
              py: 2,
              textAlign: 'left',
              '&:hover': { bgcolor: 'tokens.hover' },
              '&:focus-visible': { outlineOffset: '-2px' },
            }}
          >
            <MentionLine row={row} />
          </ButtonBase>
        </li>
      ))}
    </Box>
  );
}
