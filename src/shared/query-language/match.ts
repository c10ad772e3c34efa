import { fold, foldWithMap } from '../text/fold.ts';
import { compileField } from './fields.ts';
import { globMatcher } from './glob.ts';
import { nearMatcher } from './near.ts';
import { rawFinder } from './raw.ts';
import type { Matcher, QueryItem, QueryNode, TextRange } from './types.ts';

/** An item whose texts are folded when first asked for. */
class Subject {
  readonly item: QueryItem;
  #title: string | undefined;
  #text: string | undefined;

  constructor(item: QueryItem) {
    this.item = item;
  }

  get title(): string {
    this.#title ??= this.item.foldedTitle ?? fold(this.item.title);
    return this.#title;
  }

  get text(): string {
    this.#text ??= this.item.foldedText ?? fold(this.item.text);
    return this.#text;
  }
}

interface Compiled {
  test: (subject: Subject) => boolean;
  /** Cheap tests first within AND and OR; the order never changes the answer. */
  cost: number;
}

/** Finds occurrences in a text: offsets into the folded text, or into the text itself (`raw`). */
interface Finder {
  raw: boolean;
  find: (text: string) => TextRange[];
}

/** Compiles a query once; `test` then costs a microsecond or a few per item. */
export function compile(node: QueryNode): Matcher {
  const { test } = compileNode(node);
  const finders: Finder[] = [];
  collectFinders(node, true, finders);
  return {
    test: (item) => test(new Subject(item)),
    ranges: (text) => findRanges(finders, text),
  };
}

function compileNode(node: QueryNode): Compiled {
  switch (node.type) {
    case 'word':
    case 'phrase': {
      const glob = globMatcher(node.text);
      return { cost: 2, test: (subject) => glob.test(subject.text) || glob.test(subject.title) };
    }
    case 'raw': {
      const find = rawFinder(node.text);
      return {
        cost: 2,
        test: ({ item }) => find(item.text, 0) !== undefined || find(item.title, 0) !== undefined,
      };
    }
    case 'near': {
      const near = nearMatcher(node);
      return { cost: 8, test: (subject) => near.test(subject.text) || near.test(subject.title) };
    }
    case 'field':
    case 'compare':
    case 'date': {
      const testItem = compileField(node);
      return { cost: 1, test: (subject) => testItem(subject.item) };
    }
    case 'not': {
      const child = compileNode(node.child);
      return { cost: child.cost, test: (subject) => !child.test(subject) };
    }
    case 'and':
    case 'or': {
      const children = node.children.map(compileNode).sort((a, b) => a.cost - b.cost);
      const tests = children.map((child) => child.test);
      const cost = children.reduce((sum, child) => sum + child.cost, 0);
      return node.type === 'and'
        ? { cost, test: (subject) => tests.every((test) => test(subject)) }
        : { cost, test: (subject) => tests.some((test) => test(subject)) };
    }
  }
}

function collectFinders(node: QueryNode, positive: boolean, into: Finder[]): void {
  if (node.type === 'not') collectFinders(node.child, !positive, into);
  else if (node.type === 'and' || node.type === 'or') {
    for (const child of node.children) collectFinders(child, positive, into);
  } else if (!positive) return;
  else if (node.type === 'word' || node.type === 'phrase')
    into.push({ raw: false, find: globMatcher(node.text).find });
  else if (node.type === 'near') into.push({ raw: false, find: nearMatcher(node).find });
  else if (node.type === 'raw') {
    const next = rawFinder(node.text);
    into.push({
      raw: true,
      find: (text) => {
        const found: TextRange[] = [];
        for (let hit = next(text, 0); hit !== undefined; hit = next(text, hit.end)) found.push(hit);
        return found;
      },
    });
  }
}

let lastFolded = { text: '', map: foldWithMap('') };

/** The queries of a brand are asked about one text in a row; folding it once is most of the work saved. */
function foldOnce(text: string): ReturnType<typeof foldWithMap> {
  if (lastFolded.text !== text) lastFolded = { text, map: foldWithMap(text) };
  return lastFolded.map;
}

function findRanges(finders: readonly Finder[], text: string): TextRange[] {
  const { folded, starts, ends } = foldOnce(text);
  const found: TextRange[] = [];
  for (const { raw, find } of finders) {
    for (const { start, end } of find(raw ? text : folded)) {
      found.push(raw ? { start, end } : { start: starts[start] ?? 0, end: ends[end - 1] ?? text.length });
    }
  }
  found.sort((a, b) => a.start - b.start || a.end - b.end);
  const merged: TextRange[] = [];
  for (const range of found) {
    const last = merged.at(-1);
    if (last && range.start < last.end) last.end = Math.max(last.end, range.end);
    else merged.push(range);
  }
  return merged;
}
