import { Parser } from 'htmlparser2';
import { cleanLine, httpAddress } from '#engine/connectors/kit/index.ts';

export interface OpmlFeed {
  title: string;
  url: string;
  /** Names of the folders it is in, outermost first. */
  folders: string[];
}

const MOST_FEEDS = 10_000;
const MOST_FOLDERS = 10;

/**
 * Reads the feeds of an OPML file, at any nesting, each address once. Nothing in the file is fetched or expanded
 * (document types and entities are ignored), and broken markup loses only the outlines it breaks. Outlines with
 * an address that is not http(s) are answered in `refused`. Null when the text is no OPML at all.
 */
export function parseOpml(text: string): { feeds: OpmlFeed[]; refused: string[] } | null {
  const feeds = new Map<string, OpmlFeed>();
  const refused: string[] = [];
  const path: string[] = [];
  let depth = 0;
  let isOpml = false;
  const parser = new Parser(
    {
      onopentag(rawName, rawAttributes) {
        const name = rawName.toLowerCase();
        if (name === 'opml') isOpml = true;
        if (name !== 'outline' || !isOpml) return;
        depth += 1;
        const attributes = lowerKeys(rawAttributes);
        const title = cleanLine(attributes['title'] ?? attributes['text'] ?? '', 200);
        const address =
          attributes['xmlurl'] ?? (attributes['type'] === 'rss' ? attributes['url'] : undefined);
        if (depth <= MOST_FOLDERS) path.push(title);
        if (address === undefined) return;
        const url = httpAddress(address.replace(/^feed:\/\//i, 'https://'));
        if (url === '' || feeds.size >= MOST_FEEDS) {
          if (refused.length < 1000) refused.push(cleanLine(address, 300));
        } else if (!feeds.has(url)) {
          const folders = path.slice(0, depth - 1).filter((folder) => folder !== '');
          feeds.set(url, { title, url, folders });
        }
      },
      onclosetag(rawName) {
        if (rawName.toLowerCase() !== 'outline' || depth === 0) return;
        if (depth <= MOST_FOLDERS) path.pop();
        depth -= 1;
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(text.slice(0, 20_000_000));
  parser.end();
  return isOpml ? { feeds: [...feeds.values()], refused } : null;
}

/** Writes feeds as OPML 2.0, grouped by their first folder; `now` (UTC milliseconds) dates the file. */
export function writeOpml(feeds: readonly OpmlFeed[], now: number): string {
  const groups = new Map<string, OpmlFeed[]>();
  for (const feed of feeds) {
    const folder = feed.folders[0] ?? '';
    groups.set(folder, [...(groups.get(folder) ?? []), feed]);
  }
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    `  <head><title>Earshot sources</title><dateCreated>${new Date(now).toUTCString()}</dateCreated></head>`,
    '  <body>',
  ];
  for (const [folder, members] of groups) {
    const indent = folder === '' ? '    ' : '      ';
    if (folder !== '') lines.push(`    <outline text="${escapeXml(folder)}">`);
    for (const { title, url } of members) {
      const name = escapeXml(title);
      lines.push(`${indent}<outline type="rss" text="${name}" title="${name}" xmlUrl="${escapeXml(url)}"/>`);
    }
    if (folder !== '') lines.push('    </outline>');
  }
  return [...lines, '  </body>', '</opml>', ''].join('\n');
}

function lowerKeys(attributes: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key.toLowerCase(), value]));
}

function escapeXml(text: string): string {
  return cleanLine(text, 4000)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}
