import { app, Menu, nativeTheme, net, powerMonitor, safeStorage, session, shell } from 'electron';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { AppState } from '#shared/contract/app.ts';
import { Topic, type EventPayload } from '#shared/contract/events.ts';
import type { EngineEvent } from '#engine/protocol.ts';
import { systemDialogs } from './dialogs.ts';
import { createAnswers } from './engine-asks.ts';
import { EngineHost } from './engine-host.ts';
import { startEngineThread } from './engine-thread.ts';
import { listenToWindow, tellWindow } from './ipc.ts';
import { menuTemplate, type MenuActions } from './menu.ts';
import { defaultPreferences, openPreferenceFile, readPreferences, type Preferences } from './preferences.ts';
import { PresenceWatch } from './presence.ts';
import { createNotices } from './notices.ts';
import { systemNotifier } from './notifier.ts';
import { createShellHandlers } from './requests.ts';
import { createRouter } from './router.ts';
import { declareScheme, denyByDefault, lockSession, openExternal } from './security.ts';
import { shellTexts } from './strings/index.ts';
import { createTrayView, systemTray, type TrayIcon, type TrayState } from './tray.ts';
import { groundColor, MainWindow } from './window.ts';
import { Workspaces } from './workspaces.ts';

/** A page that does not answer must not keep Earshot from ending. */
const LEAVING_MILLIS = 1500;
const ONLINE_CHECK_MILLIS = 15_000;

const log = (line: string): void => {
  process.stderr.write(`earshot: ${line}\n`);
};

/**
 * Starts the desktop app. `outFolder` is the folder of the built main files. Must be called while the main
 * module loads: Electron takes a scheme and the sandbox only before it is ready. A second start shows the
 * window of the first and ends.
 */
export function startShell(outFolder: string): void {
  // Given by whoever starts it as root in a container; both together end Chromium's helper processes.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  declareScheme();
  denyByDefault();
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  new Shell(outFolder).run();
}

class Shell {
  readonly #outFolder: string;
  readonly #assets: string;
  readonly #developer = !app.isPackaged;
  readonly #userData: string;
  readonly #store: ReturnType<typeof openPreferenceFile>;
  readonly #host: EngineHost;
  readonly #workspaces: Workspaces;
  readonly #window: MainWindow;
  readonly #presence: PresenceWatch;
  readonly #notices = createNotices({
    notifier: systemNotifier(),
    language: () => this.#preferences.language,
    open: (link) => this.#navigate(link),
  });
  readonly #dialogs = systemDialogs(
    () => this.#window.current,
    () => this.#preferences.language,
  );
  #preferences: Preferences;
  #presenceNow = { unread: 0, paused: false };
  #tray: TrayIcon | null = null;
  #showTray: (state: TrayState) => void = () => undefined;
  #quitting: 'no' | 'stopping' | 'stopped' = 'no';
  #left: () => void = () => undefined;

  constructor(outFolder: string) {
    this.#outFolder = outFolder;
    this.#assets = join(outFolder, '..', '..', 'assets');
    this.#userData = app.getPath('userData');
    mkdirSync(this.#userData, { recursive: true });
    this.#store = openPreferenceFile(this.#userData);
    this.#preferences = readPreferences(this.#store, defaultPreferences(app.getPreferredSystemLanguages()));
    this.#host = new EngineHost({
      spawn: (data) => startEngineThread(join(outFolder, 'worker.mjs'), data),
      onEvent: (event) => this.#onEvent(event),
      answer: createAnswers({ keyring: safeStorage, platform: process.platform, openExternal }),
      onChange: () => this.#onEngine(),
      log,
      now: () => performance.now(),
    });
    this.#workspaces = new Workspaces(
      {
        userData: this.#userData,
        version: app.getVersion(),
        modelsFolder: join(this.#assets, 'models'),
        host: this.#host,
        // Only here does the shell need the database itself; it is not loaded before.
        restore: async (folder, file) => {
          const { restoreWorkspace } = await import('#engine/node/restore.ts');
          restoreWorkspace(folder, file, Date.now());
        },
        remember: (workspace) => this.#keep({ workspace }),
      },
      this.#preferences.workspace,
    );
    this.#window = new MainWindow({
      preload: join(outFolder, '..', 'preload', 'index.cjs'),
      icon: join(this.#assets, 'icon.png'),
      bounds: () => this.#preferences.bounds,
      remember: (bounds) => this.#keep({ bounds }),
      onHidden: () => this.#onHidden(),
      log,
    });
    this.#presence = new PresenceWatch(this.#host, (presence) => {
      this.#presenceNow = presence;
      this.#drawTray();
    });
  }

  run(): void {
    // The engine opens the database on its own thread while Electron and the page get ready.
    this.#workspaces.start().catch((error: unknown) => log(`engine: ${String(error)}`));
    app.on('second-instance', () => this.#window.show());
    app.on('activate', () => this.#window.show());
    app.on('window-all-closed', () => undefined);
    app.on('before-quit', (event) => this.#onQuit(event));
    app.whenReady().then(
      () => this.#onReady(),
      (error: unknown) => log(`start: ${String(error)}`),
    );
  }

  #onReady(): void {
    if (this.#quitting !== 'no') return;
    nativeTheme.themeSource = this.#preferences.theme;
    nativeTheme.on('updated', () => this.#window.current?.setBackgroundColor(groundColor()));
    lockSession(session.defaultSession, join(this.#outFolder, '..', 'renderer'), this.#developer);
    listenToWindow(() => this.#window.current, this.#route());
    this.#setMenu();
    this.#window.show();
    this.#tray = systemTray(this.#trayIconFile(), () => this.#window.show());
    this.#showTray = createTrayView(this.#tray, {
      open: () => this.#window.show(),
      checkNow: () => this.#ask('collect.run', { all: true }),
      setPaused: (paused) => this.#ask('collect.pause', { paused }),
      quit: () => app.quit(),
    });
    this.#drawTray();
    powerMonitor.on('suspend', () => this.#host.power('suspend'));
    powerMonitor.on('resume', () => this.#host.power('resume'));
    const lookAtNetwork = (): void => this.#host.network(net.isOnline());
    lookAtNetwork();
    setInterval(lookAtNetwork, ONLINE_CHECK_MILLIS).unref();
  }

  #route(): ReturnType<typeof createRouter> {
    const handlers = createShellHandlers({
      state: () => this.#state(),
      change: (change) => this.#change(change),
      openExternal,
      openWorkspace: (kind) => this.#workspaces.open(kind),
      removeSample: () => this.#workspaces.removeSample(),
      restore: (file) => this.#workspaces.restore(file),
      showFolder: () => this.#showFolder(),
      left: () => this.#left(),
      language: () => this.#preferences.language,
      today: () => new Intl.DateTimeFormat('sv-SE').format(new Date()),
      dialogs: this.#dialogs,
      engine: this.#host,
    });
    return createRouter(handlers, this.#host, log);
  }

  #state(): AppState {
    const { theme, language, density } = this.#preferences;
    const kind = this.#workspaces.kind;
    return {
      theme,
      language,
      density,
      workspace: kind,
      version: app.getVersion(),
      platform: process.platform,
      blocked: this.#host.blocked,
      dataFolder: this.#workspaces.folder(kind),
    };
  }

  #keep(part: Partial<Preferences>): void {
    this.#preferences = { ...this.#preferences, ...part };
    for (const [key, value] of Object.entries(part)) {
      try {
        this.#store.set(key, value);
      } catch (error) {
        // A full disk must not stop the app from working; the choice lasts until it ends.
        log(`preferences: ${String(error)}`);
      }
    }
  }

  #change(change: Partial<Pick<AppState, 'theme' | 'language' | 'density'>>): void {
    this.#keep(change);
    nativeTheme.themeSource = this.#preferences.theme;
    this.#setMenu();
    this.#drawTray();
    tellWindow(this.#window.current, 'app.changed', this.#state());
  }

  #onEvent(event: EngineEvent): void {
    tellWindow(this.#window.current, event.name, event.payload);
    this.#presence.onEvent(event);
    this.#notices(event);
  }

  #onEngine(): void {
    tellWindow(this.#window.current, 'app.changed', this.#state());
    if (this.#host.blocked !== null) return;
    // Another workspace, or the same after a restart: nothing the window knows is certain any more.
    tellWindow(this.#window.current, 'data.changed', { topics: Topic.options });
    this.#presence.look();
  }

  /** Brings the window to a screen, also where the window has to be made first. */
  #navigate(link: EventPayload<'app.navigate'>): void {
    this.#window.show();
    this.#window.whenLoaded(() => tellWindow(this.#window.current, 'app.navigate', link));
  }

  #setMenu(): void {
    const actions: MenuActions = {
      navigate: (to) => this.#navigate({ to }),
      checkNow: () => this.#ask('collect.run', { all: true }),
      backup: () => void this.#backup(),
      showFolder: () => void this.#showFolder(),
      closeWindow: () => this.#window.current?.close(),
      quit: () => app.quit(),
    };
    const where = { mac: process.platform === 'darwin', developer: this.#developer };
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(this.#preferences.language, actions, where)));
  }

  #drawTray(): void {
    this.#showTray({ ...this.#presenceNow, language: this.#preferences.language });
  }

  #trayIconFile(): string {
    const dark = nativeTheme.shouldUseDarkColors;
    const name = process.platform === 'darwin' ? 'trayTemplate' : dark ? 'tray-dark' : 'tray-light';
    return join(this.#assets, 'tray', `${name}.png`);
  }

  /** A wish from menu or tray: its outcome shows in the window through events. */
  #ask(name: 'collect.run' | 'collect.pause', input: Record<string, unknown>): void {
    void this.#host.call(name, input).then((result) => {
      if (!result.ok) log(`${name}: ${result.error.message}`);
      this.#presence.look();
    });
  }

  async #backup(): Promise<void> {
    const result = await this.#route()('app.backup', {}, null);
    if (!result.ok)
      await this.#dialogs.tellProblem(
        shellTexts[this.#preferences.language].backupFailed,
        result.error.message,
      );
  }

  async #showFolder(): Promise<void> {
    const trouble = await shell.openPath(this.#workspaces.folder(this.#workspaces.kind));
    if (trouble !== '') log(`folder: ${trouble}`);
  }

  #onHidden(): void {
    if (this.#preferences.closeExplained) return;
    this.#keep({ closeExplained: true });
    void this.#dialogs.explainClose().then((choice) => {
      if (choice === 'quit') app.quit();
    });
  }

  #onQuit(event: { preventDefault(): void }): void {
    if (this.#quitting === 'stopped') return;
    event.preventDefault();
    if (this.#quitting === 'stopping') return;
    this.#quitting = 'stopping';
    this.#window.letClose();
    this.#window.current?.hide();
    this.#presence.end();
    void this.#leavePage()
      .then(() => this.#host.stop())
      .finally(() => {
        this.#quitting = 'stopped';
        this.#tray?.remove();
        app.quit();
      });
  }

  /** Lets the page keep what is being written, for as long as that may take at most. */
  #leavePage(): Promise<void> {
    const window = this.#window.current;
    if (window === null || window.webContents.isLoading() || !this.#host.running) return Promise.resolve();
    return new Promise((resolve) => {
      this.#left = resolve;
      setTimeout(resolve, LEAVING_MILLIS);
      tellWindow(window, 'app.leaving', {});
    });
  }
}
