import { connectors } from '../connectors/index.ts';
import type { Clock, Log, Ports } from '../ports.ts';
import { createHttp } from './http.ts';
import { createConsent, type OpenPage } from './consent.ts';
import { createImages } from './images.ts';
import { createJudge } from './judge.ts';
import { createSockets } from './sockets.ts';
import { createVault, noKeyring, type Keyring } from './vault.ts';

const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => {
      clearTimeout(timer);
    };
  },
};

/** One JSON line each on standard error; nothing of a collected text and no secret is ever logged. */
const stderrLog: Log = {
  info: () => undefined,
  warn(message, details) {
    process.stderr.write(`${JSON.stringify({ level: 'warn', message, ...details })}\n`);
  },
};

export interface NodePortsOptions {
  version: string;
  modelsFolder: string;
  /** The workspace folder. */
  folder: string;
  /** The operating system's keyring; without it secrets last for the session. */
  keyring?: Keyring;
  /** Opens a page in the person's browser; without it its address is printed. */
  openPage?: OpenPage;
}

const printPage: OpenPage = (url) => {
  process.stderr.write(`Open this page in a browser on this machine:\n${url}\n`);
  return Promise.resolve(true);
};

/** The real ports of a machine with Node. */
export function createNodePorts(options: NodePortsOptions): Ports {
  const http = createHttp({ version: options.version });
  const sockets = createSockets({ version: options.version });
  const judge = createJudge(options.modelsFolder, (message) => {
    stderrLog.warn(message);
  });
  const images = createImages();
  return {
    clock: systemClock,
    random: Math.random,
    http,
    sockets,
    connectors,
    vault: createVault(options.folder, options.keyring ?? noKeyring),
    consent: createConsent(options.openPage ?? printPage),
    judge,
    images,
    log: stderrLog,
    async close() {
      await Promise.all([http.close(), sockets.close(), judge.close(), images.close()]);
    },
  };
}
