import { Box, Button, Typography, useMediaQuery } from '@mui/material';
import { BellOff, CheckCheck } from 'lucide-react';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Alert } from '#shared/contract/alerts.ts';
import { useBrands } from '#renderer/app/appState.ts';
import { select, undoLast, useScreen } from '#renderer/app/state.ts';
import { call, useRequest } from '#renderer/client/index.ts';
import { Choice } from '#renderer/ui/Choice.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { useFormat } from '#renderer/ui/format.tsx';
import { hidden } from '#renderer/ui/hidden.ts';
import { useShortcuts } from '#renderer/ui/shortcuts.ts';
import { VirtualList } from '#renderer/ui/VirtualList.tsx';
import { ViewSkeleton } from '#renderer/ui/ViewSkeleton.tsx';
import { AlertItem, rowHeight } from './AlertItem.tsx';
import { openMention } from './AlertMentions.tsx';
import { Pane } from './Pane.tsx';
import { SettingsDialog } from './SettingsDialog.tsx';
import { snoozes, type Snooze } from './snooze.ts';
import { TimeMenu } from './TimeMenu.tsx';
import { mutes, useAlertActions, type Mute } from './useAlertActions.ts';
import { shows, useAlerts, type Show } from './useAlerts.ts';

interface OpenMenu {
  kind: 'snooze' | 'mute';
  alert: Pick<Alert, 'id' | 'brandId'>;
  anchor: HTMLElement;
}

/** What was raised, newest first, and why; the one under the cursor whole beside the list. */
export default function AlertsView(): ReactNode {
  const { t } = useTranslation();
  const showId = useId();
  const brandIds = useScreen((state) => state.brandIds);
  const selected = useScreen((state) => state.selection.alerts ?? null);
  const folded = useMediaQuery('(max-width: 1099.95px)', { noSsr: true });
  const [show, setShow] = useState<Show>('open');
  const [reading, setReading] = useState(false);
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const [settingsOf, setSettingsOf] = useState<string | null | undefined>(undefined);
  const list = useAlerts(brandIds, show);
  const actions = useAlertActions();
  const listBox = useRef<HTMLDivElement>(null);
  useLink(() => setReading(true));
  useSeen(list.alerts, selected);

  const index = list.alerts.findIndex(({ id }) => id === selected);
  const current = list.alerts[index];
  const go = (at: number): void => {
    const next = list.alerts[Math.min(list.alerts.length - 1, Math.max(0, at))];
    if (next !== undefined) select('alerts', next.id);
  };
  const close = (alert: Pick<Alert, 'id'>): void => {
    const neighbour = list.alerts[index + 1] ?? list.alerts[index - 1];
    if (show !== 'all') select('alerts', neighbour?.id ?? null);
    void actions.close(alert);
  };

  const next = { label: 'alerts.keys.next', run: (): void => go(index + 1) };
  const previous = { label: 'alerts.keys.previous', run: (): void => go(index - 1) };
  const open = {
    label: 'alerts.keys.open',
    run: (): void => {
      const item = current?.why.itemIds[0];
      if (folded && !reading && current !== undefined) setReading(true);
      else if (item !== undefined) openMention(item);
    },
  };
  useShortcuts('alerts.title', [
    { keys: 'j', ...next },
    { keys: 'ArrowDown', ...next },
    { keys: 'k', ...previous },
    { keys: 'ArrowUp', ...previous },
    { keys: 'Enter', ...open },
    { keys: 'o', ...open },
    {
      keys: 'e',
      label: 'alerts.keys.close',
      run: () => {
        if (current !== undefined && current.state !== 'closed') close(current);
      },
    },
    {
      keys: 'z',
      label: 'alerts.keys.snooze',
      run: () => {
        const anchor = listBox.current?.querySelector<HTMLElement>('[aria-selected=true]') ?? null;
        if (current !== undefined && anchor !== null) setMenu({ kind: 'snooze', alert: current, anchor });
      },
    },
    { keys: 'u', label: 'alerts.keys.undo', run: () => void undoLast() },
    { keys: 'Escape', label: 'alerts.keys.back', run: () => setReading(false) },
  ]);

  const paneOver = folded && reading && selected !== null;
  return (
    <Box sx={{ height: '100%', display: 'flex', flexDirection: 'column', minWidth: 0 }}>
      <PageHeader
        title={t('alerts.title')}
        text={t('alerts.about')}
        actions={
          <>
            <span id={showId} style={hidden}>
              {t('alerts.show.label')}
            </span>
            <Choice
              labelledBy={showId}
              value={show}
              options={shows.map((value) => ({ value, label: t(`alerts.show.${value}`) }))}
              onChange={setShow}
            />
            <Button onClick={() => setSettingsOf(brandIds.length === 1 ? (brandIds[0] ?? null) : null)}>
              {t('alerts.settings.open')}
            </Button>
          </>
        }
      />
      <MutedNotes onUnmute={(brandId) => void actions.mute(brandId, null)} />
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex', borderTop: 1, borderColor: 'divider' }}>
        {paneOver ? null : (
          <Box ref={listBox} sx={{ flex: '1 1 50%', minWidth: 0 }}>
            {list.error !== null ? (
              <ErrorState error={list.error} onRetry={list.retry} />
            ) : list.pending ? (
              <ViewSkeleton lines={6} height={rowHeight - 8} />
            ) : list.alerts.length === 0 ? (
              <Empty show={show} onAll={() => setShow('all')} />
            ) : (
              <VirtualList
                key={show}
                rows={list.alerts}
                rowHeight={rowHeight}
                label={t('alerts.list')}
                rowKey={(alert) => alert.id}
                selectedIndex={index}
                onSelect={(at) => {
                  go(at);
                  setReading(true);
                }}
                onOpen={open.run}
                onEndReached={list.loadMore}
                renderRow={(alert) => <AlertItem alert={alert} />}
              />
            )}
          </Box>
        )}
        {folded && !paneOver ? null : (
          <Box
            sx={{
              flex: '1 1 50%',
              minWidth: 0,
              borderLeft: paneOver ? 0 : 1,
              borderColor: 'divider',
              bgcolor: 'background.paper',
            }}
          >
            {selected === null ? (
              <EmptyState title={t('alerts.detail.choose')} text={t('alerts.detail.keys')} />
            ) : (
              <Pane
                key={selected}
                alertId={selected}
                onBack={folded ? () => setReading(false) : null}
                onClose={close}
                onReopen={(alert) => void actions.reopen(alert)}
                onSnooze={(alert, anchor) => setMenu({ kind: 'snooze', alert, anchor })}
                onMute={(alert, anchor) => setMenu({ kind: 'mute', alert, anchor })}
                onSettings={(alert) => setSettingsOf(alert.brandId)}
              />
            )}
          </Box>
        )}
      </Box>
      <TimeMenu<Snooze>
        anchor={menu?.kind === 'snooze' ? menu.anchor : null}
        label={t('alerts.action.snooze')}
        options={snoozes.map((value) => ({ value, label: t(`alerts.snooze.${value}`) }))}
        onChoose={(snooze) => {
          if (menu !== null) void actions.snooze(menu.alert, snooze);
        }}
        onClose={() => setMenu(null)}
      />
      <TimeMenu<Mute>
        anchor={menu?.kind === 'mute' ? menu.anchor : null}
        label={t('alerts.action.mute')}
        options={mutes.map((value) => ({ value, label: t(`alerts.mute.${value}`) }))}
        onChoose={(mute) => {
          if (menu !== null) void actions.mute(menu.alert.brandId, mute);
        }}
        onClose={() => setMenu(null)}
      />
      {settingsOf === undefined ? null : (
        <SettingsDialog brandId={settingsOf} onClose={() => setSettingsOf(undefined)} />
      )}
    </Box>
  );
}

/** A notification or another screen may open this one on an alert. */
function useLink(onLink: () => void): void {
  const alertId = useScreen((state) => state.params['alertId']);
  const latest = useRef(onLink);
  useEffect(() => {
    latest.current = onLink;
  });
  useEffect(() => {
    if (alertId === undefined) return;
    select('alerts', alertId);
    latest.current();
  }, [alertId]);
}

/** What is open beside the list has been looked at, unless a person wants to say so themselves. */
function useSeen(alerts: readonly Alert[], selected: string | null): void {
  const automatic = useRequest('settings.get', {}).data?.values['seenOnOpen'] !== false;
  const fresh = alerts.find(({ id }) => id === selected)?.state === 'new';
  useEffect(() => {
    if (automatic && fresh && selected !== null) void call('alerts.seen', { alertIds: [selected] });
  }, [automatic, fresh, selected]);
}

function Empty({ show, onAll }: { show: Show; onAll: () => void }): ReactNode {
  const { t } = useTranslation();
  return (
    <EmptyState
      icon={<CheckCheck size={28} />}
      title={t(`alerts.empty.${show}`)}
      text={t(`alerts.empty.${show}Text`)}
      action={show === 'all' ? undefined : <Button onClick={onAll}>{t('alerts.empty.action')}</Button>}
    />
  );
}

/** Brands that raise nothing for now, and the way back. */
function MutedNotes({ onUnmute }: { onUnmute: (brandId: string) => void }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const brands = useBrands();
  const settings = useRequest('alerts.settings', {}).data?.settings ?? [];
  const muted = settings.flatMap(({ brandId, mutedUntil }) => {
    const name = brands.find(({ id }) => id === brandId)?.name;
    return name !== undefined && mutedUntil !== null && mutedUntil > Date.now()
      ? [{ brandId, name, until: mutedUntil }]
      : [];
  });
  return muted.map(({ brandId, name, until }) => (
    <Box
      key={brandId}
      role="status"
      sx={{ display: 'flex', alignItems: 'center', gap: 2, px: 6, pb: 3, color: 'text.secondary' }}
    >
      <BellOff size={14} aria-hidden />
      <Typography variant="body2">{t('alerts.muted', { name, time: format.slot(until) })}</Typography>
      <Button variant="text" color="primary" onClick={() => onUnmute(brandId)}>
        {t('alerts.action.unmute')}
      </Button>
    </Box>
  ));
}
