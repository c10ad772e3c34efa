import { readFile, stat, writeFile } from 'node:fs/promises';
import type { AppState } from '#shared/contract/app.ts';
import { EarshotError, type Failure } from '#shared/model/result.ts';
import type { Dialogs } from './dialogs.ts';
import type { CallTarget, ShellHandlers } from './router.ts';
import { shellTexts, type ShellLanguage } from './strings/index.ts';

type Change = Partial<Pick<AppState, 'theme' | 'language' | 'density'>>;

/** What the shell can do, as far as requests need it. */
export interface Desktop {
  state(): AppState;
  /** Applies and stores what is given, and tells the window. */
  change(change: Change): void;
  openExternal(address: string): Promise<boolean>;
  openWorkspace(kind: AppState['workspace']): Promise<void>;
  removeSample(): Promise<void>;
  /** Puts a checked backup in place of the own workspace and opens it. */
  restore(file: string): Promise<void>;
  showFolder(): Promise<void>;
  /** The page has kept what was being written in it. */
  left(): void;
  language(): ShellLanguage;
  /** YYYY-MM-DD, where the user is. */
  today(): string;
  dialogs: Dialogs;
  engine: CallTarget;
}

const MAX_OPML_BYTES = 20_000_000;

function failed({ code, message, retryable, details }: Failure): EarshotError {
  return new EarshotError(code, message, { retryable, details });
}

async function readOpml(file: string, language: ShellLanguage): Promise<string> {
  const t = shellTexts[language];
  let bytes: Buffer;
  try {
    if ((await stat(file)).size > MAX_OPML_BYTES) throw new EarshotError('invalid', t.fileTooLarge);
    bytes = await readFile(file);
  } catch (error) {
    if (error instanceof EarshotError) throw error;
    throw new EarshotError('not-found', t.fileUnreadable, { cause: error });
  }
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(utf16 ? 'utf-16le' : 'utf-8').decode(bytes);
}

/** A name that every file system takes. */
const fileName = (about: string): string =>
  about
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase() || 'earshot';

/** One handler for every request of the contract that the shell answers. */
export function createShellHandlers(desktop: Desktop): ShellHandlers {
  const { dialogs } = desktop;
  return {
    'app.state': () => Promise.resolve(desktop.state()),
    'app.set': ({ theme, language, density }) => {
      desktop.change({
        ...(theme === undefined ? {} : { theme }),
        ...(language === undefined ? {} : { language }),
        ...(density === undefined ? {} : { density }),
      });
      return Promise.resolve(desktop.state());
    },
    'app.openExternal': async ({ url }) => ({ opened: await desktop.openExternal(url) }),
    'app.openWorkspace': async ({ workspace }) => {
      await desktop.openWorkspace(workspace);
      return desktop.state();
    },
    'app.removeSample': async () => {
      await desktop.removeSample();
      return desktop.state();
    },
    'app.backup': async () => {
      const file = await dialogs.saveBackup(`earshot-${desktop.today()}.sqlite`);
      if (file === null) return { file };
      const result = await desktop.engine.call('workspace.backup', { file }, null);
      if (!result.ok) throw failed(result.error);
      return { file };
    },
    'app.restore': async () => {
      const file = await dialogs.chooseBackup();
      if (file === null) return { restored: false };
      await desktop.restore(file);
      return { restored: true };
    },
    'app.openOpml': async () => {
      const file = await dialogs.chooseOpml();
      return { opml: file === null ? null : await readOpml(file, desktop.language()) };
    },
    'app.saveText': async ({ kind, about, text }) => {
      const ending = kind === 'opml' ? 'opml' : 'md';
      const file = await dialogs.saveText(kind, `${fileName(about)}-${desktop.today()}.${ending}`);
      if (file === null) return { saved: false };
      try {
        await writeFile(file, text, 'utf8');
      } catch (error) {
        throw new EarshotError('refused', shellTexts[desktop.language()].fileUnwritable, { cause: error });
      }
      return { saved: true };
    },
    'app.left': () => {
      desktop.left();
      return Promise.resolve({});
    },
    'app.showFolder': async () => {
      await desktop.showFolder();
      return {};
    },
  } satisfies ShellHandlers;
}
