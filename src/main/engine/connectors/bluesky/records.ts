import { createHash } from 'node:crypto';
import { z } from 'zod';
import { ConnectorError, readable } from '#engine/connectors/kit/index.ts';
import { Created, type StrongRef } from './lexicon.ts';
import { isRejected, type Session } from './session.ts';

const ALPHABET = '234567abcdefghijklmnopqrstuvwxyz';
/** Records made of a key that says no time lie in here: a day in 2023, in microseconds. */
const SOME_DAY = 1_700_000_000_000_000n;
const DAY = 86_400_000_000n;
const UUID_V7 = /^([0-9a-f]{8})-([0-9a-f]{4})-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/**
 * The record key of an action's n-th part: the same for the same key and part, so that one action can never become two
 * records, however often it is sent. It is a TID as the network wants them: 53 bits of microseconds and 10 bits more, in
 * 13 characters. The milliseconds are those of the key where it is a UUIDv7; all else is taken from its digest.
 */
export function recordKey(key: string, part = 0): string {
  const digest = createHash('sha256').update(`${key}\u0000${part}`).digest();
  const random = digest.readBigUInt64BE(0);
  const match = UUID_V7.exec(key);
  const micros =
    match === null
      ? SOME_DAY + (random % DAY)
      : BigInt(`0x${match[1] ?? ''}${match[2] ?? ''}`) * 1000n + (random % 1000n);
  return tid(micros, digest.readBigUInt64BE(8) % 1024n);
}

/** The record key of something there can be one of for each subject: what it says of time is the subject's. */
export function keyBeside(rkey: string, seed: string): string {
  const digest = createHash('sha256').update(seed).digest();
  return tid(
    microsOf(rkey) ?? SOME_DAY + (digest.readBigUInt64BE(0) % DAY),
    digest.readBigUInt64BE(8) % 1024n,
  );
}

/** The smallest record key of the millisecond that a record key says; null where it says no time. */
export function beginningOf(rkey: string): string | null {
  const micros = microsOf(rkey);
  return micros === null ? null : tid((micros / 1000n) * 1000n, 0n);
}

function tid(micros: bigint, clock: bigint): string {
  let rest = ((micros & ((1n << 53n) - 1n)) << 10n) | clock;
  let text = '';
  for (let place = 0; place < 13; place += 1) {
    text = (ALPHABET[Number(rest & 31n)] ?? '') + text;
    rest >>= 5n;
  }
  return text;
}

/** The time in a record key, in microseconds; null where it is none. */
export function microsOf(rkey: string): bigint | null {
  if (!/^[234567abcdefghij][234567a-z]{12}$/.test(rkey)) return null;
  let value = 0n;
  for (const letter of rkey) value = (value << 5n) | BigInt(ALPHABET.indexOf(letter));
  return value >> 10n;
}

const Found = z.object({
  uri: Created.shape.uri,
  cid: Created.shape.cid.nullish(),
  value: z.unknown().optional(),
});

/** An own record; null where there is none. */
export async function findRecord(
  session: Session,
  collection: string,
  rkey: string,
): Promise<(StrongRef & { value: unknown }) | null> {
  try {
    const { value } = await session.call(Found, {
      name: 'com.atproto.repo.getRecord',
      query: { repo: session.did, collection, rkey },
      what: 'your post',
    });
    return { uri: value.uri, cid: value.cid ?? '', value: value.value };
  } catch (error) {
    if (isRejected(error, 'RecordNotFound')) return null;
    throw error;
  }
}

const Listed = z.object({ records: z.array(z.unknown()) });

/** Own records whose keys come after `after`, in the order of their keys; at most 100. */
export async function recordsAfter(
  session: Session,
  collection: string,
  after: string,
): Promise<{ uri: string; value: unknown }[]> {
  const { value } = await session.call(Listed, {
    name: 'com.atproto.repo.listRecords',
    query: { repo: session.did, collection, cursor: after, reverse: true, limit: 100 },
    what: 'your posts',
  });
  return readable(Found, value.records).map((record) => ({ uri: record.uri, value: record.value }));
}

/** Makes a record, or finds that an earlier attempt has made it. */
export async function createOnce(
  session: Session,
  collection: string,
  rkey: string,
  record: Readonly<Record<string, unknown>>,
): Promise<StrongRef> {
  try {
    const { value } = await session.call(Created, {
      method: 'POST',
      name: 'com.atproto.repo.createRecord',
      json: { repo: session.did, collection, rkey, record: { $type: collection, ...record } },
      what: 'your post',
    });
    return value;
  } catch (error) {
    // A second record under the same key is refused, and by no two servers in the same words: looking is surer.
    if (!(error instanceof ConnectorError) || !/^(?:http-5|rejected|http-409)/.test(error.code)) throw error;
    const there = await findRecord(session, collection, rkey);
    if (there === null) throw error;
    return there;
  }
}

/** Deletes an own record; one that is not there counts as deleted. */
export async function deleteRecord(session: Session, collection: string, rkey: string): Promise<void> {
  await session.call(z.unknown(), {
    method: 'POST',
    name: 'com.atproto.repo.deleteRecord',
    json: { repo: session.did, collection, rkey },
    what: 'your post',
  });
}
