import { app, Menu, nativeImage, Tray } from 'electron';
import { shellTexts, unreadLine, type ShellLanguage } from './strings/index.ts';

export interface TrayState {
  /** Mentions nobody has looked at. */
  unread: number;
  paused: boolean;
  language: ShellLanguage;
}

export interface TrayActions {
  open(): void;
  checkNow(): void;
  setPaused(paused: boolean): void;
  quit(): void;
}

export interface TrayEntry {
  id: 'unread' | 'open' | 'check' | 'pause' | 'quit' | 'line';
  label: string;
  checked: boolean | null;
  choose: (() => void) | null;
}

/** Where the app is present while its window is closed. */
export interface TrayIcon {
  show(tooltip: string, entries: readonly TrayEntry[], unread: number): void;
  remove(): void;
}

/** What the tray's menu holds in a state; the first line only informs. */
export function trayEntries(state: TrayState, actions: TrayActions): TrayEntry[] {
  const texts = shellTexts[state.language];
  const entry = (
    id: TrayEntry['id'],
    label: string,
    choose: TrayEntry['choose'],
    checked: boolean | null = null,
  ): TrayEntry => ({ id, label, choose, checked });
  return [
    entry('unread', unreadLine(state.language, state.unread), null),
    entry('line', '', null),
    entry('open', texts.open, actions.open),
    entry('check', texts.checkNow, actions.checkNow),
    entry('pause', texts.pause, () => actions.setPaused(!state.paused), state.paused),
    entry('line', '', null),
    entry('quit', texts.quit, actions.quit),
  ];
}

/** Shows a state; what did not change is not drawn again. */
export function createTrayView(icon: TrayIcon, actions: TrayActions): (state: TrayState) => void {
  let shown = '';
  return (state) => {
    const key = JSON.stringify(state);
    if (key === shown) return;
    shown = key;
    icon.show(unreadLine(state.language, state.unread), trayEntries(state, actions), state.unread);
  };
}

/**
 * The desktop's tray. Where a desktop has none (Linux does not say), nothing is shown and nothing fails; an
 * icon file that cannot be read gives no tray at all.
 */
export function systemTray(iconFile: string, onOpen: () => void): TrayIcon {
  const image = nativeImage.createFromPath(iconFile);
  if (image.isEmpty()) return { show: () => undefined, remove: () => undefined };
  if (process.platform === 'darwin') image.setTemplateImage(true);
  const tray = new Tray(image);
  tray.on('click', onOpen);
  return {
    show: (tooltip, entries, unread) => {
      tray.setToolTip(tooltip);
      if (process.platform === 'darwin') tray.setTitle(unread > 0 ? String(unread) : '');
      tray.setContextMenu(
        Menu.buildFromTemplate(
          entries.map(({ id, label, checked, choose }) =>
            id === 'line'
              ? { type: 'separator' }
              : {
                  label,
                  enabled: choose !== null,
                  type: checked === null ? 'normal' : 'checkbox',
                  checked: checked ?? false,
                  click: () => choose?.(),
                },
          ),
        ),
      );
      // Answers false where the desktop has no badges.
      app.setBadgeCount(unread);
    },
    remove: () => tray.destroy(),
  };
}
