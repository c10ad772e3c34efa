import { afterAll, expect } from 'vitest';

/**
 * Refuses every connection and every look-up of a name that would leave this machine, and writes down each
 * attempt: into `globalThis.networkAttempts`, and a line a time into `file` where one is given.
 * It uses nothing from outside itself, so that its text can be run in another thread or process.
 */
export function guardNetwork(file: string | null): string[] {
  const store = globalThis as unknown as { networkAttempts?: string[] };
  if (store.networkAttempts !== undefined) return store.networkAttempts;
  const attempts: string[] = [];
  store.networkAttempts = attempts;
  const fs = process.getBuiltinModule('node:fs');
  const net = process.getBuiltinModule('node:net');
  const dns = process.getBuiltinModule('node:dns');
  const note = (what: string): Error => {
    attempts.push(what);
    if (file !== null) fs.appendFileSync(file, `${what}\n`);
    return Object.assign(new Error(`refused in tests: ${what}`), { code: 'ECONNREFUSED' });
  };
  const isLocal = (host: string): boolean =>
    /^(127\.|0\.0\.0\.0$|::1?$|::ffff:127\.|localhost\.?$)|\.localhost\.?$/i.test(host);

  const connect = net.Socket.prototype.connect;
  net.Socket.prototype.connect = function (this: InstanceType<typeof net.Socket>, ...args: unknown[]) {
    const first: unknown = Array.isArray(args[0]) ? (args[0] as unknown[])[0] : args[0];
    const options =
      typeof first === 'object' && first !== null
        ? (first as { host?: unknown; path?: unknown; lookup?: unknown })
        : null;
    const named = options === null ? args[1] : options.host;
    const host = typeof named === 'string' && named !== '' ? named : 'localhost';
    const isPath = options === null ? Number.isNaN(Number(first)) : typeof options.path === 'string';
    const go = (): InstanceType<typeof net.Socket> =>
      (connect as (...args: unknown[]) => InstanceType<typeof net.Socket>).apply(this, args);
    if (isPath || isLocal(host)) return go();
    if (options !== null && typeof options.lookup === 'function' && net.isIP(host) === 0) {
      // A resolver of the caller's own: what counts is the address it gives, not the name.
      const resolve = options.lookup as (...args: unknown[]) => void;
      options.lookup = (name: unknown, how: unknown, done: (...answer: unknown[]) => void): void =>
        resolve(name, how, (error: unknown, found: unknown, family: unknown) => {
          if (error) {
            done(error);
            return;
          }
          const addresses = Array.isArray(found)
            ? found.map((one: { address?: unknown }) => one.address)
            : [found];
          const outside = addresses.find((address) => typeof address === 'string' && !isLocal(address));
          if (typeof outside === 'string') done(note(`connect ${outside}`));
          else done(null, found, family);
        });
      return go();
    }
    const error = note(`connect ${host}`);
    process.nextTick(() => this.destroy(error));
    return this;
  };

  for (const owner of [dns, dns.promises] as unknown as Record<string, unknown>[])
    for (const name of Object.keys(owner)) {
      const real = owner[name];
      if (!/^(lookup|resolve)/.test(name) || typeof real !== 'function') continue;
      owner[name] = (...args: unknown[]): unknown => {
        const host = String(args[0]);
        if (isLocal(host) || net.isIP(host) !== 0) return Reflect.apply(real, owner, args);
        const error = note(`${name} ${host}`);
        const answer = args.at(-1);
        if (typeof answer !== 'function') return Promise.reject(error);
        process.nextTick(() => Reflect.apply(answer, undefined, [error]));
        return undefined;
      };
    }
  process.getBuiltinModule('node:module').syncBuiltinESMExports();
  return attempts;
}

/** What was attempted so far in this test file; forgets it. */
export function takeAttempts(): string[] {
  return guardNetwork(null).splice(0);
}

// As a set-up file of vitest: no test of the file may have tried to leave the machine.
guardNetwork(null);
afterAll(() => {
  expect(takeAttempts(), 'attempts to leave this machine').toEqual([]);
});
