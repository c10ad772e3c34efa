/** Entries asked for at once; the most that servers give. */
export const PAGE = 40;

/**
 * The address behind a `Link` header's relation (RFC 8288), or null. Never throws; what is inside quotes or angle
 * brackets does not end an entry.
 */
export function linkOf(header: string | undefined, relation: string): string | null {
  for (const [, address = '', parameters = ''] of (header ?? '').matchAll(
    /<([^>]*)>((?:\s*;\s*[^\s=;,"]+\s*(?:=\s*(?:"[^"]*"|[^\s;,"]*))?)*)/g,
  )) {
    const named = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,"]+))/i.exec(parameters);
    const relations = (named?.[1] ?? named?.[2] ?? '').toLowerCase().split(/\s+/);
    if (relations.includes(relation)) return address;
  }
  return null;
}

/**
 * Where the next, older page begins: what the `Link` header says, else the last entry's own number; null where the list
 * ends. Only the parameter is taken out of the link: its address may lead anywhere.
 */
export function olderThan(
  headers: Readonly<Record<string, string>>,
  entries: readonly { order: string }[],
): string | null {
  const header = headers['link'];
  if (header === undefined) return entries.at(-1)?.order ?? null;
  const next = linkOf(header, 'next');
  if (next === null || !URL.canParse(next, 'https://server.invalid')) return null;
  return new URL(next, 'https://server.invalid').searchParams.get('max_id');
}
