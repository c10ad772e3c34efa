import { IconButton, Menu, MenuItem } from '@mui/material';
import { Ellipsis } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Source } from '#shared/contract/sources.ts';

const actions = ['check', 'pause', 'resume', 'edit', 'history', 'allow', 'remove'] as const;
export type SourceAction = (typeof actions)[number];

/** What can be done with one source. */
export function RowMenu(props: { source: Source; onAction: (action: SourceAction) => void }): ReactNode {
  const { source, onAction } = props;
  const { t } = useTranslation();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const offered = actions.filter((action) => {
    if (action === 'pause') return !source.paused;
    if (action === 'resume') return source.paused;
    return action !== 'allow' || source.health.status === 'needs-permission';
  });
  const name = t('sources.action.menu', { name: source.name });
  return (
    <>
      <IconButton
        aria-label={name}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <Ellipsis size={16} aria-hidden />
      </IconButton>
      <Menu
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        slotProps={{ list: { 'aria-label': name } }}
      >
        {offered.map((action) => (
          <MenuItem
            key={action}
            onClick={() => {
              setAnchor(null);
              onAction(action);
            }}
          >
            {t(`sources.action.${action}`)}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
