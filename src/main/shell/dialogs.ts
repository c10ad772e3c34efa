import { dialog, type BrowserWindow, type FileFilter } from 'electron';
import { shellTexts, type ShellLanguage } from './strings/index.ts';

/** Everything the shell asks in a dialog of the system. Null: the user changed their mind. */
export interface Dialogs {
  saveBackup(suggested: string): Promise<string | null>;
  chooseBackup(): Promise<string | null>;
  saveText(kind: 'opml' | 'markdown', suggested: string): Promise<string | null>;
  chooseOpml(): Promise<string | null>;
  /** Says that collecting goes on; `quit` when the user would rather end it. */
  explainClose(): Promise<'keep' | 'quit'>;
  tellProblem(title: string, detail: string): Promise<void>;
}

/** The system's own dialogs, in front of the window where there is one. */
export function systemDialogs(window: () => BrowserWindow | null, language: () => ShellLanguage): Dialogs {
  const save = async (title: string, defaultPath: string, filters: FileFilter[]): Promise<string | null> => {
    const options = { title, defaultPath, filters, buttonLabel: shellTexts[language()].save };
    const parent = window();
    const { canceled, filePath } = await (parent === null
      ? dialog.showSaveDialog(options)
      : dialog.showSaveDialog(parent, options));
    return canceled || filePath === '' ? null : filePath;
  };
  const choose = async (title: string, filters: FileFilter[]): Promise<string | null> => {
    const options = {
      title,
      filters,
      buttonLabel: shellTexts[language()].choose,
      properties: ['openFile' as const],
    };
    const parent = window();
    const { canceled, filePaths } = await (parent === null
      ? dialog.showOpenDialog(options)
      : dialog.showOpenDialog(parent, options));
    return canceled ? null : (filePaths[0] ?? null);
  };
  const backups = (): FileFilter[] => [
    { name: shellTexts[language()].backupFiles, extensions: ['sqlite'] },
    { name: shellTexts[language()].allFiles, extensions: ['*'] },
  ];
  const lists = (): FileFilter[] => [
    { name: shellTexts[language()].opmlFiles, extensions: ['opml', 'xml'] },
    { name: shellTexts[language()].allFiles, extensions: ['*'] },
  ];
  const reports = (): FileFilter[] => [
    { name: shellTexts[language()].reportFiles, extensions: ['md', 'txt'] },
    { name: shellTexts[language()].allFiles, extensions: ['*'] },
  ];
  return {
    saveBackup: (suggested) => save(shellTexts[language()].backupTitle, suggested, backups()),
    chooseBackup: () => choose(shellTexts[language()].restoreTitle, backups()),
    saveText: (kind, suggested) =>
      kind === 'opml'
        ? save(shellTexts[language()].saveOpmlTitle, suggested, lists())
        : save(shellTexts[language()].saveReportTitle, suggested, reports()),
    chooseOpml: () => choose(shellTexts[language()].openOpmlTitle, lists()),
    explainClose: async () => {
      const t = shellTexts[language()];
      const { response } = await dialog.showMessageBox({
        type: 'info',
        title: 'Earshot',
        message: t.stillRunning,
        detail: t.stillRunningDetail,
        buttons: [t.keepCollecting, t.quit],
        defaultId: 0,
        cancelId: 0,
      });
      return response === 1 ? 'quit' : 'keep';
    },
    tellProblem: async (title, detail) => {
      const options = { type: 'warning' as const, title: 'Earshot', message: title, detail };
      const parent = window();
      await (parent === null ? dialog.showMessageBox(options) : dialog.showMessageBox(parent, options));
    },
  };
}
