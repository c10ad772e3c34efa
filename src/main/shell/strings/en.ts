/** What the shell itself says: menus, tray, dialogs. Everything inside the window is the renderer's. */
export const en = {
  file: 'File',
  edit: 'Edit',
  view: 'View',
  windowMenu: 'Window',
  help: 'Help',
  about: 'About Earshot',
  hide: 'Hide Earshot',
  hideOthers: 'Hide others',
  showAll: 'Show all',
  open: 'Open Earshot',
  checkNow: 'Check now',
  pause: 'Pause collecting',
  backup: 'Back up…',
  settings: 'Settings',
  closeWindow: 'Close window',
  quit: 'Quit Earshot',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select all',
  today: 'Today',
  mentions: 'Mentions',
  sources: 'Sources',
  brands: 'Brands',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  zoomReset: 'Normal size',
  fullScreen: 'Full screen',
  developerTools: 'Developer tools',
  minimize: 'Minimize',
  showFolder: 'Show the data folder',
  stillRunning: 'Earshot keeps collecting',
  stillRunningDetail:
    'The window is closed, and new mentions are still being collected. Start Earshot again to see the window. To stop it, choose Quit.',
  keepCollecting: 'Keep collecting',
  backupTitle: 'Save a backup',
  restoreTitle: 'Choose a backup',
  backupFiles: 'Earshot backups',
  opmlFiles: 'Feed lists (OPML)',
  allFiles: 'All files',
  openOpmlTitle: 'Choose a feed list',
  saveOpmlTitle: 'Save the feed list',
  saveReportTitle: 'Save the report',
  reportFiles: 'Text (Markdown)',
  choose: 'Choose',
  save: 'Save',
  backupFailed: 'The backup was not written',
  fileTooLarge: 'This file is larger than 20 MB. A feed list is usually much smaller; choose another file.',
  fileUnreadable: 'The file could not be read. Check that it still exists and that you may open it.',
  fileUnwritable:
    'The file could not be written. Check that the folder exists and has room, or choose another one.',
  ok: 'OK',
} as const;

export type ShellTexts = Record<keyof typeof en, string>;

/** The tray's line about mentions nobody has looked at; `count` is 0 or more. */
export function unreadEn(count: number): string {
  if (count === 0) return 'Earshot: nothing new';
  return count === 1 ? 'Earshot: 1 new mention' : `Earshot: ${count.toLocaleString('en')} new mentions`;
}
