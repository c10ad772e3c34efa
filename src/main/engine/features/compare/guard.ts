import type { Caution } from '#shared/contract/compare.ts';
import { parse, type QueryNode } from '#shared/query-language/index.ts';
import type { WorkspaceView } from '../../context.ts';
import type { ReadHandle } from '../../storage/handles.ts';
import { dayName } from '../../storage/zone.ts';
import type { ComparedKey, Span } from './span.ts';
import { newestOf } from './voices.ts';

/** A language or connector is missing only where a brand as large as this would have shown it so many times. */
const EXPECTED = 5;
/** Newest mentions whose languages are looked at: enough to tell a tenth from none. */
const LANGUAGE_SAMPLE = 300;
/** What a brand has less of than this share says nothing about how it is collected. */
const GOOD_PART = 0.1;

/**
 * What makes the brands hard to compare: other languages, queries, kinds of query, connectors or time, as TrendKite
 * asks for "the same for all brands, or say what differs". Empty when nothing is known against it.
 */
export function cautionsFor(
  read: ReadHandle,
  view: WorkspaceView,
  brands: { compared: readonly ComparedKey[]; left: readonly ComparedKey[] },
  span: Span,
): Caution[] {
  const { compared, left } = brands;
  if (compared.length < 2) return [];
  const queries = new Map(compared.map((brand) => [brand.id, queriesOf(read, brand.id)]));
  const queriesIn = (brand: ComparedKey) => queries.get(brand.id) ?? [];
  const asking = compared.filter((brand) => queriesIn(brand).length > 0);
  const ids = (some: readonly ComparedKey[]): string[] => some.map(({ id }) => id);
  const cautions: Caution[] = [];

  const silent = compared.filter((brand) => !asking.includes(brand));
  if (silent.length > 0) cautions.push({ code: 'no-query', brandIds: ids(silent) });
  const matching = compared.filter((brand) => brand.matching);
  if (matching.length > 0) cautions.push({ code: 'matching', brandIds: ids(matching) });
  cautions.push(...young(view, compared, span));
  const archived = left.filter((brand) => heard(read, brand, span));
  if (archived.length > 0) {
    const names = archived.map(({ name }) => name);
    cautions.push({ code: 'archived', brandIds: ids(archived), names });
  }
  cautions.push(...filters(asking, queriesIn));
  for (const { values, ...who } of missing(asking, (brand) => kindsOf(queriesIn(brand)))) {
    cautions.push({ code: 'kinds', kinds: values, ...who });
  }
  for (const { values, ...who } of missing(asking, (brand) => languagesOf(read, view, brand, span))) {
    cautions.push({ code: 'languages', languages: values, ...who });
  }
  for (const { values, ...who } of missing(asking, (brand) => connectorsOf(read, view, brand, span))) {
    cautions.push({ code: 'connectors', connectors: values, ...who });
  }
  const paused = read
    .all<{ name: string }>('SELECT name FROM source WHERE paused = 1 AND archived_at IS NULL ORDER BY name')
    .map(({ name }) => name);
  if (paused.length > 0) cautions.push({ code: 'paused', brandIds: ids(compared), sources: paused });
  return cautions;
}

interface StoredQuery {
  kind: string;
  text: string;
}
const queriesOf = (read: ReadHandle, brandId: string): StoredQuery[] =>
  read.all('SELECT kind, text FROM query WHERE brand_id = ? ORDER BY id', [brandId]);

function young(view: WorkspaceView, compared: readonly ComparedKey[], span: Span): Caution[] {
  const groups = new Map<string, Extract<Caution, { code: 'young' }>>();
  for (const brand of compared) {
    const since = view.zone.day(brand.createdAt);
    if (since <= span.beforeFrom) continue;
    const part = since > span.from ? 'now' : 'before';
    const known = groups.get(`${part} ${since}`);
    if (known) known.brandIds.push(brand.id);
    else {
      groups.set(`${part} ${since}`, {
        code: 'young',
        brandIds: [brand.id],
        since: dayName(since),
        span: part,
      });
    }
  }
  return [...groups.values()];
}

function heard(read: ReadHandle, brand: ComparedKey, span: Span): boolean {
  const row = read.get<{ n: number | null }>(
    'SELECT sum(negative + neutral + positive + undefined) AS n FROM mention_day WHERE brand = ? AND day BETWEEN ? AND ?',
    [brand.key, span.beforeFrom, span.to],
  );
  return (row?.n ?? 0) > 0;
}

/** What each query narrows by field, as it is written; `-` where it leaves out. */
function filters(
  brands: readonly ComparedKey[],
  queriesIn: (brand: ComparedKey) => readonly StoredQuery[],
): Caution[] {
  const uses = brands.map((brand) => queriesIn(brand).flatMap(({ text }) => fieldsIn(text)));
  const fields = new Set(uses.flat().map(({ field }) => field));
  return [...fields].sort().flatMap((field): Caution[] => {
    const sets = uses.map((of) =>
      [...new Set(of.filter((use) => use.field === field).map(({ written }) => written))].sort(),
    );
    const same = sets.every((set) => set.join(' ') === sets[0]?.join(' '));
    if (same) return [];
    const having = (has: boolean): string[] =>
      brands.filter((_, index) => (sets[index]?.length ?? 0) > 0 === has).map(({ id }) => id);
    return [
      {
        code: 'filters',
        field,
        brandIds: having(true),
        without: having(false),
        values: [...new Set(sets.flat())].slice(0, 8),
      },
    ];
  });
}

interface FieldUse {
  field: string;
  written: string;
}

/** The fields a query uses. One that no longer parses uses none: the Brands screen says what is wrong with it. */
function fieldsIn(text: string): FieldUse[] {
  const parsed = parse(text);
  return parsed.ok ? usesOf(parsed.query, '') : [];
}

function usesOf(node: QueryNode, sign: '' | '-'): FieldUse[] {
  switch (node.type) {
    case 'and':
    case 'or':
      return node.children.flatMap((child) => usesOf(child, sign));
    case 'not':
      return usesOf(node.child, sign === '' ? '-' : '');
    case 'field':
      return [{ field: node.field, written: `${sign}${node.field}:${node.value}` }];
    case 'compare':
      return [{ field: node.field, written: `${sign}${node.field}${node.op}${node.value}` }];
    case 'date':
      return [{ field: node.field, written: `${sign}${node.field}:${node.day}` }];
    case 'word':
    case 'phrase':
    case 'raw':
    case 'near':
      return [];
  }
}

/** How often a brand has each value; `total` is what they are a part of. */
interface Spread {
  total: number;
  counts: Map<string, number>;
}

/** A kind of query is there or not, however few mentions it finds. */
const kindsOf = (queries: readonly StoredQuery[]): Spread => ({
  total: Number.POSITIVE_INFINITY,
  counts: new Map(queries.map(({ kind }) => [kind, Number.POSITIVE_INFINITY])),
});

function languagesOf(read: ReadHandle, view: WorkspaceView, brand: ComparedKey, span: Span): Spread {
  const { sql, parameters } = newestOf('m.language', view, brand.key, span, LANGUAGE_SAMPLE);
  const rows = read.all<{ language: number; n: number }>(
    `SELECT language, count(*) AS n FROM (${sql}) GROUP BY language`,
    parameters,
  );
  return spread(rows.map(({ language, n }) => [view.languages.id(read, language), n] as const)).without(
    'und',
  );
}

function connectorsOf(read: ReadHandle, view: WorkspaceView, brand: ComparedKey, span: Span): Spread {
  const rows = read.all<{ connector: number; n: number }>(
    `SELECT connector, sum(negative + neutral + positive + undefined) AS n FROM mention_day
     WHERE brand = ? AND day BETWEEN ? AND ? GROUP BY connector`,
    [brand.key, span.from, span.to],
  );
  return spread(rows.map(({ connector, n }) => [view.connectors.id(read, connector), n] as const));
}

function spread(pairs: readonly (readonly [string, number])[]): Spread & { without(value: string): Spread } {
  const counts = new Map(pairs);
  const of = (kept: Map<string, number>): Spread => ({
    counts: kept,
    total: [...kept.values()].reduce((sum, n) => sum + n, 0),
  });
  return {
    ...of(counts),
    without: (value) => of(new Map([...counts].filter(([name]) => name !== value))),
  };
}

/**
 * Values that make up a good part of one brand and none of another that is large enough to have shown them; values
 * with the same haves and have-nots are one.
 */
function missing(
  brands: readonly ComparedKey[],
  spreadOf: (brand: ComparedKey) => Spread,
): { brandIds: string[]; without: string[]; values: string[] }[] {
  const spreads = brands.map((brand) => ({ id: brand.id, ...spreadOf(brand) }));
  const groups = new Map<string, { brandIds: string[]; without: string[]; values: string[] }>();
  for (const value of new Set(spreads.flatMap(({ counts }) => [...counts.keys()]))) {
    const partIn = ({ counts, total }: Spread): number => {
      const n = counts.get(value) ?? 0;
      return n === Number.POSITIVE_INFINITY ? 1 : total > 0 ? n / total : 0;
    };
    const part = Math.max(...spreads.map(partIn));
    const brandIds = spreads.filter((one) => partIn(one) >= GOOD_PART).map(({ id }) => id);
    const without = spreads
      .filter(({ counts, total }) => !counts.has(value) && total * part >= EXPECTED)
      .map(({ id }) => id);
    if (brandIds.length === 0 || without.length === 0) continue;
    const key = `${brandIds.join()} ${without.join()}`;
    const known = groups.get(key);
    if (known) known.values.push(value);
    else groups.set(key, { brandIds, without, values: [value] });
  }
  return [...groups.values()].map((group) => ({ ...group, values: group.values.toSorted() }));
}
