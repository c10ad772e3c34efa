import type { MenuItemConstructorOptions } from 'electron';
import type { EventPayload } from '#shared/contract/events.ts';
import { shellTexts, type ShellLanguage } from './strings/index.ts';

export interface MenuActions {
  navigate(to: EventPayload<'app.navigate'>['to']): void;
  checkNow(): void;
  backup(): void;
  showFolder(): void;
  closeWindow(): void;
  quit(): void;
}

/** The application menu. `developer` adds the developer tools; `mac` follows the Mac's order of menus. */
export function menuTemplate(
  language: ShellLanguage,
  actions: MenuActions,
  { mac, developer }: { mac: boolean; developer: boolean },
): MenuItemConstructorOptions[] {
  const t = shellTexts[language];
  const line: MenuItemConstructorOptions = { type: 'separator' };
  const quit: MenuItemConstructorOptions = {
    id: 'quit',
    label: t.quit,
    accelerator: 'CmdOrCtrl+Q',
    click: actions.quit,
  };
  const settings: MenuItemConstructorOptions = {
    id: 'settings',
    label: t.settings,
    accelerator: 'CmdOrCtrl+,',
    click: () => actions.navigate('settings'),
  };
  const about: MenuItemConstructorOptions = { role: 'about', label: t.about };
  const appMenu: MenuItemConstructorOptions = {
    label: 'Earshot',
    submenu: [
      about,
      line,
      settings,
      line,
      { role: 'hide', label: t.hide },
      { role: 'hideOthers', label: t.hideOthers },
      { role: 'unhide', label: t.showAll },
      line,
      quit,
    ],
  };
  const go = (
    to: 'today' | 'mentions' | 'sources' | 'brands',
    accelerator: string,
  ): MenuItemConstructorOptions => ({
    id: to,
    label: t[to],
    accelerator,
    click: () => actions.navigate(to),
  });
  return [
    ...(mac ? [appMenu] : []),
    {
      label: t.file,
      submenu: [
        { id: 'check', label: t.checkNow, accelerator: 'CmdOrCtrl+R', click: actions.checkNow },
        { id: 'backup', label: t.backup, click: actions.backup },
        line,
        ...(mac ? [] : [settings, line]),
        { id: 'close', label: t.closeWindow, accelerator: 'CmdOrCtrl+W', click: actions.closeWindow },
        ...(mac ? [] : [quit]),
      ],
    },
    {
      label: t.edit,
      submenu: [
        { role: 'undo', label: t.undo },
        { role: 'redo', label: t.redo },
        line,
        { role: 'cut', label: t.cut },
        { role: 'copy', label: t.copy },
        { role: 'paste', label: t.paste },
        { role: 'selectAll', label: t.selectAll },
      ],
    },
    {
      label: t.view,
      submenu: [
        go('today', 'CmdOrCtrl+1'),
        go('mentions', 'CmdOrCtrl+2'),
        go('sources', 'CmdOrCtrl+3'),
        go('brands', 'CmdOrCtrl+4'),
        line,
        { role: 'resetZoom', label: t.zoomReset },
        { role: 'zoomIn', label: t.zoomIn },
        { role: 'zoomOut', label: t.zoomOut },
        { role: 'togglefullscreen', label: t.fullScreen },
        ...(developer ? [line, { role: 'toggleDevTools', label: t.developerTools } as const] : []),
      ],
    },
    {
      label: t.help,
      submenu: [{ id: 'folder', label: t.showFolder, click: actions.showFolder }, ...(mac ? [] : [about])],
    },
  ];
}
