import { Box, Button, IconButton, Link, Menu, MenuItem } from '@mui/material';
import { AlarmClock, ArrowLeft, Ellipsis, ExternalLink, Star, Tag, UserRound } from 'lucide-react';
import { useState, type MouseEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MentionRow } from '#shared/contract/mentions.ts';
import { KeepMention } from '#renderer/ui/KeepMention.tsx';
import { PinToCrisis } from '#renderer/ui/PinToCrisis.tsx';
import { isStarred, stateOf } from '../rows.ts';
import type { PaneProps } from '../Pane.tsx';
import { writeNote } from './note.ts';

/** What can be done with the mention: the frequent ones in sight, the rest behind "more". */
export function Actions(props: PaneProps & { shown: MentionRow }): ReactNode {
  const { t } = useTranslation();
  const { shown, onSnooze, onAssign } = props;
  const withKey = (action: string, key: string): string => t('mentions.action.withKey', { action, key });
  const done = stateOf(shown) === 'done';
  const starred = isStarred(shown);
  const doneWords = t(done ? 'mentions.action.reopen' : 'mentions.action.done');
  const first = shown.mentions[0];
  return (
    <Box
      role="toolbar"
      aria-label={t('mentions.action.toolbar')}
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, px: 6, py: 3, alignItems: 'center', flex: 'none' }}
    >
      {props.onBack === null ? null : (
        <Button startIcon={<ArrowLeft size={14} aria-hidden />} onClick={props.onBack}>
          {t('mentions.detail.back')}
        </Button>
      )}
      <Button
        variant={done ? 'outlined' : 'contained'}
        color={done ? 'inherit' : 'primary'}
        title={withKey(doneWords, 'e')}
        aria-keyshortcuts="e"
        onClick={() => props.onDone(shown)}
      >
        {doneWords}
      </Button>
      <Tool
        label={t(starred ? 'mentions.action.unstar' : 'mentions.action.star')}
        shortcut="s"
        pressed={starred}
        onClick={() => props.onStar(shown)}
      >
        <Star size={15} aria-hidden fill={starred ? 'currentColor' : 'none'} />
      </Tool>
      <Tool
        label={t('mentions.action.tag')}
        shortcut="t"
        onClick={({ currentTarget }) => props.onTag(shown, currentTarget)}
      >
        <Tag size={15} aria-hidden />
      </Tool>
      {onSnooze === undefined ? null : (
        <Tool
          label={t('mentions.detail.snooze')}
          shortcut="z"
          onClick={({ currentTarget }) => onSnooze(shown, currentTarget)}
        >
          <AlarmClock size={15} aria-hidden />
        </Tool>
      )}
      {onAssign === undefined ? null : (
        <Tool
          label={t('mentions.detail.assign')}
          shortcut="a"
          onClick={({ currentTarget }) => onAssign(shown, currentTarget)}
        >
          <UserRound size={15} aria-hidden />
        </Tool>
      )}
      {first === undefined ? null : (
        <KeepMention itemId={shown.itemId} brandId={first.brandId} author={shown.author} />
      )}
      <PinToCrisis itemId={shown.itemId} brandIds={shown.mentions.map(({ brandId }) => brandId)} />
      <More {...props} />
      <Box sx={{ flex: 1 }} />
      {shown.url === '' ? (
        <Box sx={{ fontSize: 12, color: 'text.secondary' }}>{t('mentions.detail.noOriginal')}</Box>
      ) : (
        <Link
          component="button"
          type="button"
          title={withKey(shown.url, 'o')}
          aria-keyshortcuts="o"
          onClick={() => props.onOpenOriginal(shown.url)}
          sx={{ fontSize: 13, display: 'inline-flex', gap: 1, alignItems: 'center', minHeight: 24 }}
        >
          {t('mentions.detail.openOriginal')}
          <ExternalLink size={13} aria-hidden />
        </Link>
      )}
    </Box>
  );
}

function Tool(props: {
  label: string;
  shortcut: string;
  pressed?: boolean;
  onClick: (event: MouseEvent<HTMLElement>) => void;
  children: ReactNode;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <IconButton
      aria-label={props.label}
      title={t('mentions.action.withKey', { action: props.label, key: props.shortcut })}
      aria-keyshortcuts={props.shortcut}
      {...(props.pressed === undefined
        ? { 'aria-haspopup': 'dialog' as const }
        : { 'aria-pressed': props.pressed })}
      onClick={props.onClick}
      sx={{ width: 30, height: 30, color: 'text.primary' }}
    >
      {props.children}
    </IconButton>
  );
}

function More({ shown, onBlock }: PaneProps & { shown: MentionRow }): ReactNode {
  const { t } = useTranslation();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <IconButton
        aria-label={t('mentions.detail.more')}
        title={t('mentions.detail.more')}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ width: 30, height: 30, color: 'text.primary' }}
      >
        <Ellipsis size={15} aria-hidden />
      </IconButton>
      <Menu
        anchorEl={anchor}
        open={anchor !== null}
        // The note's field takes the focus; giving it back to this button would take it away again.
        disableRestoreFocus
        onClose={() => {
          anchor?.focus();
          setAnchor(null);
        }}
      >
        <MenuItem
          onClick={() => {
            setAnchor(null);
            writeNote(shown.itemId);
          }}
        >
          {t('mentions.detail.notes.write')}
        </MenuItem>
        {onBlock === undefined || anchor === null ? null : (
          <MenuItem
            onClick={() => {
              setAnchor(null);
              onBlock(shown, anchor);
            }}
          >
            {t('mentions.detail.block')}
          </MenuItem>
        )}
      </Menu>
    </>
  );
}
