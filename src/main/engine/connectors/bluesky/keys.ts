const LETTERS = '234567abcdefghijklmnopqrstuvwxyz';

/**
 * A record key (TID: 53 bits of microseconds, 10 of a clock's id, in sortable base 32) that an action's key alone
 * decides, so that every attempt writes the same record.
 * @param key a UUIDv7: its time becomes the key's time
 * @param part 0 for the first post of a thread, then 1, 2, …
 */
export function recordKey(key: string, part = 0): string {
  const bits = BigInt(`0x${key.replaceAll('-', '')}`);
  const millis = bits >> 80n;
  const random = bits & 0x3fff_ffff_ffff_ffffn;
  const micros = millis * 1000n + (random % 900n) + BigInt(part);
  let value = (micros << 10n) | ((random >> 20n) & 0x3ffn);
  let text = '';
  for (let at = 0; at < 13; at += 1) {
    text = (LETTERS[Number(value & 31n)] ?? '') + text;
    value >>= 5n;
  }
  return text;
}
