import { spawn } from 'node:child_process';

import { ensureDesktopPackages, hasDisplay } from './debian.mjs';
import { say, Stop } from './print.mjs';

/**
 * Gives windows a place to appear. Where there is no display (Linux without X or Wayland) an invisible one is
 * started and its name put into DISPLAY of this process. `stop` ends it, and so does the end of this process.
 */
export async function startDisplay() {
  await ensureDesktopPackages();
  if (hasDisplay()) return { stop: () => undefined };
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const name = `:${await displayNumber(server)}`;
  process.env.DISPLAY = name;
  say(`No display here: using an invisible one (Xvfb ${name}).`);
  const stop = () => {
    process.off('exit', stop);
    if (process.env.DISPLAY === name) delete process.env.DISPLAY;
    server.kill();
  };
  process.on('exit', stop);
  server.unref();
  server.stdio[3].unref();
  return { stop };
}

/** Xvfb picks a free number itself and writes it to its fourth descriptor. */
function displayNumber(server) {
  return new Promise((resolve, reject) => {
    let text = '';
    server.stdio[3].setEncoding('utf8').on('data', (part) => {
      text += part;
      if (text.includes('\n')) resolve(text.trim());
    });
    const fail = () =>
      reject(new Stop('The invisible display (Xvfb) did not start: run `Xvfb :99` to see why.'));
    server.once('error', fail);
    server.once('exit', fail);
  });
}
