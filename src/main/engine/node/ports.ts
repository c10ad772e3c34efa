import type { Clock, Log, Ports } from '../ports.ts';
import { createHttp } from './http.ts';
import { createJudge } from './judge.ts';

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

/** The real ports of a machine with Node. */
export function createNodePorts(options: { version: string; modelsFolder: string }): Ports {
  const http = createHttp({ version: options.version });
  const judge = createJudge(options.modelsFolder, (message) => {
    stderrLog.warn(message);
  });
  return {
    clock: systemClock,
    random: Math.random,
    http,
    judge,
    log: stderrLog,
    async close() {
      await Promise.all([http.close(), judge.close()]);
    },
  };
}
