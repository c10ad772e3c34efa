import { IconButton, Menu, MenuItem } from '@mui/material';
import { Ellipsis } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedView } from '#shared/contract/triage.ts';
import { NameDialog } from './NameDialog.tsx';
import type { ViewActions } from './useViews.ts';

export interface ViewMenuProps {
  view: SavedView;
  /** Position of the last view in the row. */
  last: number;
  /** Whether the screen's filters are other than the view's. */
  changed: boolean;
  actions: ViewActions;
  onRemoved: () => void;
}

/** What can be done with the saved view that is open. */
export function ViewMenu({ view, last, changed, actions, onRemoved }: ViewMenuProps): ReactNode {
  const { t } = useTranslation();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [renaming, setRenaming] = useState(false);
  const then = (run: () => void) => (): void => {
    setAnchor(null);
    run();
  };
  const remove = async (): Promise<void> => {
    if (await actions.remove(view)) onRemoved();
  };
  const label = t('mentions.views.menu', { name: view.name });
  return (
    <>
      <IconButton
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ flex: 'none' }}
      >
        <Ellipsis size={15} aria-hidden />
      </IconButton>
      <Menu
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        slotProps={{ list: { 'aria-label': label } }}
      >
        <MenuItem disabled={!changed} onClick={then(() => void actions.replace(view))}>
          {t('mentions.views.replace')}
        </MenuItem>
        <MenuItem onClick={then(() => setRenaming(true))}>{t('mentions.views.rename')}</MenuItem>
        <MenuItem
          disabled={view.position <= 0}
          onClick={then(() => void actions.move(view, view.position - 1))}
        >
          {t('mentions.views.left')}
        </MenuItem>
        <MenuItem
          disabled={view.position >= last}
          onClick={then(() => void actions.move(view, view.position + 1))}
        >
          {t('mentions.views.right')}
        </MenuItem>
        <MenuItem onClick={then(() => void remove())}>{t('mentions.views.remove')}</MenuItem>
      </Menu>
      {renaming ? (
        <NameDialog
          title={t('mentions.views.renameTitle')}
          label={t('mentions.views.name')}
          confirm={t('mentions.views.save')}
          first={view.name}
          onClose={() => setRenaming(false)}
          onConfirm={async (name) => {
            if (await actions.rename(view, name)) setRenaming(false);
          }}
        />
      ) : null}
    </>
  );
}
