import { BrowserWindow, nativeTheme, screen } from 'electron';
import { MIN_HEIGHT, MIN_WIDTH, placeWindow } from './placement.ts';
import type { Bounds } from './preferences.ts';
import { ORIGIN } from './protocol.ts';

const GROUND = { light: '#F7F7F5', dark: '#111315' } as const;
/** A hidden window is given up after this long, and its memory with it. */
const RELEASE_AFTER_MILLIS = 10 * 60_000;
const REMEMBER_AFTER_MILLIS = 400;

export interface WindowOptions {
  preload: string;
  icon: string;
  bounds(): Bounds;
  /** Called some time after the window was moved or sized. */
  remember(bounds: Bounds): void;
  /** The user closed the window; it is hidden already. */
  onHidden(): void;
  log(line: string): void;
}

/** The ground colour of the theme in force, shown until the page has painted. */
export function groundColor(): string {
  return nativeTheme.shouldUseDarkColors ? GROUND.dark : GROUND.light;
}

/** The one window of the app: made when first shown, hidden (not ended) when closed. */
export class MainWindow {
  readonly #options: WindowOptions;
  #window: BrowserWindow | null = null;
  #ending = false;
  #release: NodeJS.Timeout | undefined;
  #moved: NodeJS.Timeout | undefined;

  constructor(options: WindowOptions) {
    this.#options = options;
  }

  get current(): BrowserWindow | null {
    return this.#window;
  }

  /** Brings the window to the front, making it where there is none. */
  show(): void {
    clearTimeout(this.#release);
    const window = this.#window;
    if (window === null) {
      this.#create();
      return;
    }
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  }

  /** Runs once the page can hear events: now, or when it has loaded. */
  whenLoaded(run: () => void): void {
    const contents = this.#window?.webContents;
    if (contents === undefined) return;
    if (contents.isLoading()) contents.once('did-finish-load', run);
    else run();
  }

  /** From now on closing the window really closes it. */
  letClose(): void {
    this.#ending = true;
    clearTimeout(this.#release);
    this.#keepBounds();
  }

  #create(): void {
    const bounds = this.#options.bounds();
    const main = screen.getPrimaryDisplay();
    const others = screen.getAllDisplays().filter((display) => display.id !== main.id);
    const window = new BrowserWindow({
      ...placeWindow(
        bounds,
        [main, ...others].map((display) => display.workArea),
      ),
      minWidth: MIN_WIDTH,
      minHeight: MIN_HEIGHT,
      show: false,
      title: 'Earshot',
      icon: this.#options.icon,
      backgroundColor: groundColor(),
      webPreferences: {
        preload: this.#options.preload,
        contextIsolation: true,
        sandbox: true,
        nodeIntegration: false,
        webviewTag: false,
        // Its dictionaries come from the network, and nothing but collecting may use that.
        spellcheck: false,
      },
    });
    this.#window = window;
    if (bounds.maximized) window.maximize();
    window.once('ready-to-show', () => window.show());
    window.on('page-title-updated', (event) => event.preventDefault());
    window.on('close', (event) => {
      if (this.#ending) return;
      event.preventDefault();
      this.#hide(window);
    });
    window.on('closed', () => {
      clearTimeout(this.#moved);
      if (this.#window === window) this.#window = null;
    });
    for (const name of ['resize', 'move', 'maximize', 'unmaximize'] as const)
      window.on(name as 'resize', () => {
        clearTimeout(this.#moved);
        this.#moved = setTimeout(() => this.#keepBounds(), REMEMBER_AFTER_MILLIS);
      });
    window.webContents.on('preload-error', (_event, _path, error) =>
      this.#options.log(`preload: ${error.message}`),
    );
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      this.#options.log(`window process ended: ${reason}`);
      if (!this.#ending && reason !== 'clean-exit') window.webContents.reload();
    });
    window.loadURL(`${ORIGIN}/`).catch((error: unknown) => this.#options.log(`window: ${String(error)}`));
  }

  #hide(window: BrowserWindow): void {
    this.#keepBounds();
    if (window.isFullScreen()) window.setFullScreen(false);
    window.hide();
    this.#release = setTimeout(() => {
      if (!window.isDestroyed() && !window.isVisible()) window.destroy();
    }, RELEASE_AFTER_MILLIS);
    this.#options.onHidden();
  }

  #keepBounds(): void {
    const window = this.#window;
    if (window === null || window.isDestroyed() || window.isFullScreen()) return;
    this.#options.remember({ ...window.getNormalBounds(), maximized: window.isMaximized() });
  }
}
