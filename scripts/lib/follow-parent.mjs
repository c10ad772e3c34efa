// For a command that writes to disk: when the one that started it is killed outright, no signal comes, and it
// must not go on for ever. Preloaded into the engine's process and imported by the script that starts it.
// Windows ends the whole console group by itself.
import { readFileSync } from 'node:fs';

/** The process and, on Linux, its parent where npm put a shell in between; what changes when one is killed. */
function starters() {
  const parent = process.ppid;
  try {
    // "pid (name) state parent …"
    const [, name, above] = /\((.*)\) \S (\d+)/.exec(readFileSync(`/proc/${parent}/stat`, 'utf8')) ?? [];
    return /^(da|ba)?sh$/.test(name ?? '') && process.env.npm_lifecycle_event
      ? `${parent} ${above}`
      : String(parent);
  } catch {
    return String(parent);
  }
}

/** Asks this process to end as soon as whoever started it is gone. */
export function followParent() {
  if (process.platform === 'win32') return;
  const first = starters();
  setInterval(() => {
    if (starters() === first) return;
    process.kill(process.pid, 'SIGTERM');
    // For a program that does not listen.
    setTimeout(() => process.exit(143), 5000).unref();
  }, 1000).unref();
}
