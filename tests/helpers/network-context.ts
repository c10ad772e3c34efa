import type { CollectContext, NetworkContext } from '#engine/connectors/kit/index.ts';

/** What a connector's function gets, with nothing behind it but what a test hands in. */
export function networkContext(
  parts: Partial<NetworkContext> & Pick<NetworkContext, 'http'>,
): NetworkContext {
  return {
    sockets: {
      // oxlint-disable-next-line require-yield -- a network without live streams
      async *listen() {
        await Promise.resolve();
        throw new Error('this test has no sockets');
      },
    },
    signal: new AbortController().signal,
    now: () => Date.now(),
    random: () => 0.5,
    allowLocalNetwork: true,
    log: () => undefined,
    spend: () => undefined,
    ...parts,
  };
}

/** The same for collecting, without an account. */
export function collectContext<Settings>(
  parts: Partial<NetworkContext> & Pick<NetworkContext, 'http'> & { settings: Settings },
): CollectContext<Settings> {
  return { through: null, ...networkContext(parts), settings: parts.settings };
}
