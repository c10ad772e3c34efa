import { fold } from '../text/fold.ts';
import { wordsOf } from '../text/words.ts';
import { parse } from './parse.ts';
import { print } from './print.ts';
import type { QueryNode } from './types.ts';

export interface ProposalExtras {
  /** Other names, former names, usual misspellings. */
  aliases?: readonly string[];
  /** Words of namesakes to leave out (`cinema` for a hotel that shares its name with one). */
  exclude?: readonly string[];
  /** Own host, whose pages are not mentions. */
  ownSite?: string;
}

/**
 * A first query for a brand name: the name, in quotes when it has several words, its form without spaces, and
 * the hashtag. Short names in capitals (`IHG`) are looked for exactly. Returns '' when no name has a letter;
 * everything else it returns can be parsed.
 */
export function proposeQuery(brandName: string, extras: ProposalExtras = {}): string {
  const wanted = [brandName, ...(extras.aliases ?? [])].flatMap(formsOf);
  if (wanted.length === 0) return '';
  const unwanted = (extras.exclude ?? []).flatMap((name) => quoted(name) ?? []);
  if (extras.ownSite !== undefined && parse(`site:${extras.ownSite}`).ok)
    unwanted.push(`site:${extras.ownSite}`);
  const names = [...new Set(wanted)].join(' OR ');
  const text = [unwanted.length > 0 ? `(${names})` : names, ...unwanted.map((part) => `-${part}`)].join(' ');
  const result = parse(text);
  return result.ok ? print(result.query) : names;
}

function formsOf(name: string): string[] {
  const clean = tidy(name);
  const words = wordsOf(fold(clean));
  if (words.length === 0) return [];
  if (/^\p{Lu}{2,4}$/u.test(clean))
    return [print({ type: 'raw', text: clean }), print({ type: 'raw', text: `#${clean.toLowerCase()}` })];
  const joined = clean.replaceAll(/[^\p{L}\p{M}\p{N}\p{Co}]/gu, '');
  const forms = [quoted(clean) ?? `#${joined}`];
  if (words.length > 1 && joined !== clean) forms.push(joined);
  return [...forms, `#${joined}`].filter((form) => parse(form).ok);
}

/** The name as it can stand in a query: bare when it reads as one plain word, else in quotes. */
function quoted(name: string): string | undefined {
  const clean = tidy(name);
  const bare = parse(clean);
  const single = bare.ok && bare.query.type === 'word' && wordsOf(fold(clean)).length === 1;
  const node: QueryNode = { type: single ? 'word' : 'phrase', text: clean };
  const written = print(node);
  return parse(written).ok ? written : undefined;
}

/** Quotes and wildcards have a meaning in queries, not in names. */
function tidy(name: string): string {
  return name
    .slice(0, 200)
    .replaceAll(/["„“”‟»«*?]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
