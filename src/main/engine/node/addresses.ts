import { lookup } from 'node:dns';
import type { LookupAddress, LookupOptions } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { ConnectorError } from '#engine/connectors/kit/index.ts';

export type Reach = 'public' | 'local';
export type Resolve = (host: string) => Promise<LookupAddress[]>;
export type ReachOf = (address: string) => Reach;

/** Whether an IP address is one of the open internet, or of this machine, its network or a reserved range. */
export function reachOfAddress(address: string): Reach {
  if (!ipaddr.isValid(address)) return 'local';
  const parsed = ipaddr.process(address);
  const range = parsed.range();
  if (range === 'rfc6052') {
    // NAT64: the IPv4 address that is really meant stands in the last four bytes.
    return reachOfAddress(parsed.toByteArray().slice(-4).join('.'));
  }
  return range === 'unicast' ? 'public' : 'local';
}

/** The reach of a URL's host when it can be told without a look-up: IP addresses and localhost; else null. */
export function reachOfHost(hostname: string, reachOf: ReachOf = reachOfAddress): Reach | null {
  const host = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  if (ipaddr.isValid(host)) return reachOf(host);
  return /(?:^|\.)localhost$/i.test(host) ? 'local' : null;
}

/** Every address the system's resolver gives for a name. Rejects with the resolver's error. */
export const resolveHost: Resolve = (host) =>
  new Promise((resolve, reject) => {
    lookup(host, { all: true }, (error, addresses) => (error ? reject(error) : resolve(addresses)));
  });

/** The reach of a name after a look-up: local when any of its addresses is. */
export async function lookUpReach(hostname: string, resolve: Resolve, reachOf: ReachOf): Promise<Reach> {
  const known = reachOfHost(hostname, reachOf);
  if (known !== null) return known;
  const addresses = await resolve(hostname);
  return addresses.some(({ address }) => reachOf(address) === 'local') ? 'local' : 'public';
}

export function privateAddress(host: string): ConnectorError {
  return new ConnectorError(
    'refused',
    'private-address',
    `${host} is on this computer or its local network, which this source may not reach. If you trust it, allow the local network for this source.`,
    { params: { host } },
  );
}

/**
 * A look-up for sockets that only lets addresses of one reach through. It runs when the connection is made, so a
 * name that answered with a public address before and with a private one now is refused.
 */
export function guardedLookup(
  reach: Reach,
  resolve: Resolve,
  reachOf: ReachOf = reachOfAddress,
): LookupFunction {
  return (hostname, options: LookupOptions, callback) => {
    const wanted = options.family === 4 || options.family === 6 ? options.family : 0;
    resolve(hostname).then(
      (found) => {
        const addresses = found.filter(
          ({ address, family }) => reachOf(address) === reach && (wanted === 0 || family === wanted),
        );
        const [first] = addresses;
        if (first === undefined) callback(privateAddress(hostname), '', 0);
        else if (options.all === true) callback(null, addresses);
        else callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, '', 0),
    );
  };
}

/** How names are looked up, and what counts as public. */
export interface Names {
  resolve: Resolve;
  reachOf: ReachOf;
}

/** @throws ConnectorError `refused` for a host that is not on the list; `.example.org` allows any subdomain */
export function checkAllowed(host: string, allowed: readonly string[] | 'any'): void {
  if (allowed === 'any') return;
  if (allowed.some((one) => host === one || (one.startsWith('.') && host.endsWith(one)))) return;
  throw new ConnectorError(
    'refused',
    'host-not-allowed',
    `This source may not contact ${host}. Nothing was sent there.`,
    { params: { host } },
  );
}

/** Which network a first request to a host may use. @throws ConnectorError `private-address` */
export async function reachAllowed(host: string, allowLocal: boolean, names: Names): Promise<Reach> {
  if (allowLocal) return lookUpReach(host, names.resolve, names.reachOf);
  if (reachOfHost(host, names.reachOf) === 'local') throw privateAddress(host);
  return 'public';
}
