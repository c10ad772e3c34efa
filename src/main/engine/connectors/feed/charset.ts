import iconv from 'iconv-lite';

/** Languages whose old web pages used windows-1250 rather than windows-1252. */
const CENTRAL_EUROPEAN =
  /<language>\s*(?:ro|pl|cs|sk|hu|sl|hr|bs|sq)\b|\b(?:xml:)?lang=["'](?:ro|pl|cs|sk|hu|sl|hr|bs|sq)\b/i;

/**
 * The text of a feed or page in whatever encoding it came: byte order mark, then proof (valid UTF-8 with
 * non-ASCII characters is UTF-8 whatever a header claims), then the HTTP charset, the XML declaration or a meta
 * tag, then a guess by language. Undecodable bytes become U+FFFD; never throws.
 */
export function decodeBytes(bytes: Uint8Array, contentType: string): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const marked = byMark(buffer);
  if (marked !== null) return marked;
  const utf8 = buffer.toString('utf8');
  const { broken, foreign } = tally(utf8);
  if (broken === 0 && foreign > 0) return utf8;
  const declared = declaredCharset(buffer, contentType);
  if (declared !== null && !isUtf8(declared)) return iconv.decode(buffer, declared);
  // A few broken bytes in real UTF-8 stay broken bytes; mostly broken means it never was UTF-8.
  if (broken === 0 || broken <= foreign) return utf8;
  const head = buffer.subarray(0, 4096).toString('latin1');
  return iconv.decode(buffer, CENTRAL_EUROPEAN.test(head) ? 'windows-1250' : 'windows-1252');
}

function byMark(buffer: Buffer): string | null {
  const [a, b, c] = buffer;
  if (a === 0xef && b === 0xbb && c === 0xbf) return buffer.toString('utf8', 3);
  if (a === 0xff && b === 0xfe) return iconv.decode(buffer, 'utf-16le');
  if (a === 0xfe && b === 0xff) return iconv.decode(buffer, 'utf-16be');
  // No mark, but every other byte of the first tag is zero.
  if (a === 0x3c && b === 0) return iconv.decode(buffer, 'utf-16le');
  if (a === 0 && b === 0x3c) return iconv.decode(buffer, 'utf-16be');
  return null;
}

function declaredCharset(buffer: Buffer, contentType: string): string | null {
  const head = buffer.subarray(0, 4096).toString('latin1');
  const names = [
    /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType)?.[1],
    /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)["']/i.exec(head)?.[1],
    /<meta[^>]{0,200}?charset\s*=\s*["']?([\w.:-]+)/i.exec(head)?.[1],
  ];
  const known = names.find((name) => name !== undefined && iconv.encodingExists(name));
  if (known === undefined) return null;
  // Browsers read Latin-1 as its superset; so does everyone who declares it.
  return /^(?:iso-?8859-?1|latin-?1|us-ascii|ascii)$/i.test(known) ? 'windows-1252' : known;
}

function isUtf8(name: string): boolean {
  return /^utf-?8$/i.test(name);
}

function tally(text: string): { broken: number; foreign: number } {
  let broken = 0;
  let foreign = 0;
  for (const run of text.match(/\P{ASCII}/gu) ?? []) {
    if (run === '\ufffd') broken += 1;
    else foreign += 1;
  }
  return { broken, foreign };
}
