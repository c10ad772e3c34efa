import { fold } from '../text/fold.ts';
import { wordsOf } from '../text/words.ts';
import { globMatcher } from './glob.ts';
import type {
  CompareNode,
  CompareOp,
  DateNode,
  FieldNode,
  QueryErrorCode,
  QueryItem,
  TextField,
} from './types.ts';

/**
 * The fields of the language, in one table each. To add one: a row here, its name in types.ts, and a line in
 * the README. Parser, printer, colouring, suggestions and matcher read these tables.
 */
type Trouble = { code: QueryErrorCode; params: Record<string, string | number> };
type ItemTest = (item: QueryItem) => boolean;

interface TextFieldRule {
  options?: readonly string[];
  /** Returns the value in the form that is kept, or undefined when it cannot mean anything. */
  tidy?: (value: string) => string;
  test: (value: string) => ItemTest;
}

const needsLetters = (value: string): string => (wordsOf(fold(value)).length > 0 ? value : '');

const TEXT_FIELDS: Record<TextField, TextFieldRule> = {
  author: { tidy: needsLetters, test: (value) => wordsIn(value, (item) => item.author) },
  source: { tidy: needsLetters, test: (value) => wordsIn(value, (item) => item.source) },
  site: { tidy: tidyHost, test: onSite },
  url: {
    test: (value) => {
      const wanted = value.toLowerCase();
      return (item) => item.url.toLowerCase().includes(wanted);
    },
  },
  lang: {
    tidy: (value) => (/^[a-z]{2,3}(-[a-z0-9]+)*$/i.test(value) ? value.toLowerCase() : ''),
    test: (value) => (item) => {
      const language = item.language?.toLowerCase();
      return language !== undefined && (language === value || language.startsWith(`${value}-`));
    },
  },
  kind: {
    options: ['news', 'social', 'forum', 'review'],
    test: (value) => (item) => item.kind === value,
  },
  has: {
    options: ['link', 'media'],
    test: (value) => (item) => (value === 'link' ? item.hasLink : item.hasMedia),
  },
};

const NUMBER_FIELDS: Record<
  CompareNode['field'],
  { max: number; example: string; read: (item: QueryItem) => number | null }
> = {
  followers: { max: 1e12, example: '>1000', read: (item) => item.followers },
  rating: { max: 5, example: '<=2', read: (item) => item.rating },
};

const COMPARE: Record<CompareOp, (a: number, b: number) => boolean> = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '=': (a, b) => a === b,
  '>=': (a, b) => a >= b,
  '>': (a, b) => a > b,
};

const KINDS: ReadonlyMap<string, 'text' | 'number' | 'date' | 'raw'> = new Map([
  ['raw', 'raw'],
  ...Object.keys(TEXT_FIELDS).map((name) => [name, 'text'] as const),
  ...Object.keys(NUMBER_FIELDS).map((name) => [name, 'number'] as const),
  ['before', 'date'],
  ['after', 'date'],
]);

/** Names of all fields, for completion in the editor. */
export const FIELD_NAMES: readonly string[] = [...KINDS.keys()];

export function fieldNamed(name: string): 'text' | 'number' | 'date' | 'raw' | undefined {
  return KINDS.get(name);
}

/** Reads the value of `name:value`; `name` is known and lower case. */
export function readField(name: string, value: string): FieldNode | CompareNode | DateNode | Trouble {
  if (name === 'before' || name === 'after') {
    const day = readDay(value);
    if (day === undefined) return { code: 'bad-date', params: { field: name, value } };
    return { type: 'date', field: name, day };
  }
  if (isNumberField(name)) {
    const match = /^(<=|>=|<|>|=)?(.*)$/s.exec(value);
    return readComparison(name, match?.[1] ?? '=', match?.[2] ?? '');
  }
  const field = name as TextField;
  const rule = TEXT_FIELDS[field];
  if (rule.options) {
    const lower = value.toLowerCase();
    if (rule.options.includes(lower)) return { type: 'field', field, value: lower };
    return { code: 'bad-value', params: { field: `${name}:`, value, options: rule.options.join(', ') } };
  }
  const tidy = rule.tidy ? rule.tidy(value) : value;
  if (tidy === '') {
    const options = name === 'lang' ? 'en, ro, de, fr, …' : 'letters, digits, a name';
    return { code: 'bad-value', params: { field: `${name}:`, value, options } };
  }
  return { type: 'field', field, value: tidy };
}

/** Reads `followers>1000`, `rating<=2`; thousands may be written `10k`, millions `2m`. */
export function readComparison(name: string, operator: string, digits: string): CompareNode | Trouble {
  if (!isNumberField(name)) return { code: 'missing-value', params: { field: `${name}:` } };
  const rule = NUMBER_FIELDS[name];
  const match = /^(\d{1,15}(?:\.\d{1,6})?)([km])?$/i.exec(digits);
  const scale = { k: 1000, m: 1_000_000 }[(match?.[2] ?? '').toLowerCase()] ?? 1;
  const value = match ? Math.round(Number(match[1]) * scale * 1e6) / 1e6 : Number.NaN;
  if (!(value <= rule.max))
    return { code: 'bad-number', params: { field: name, max: rule.max, example: rule.example } };
  return { type: 'compare', field: name, op: operator as CompareOp, value };
}

function isNumberField(name: string): name is CompareNode['field'] {
  return Object.hasOwn(NUMBER_FIELDS, name);
}

/** `2026`, `2026-03`, `2026-03-09` and `9.3.2026`, as YYYY-MM-DD. */
function readDay(value: string): string | undefined {
  const iso = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(value);
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(value);
  const [year, month, day] = iso
    ? [Number(iso[1]), Number(iso[2] ?? 1), Number(iso[3] ?? 1)]
    : [Number(dotted?.[3]), Number(dotted?.[2]), Number(dotted?.[1])];
  const time = Date.UTC(year, month - 1, day);
  if (Number.isNaN(time) || year < 1000) return undefined;
  const date = new Date(time);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return date.toISOString().slice(0, 10);
}

/** A host name: no scheme, no `www.`, no path, no port, no `*.`; '' when nothing is left. */
function tidyHost(value: string): string {
  const host = value
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/[/?#].*$/s, '')
    .replace(/^(?:\*\.|www\.)+/, '')
    .replace(/:\d+$/, '')
    .trim();
  if (host !== value) return tidyHost(host);
  return /[\p{L}\p{N}]/u.test(host) ? host : '';
}

/** With a dot: this host and those under it. Without: any host with this name in it (`booking`). */
function onSite(value: string): ItemTest {
  const host = tidyHost(value);
  if (!host.includes('.')) return (item) => item.site.toLowerCase().split('.').includes(host);
  const under = `.${host}`;
  return (item) => {
    const site = item.site.toLowerCase();
    return site === host || site.endsWith(under);
  };
}

function wordsIn(value: string, read: (item: QueryItem) => string): ItemTest {
  const glob = globMatcher(value);
  return (item) => glob.test(fold(read(item)));
}

export function compileField(node: FieldNode | CompareNode | DateNode): ItemTest {
  if (node.type === 'field') return TEXT_FIELDS[node.field].test(node.value);
  if (node.type === 'date') {
    const day = Date.parse(`${node.day}T00:00:00Z`);
    return node.field === 'before' ? (item) => item.publishedAt < day : (item) => item.publishedAt >= day;
  }
  const { read } = NUMBER_FIELDS[node.field];
  const compare = COMPARE[node.op];
  return (item) => {
    const value = read(item);
    return value !== null && compare(value, node.value);
  };
}

/** The field a mistyped name was probably meant to be, as it is written; all of them when none resembles it. */
export function nearestField(name: string): string {
  if (name === 'http' || name === 'https') return 'url:';
  const distances = FIELD_NAMES.map((field) => editDistance(name.slice(0, 20), field));
  const least = Math.min(...distances);
  const alike = FIELD_NAMES.filter((_, i) => least <= 2 && distances[i] === least);
  return (alike.length === 1 ? alike : FIELD_NAMES)
    .map((field) => (isNumberField(field) ? `${field}${NUMBER_FIELDS[field].example}` : `${field}:`))
    .join(', ');
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++) {
      const change = (row[j] ?? 0) + (a[i] === b[j] ? 0 : 1);
      next.push(Math.min(change, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
