import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where the desktop app keeps the own workspace on this system. */
export function defaultFolder(): string {
  const home = homedir();
  const base =
    process.platform === 'win32'
      ? (process.env['APPDATA'] ?? join(home, 'AppData', 'Roaming'))
      : process.platform === 'darwin'
        ? join(home, 'Library', 'Application Support')
        : (process.env['XDG_CONFIG_HOME'] ?? join(home, '.config'));
  return join(base, 'Earshot', 'workspace');
}
