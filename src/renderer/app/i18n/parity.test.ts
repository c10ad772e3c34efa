import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const plural = /_(zero|one|two|few|many|other)$/;
const folder = new URL('.', import.meta.url);

function flatten(value: unknown, path: string, into: Map<string, string>): Map<string, string> {
  if (typeof value === 'string') into.set(path, value);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value))
      flatten(inner, path === '' ? key : `${path}.${key}`, into);
  }
  return into;
}

function textsOf(language: string): Map<string, string> {
  const texts = new Map<string, string>();
  for (const file of readdirSync(new URL(`${language}/`, folder))) {
    const parsed: unknown = JSON.parse(readFileSync(new URL(`${language}/${file}`, folder), 'utf8'));
    flatten(parsed, file.replace(/\.json$/, ''), texts);
  }
  return texts;
}

/** Texts with their plural forms taken together: base key → forms. */
function grouped(texts: ReadonlyMap<string, string>): Map<string, Set<string>> {
  const groups = new Map<string, Set<string>>();
  for (const key of texts.keys()) {
    const form = plural.exec(key)?.[1] ?? '';
    const base = key.replace(plural, '');
    groups.set(base, (groups.get(base) ?? new Set()).add(form));
  }
  return groups;
}

const placeholders = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1] ?? ''))].toSorted();

const english = textsOf('en');
const romanian = textsOf('ro');

it('has the same texts in both languages', () => {
  expect([...grouped(romanian).keys()].toSorted()).toEqual([...grouped(english).keys()].toSorted());
});

it.each([
  ['en', english],
  ['ro', romanian],
] as const)('%s has every plural form its language needs', (language, texts) => {
  const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  for (const [base, forms] of grouped(texts)) {
    if (!forms.has('')) expect([base, [...forms].toSorted()]).toEqual([base, needed.toSorted()]);
  }
});

it('uses the same placeholders', () => {
  for (const [key, text] of romanian) {
    const other = english.get(key) ?? english.get(key.replace(plural, '_other'));
    const found = placeholders(text).filter((name) => name !== 'count');
    const wanted = placeholders(other ?? '').filter((name) => name !== 'count');
    // A singular may say "one" without the number.
    if (!key.endsWith('_one')) expect([key, found]).toEqual([key, wanted]);
    expect([key, found.filter((name) => !wanted.includes(name))]).toEqual([key, []]);
  }
});

it('writes Romanian with commas below, never cedillas, and leaves no text empty', () => {
  for (const [key, text] of [...english, ...romanian]) {
    expect([key, text.trim() !== '']).toEqual([key, true]);
    expect([key, /[şţŞŢ]/.test(text)]).toEqual([key, false]);
    expect([key, text.includes('!')]).toEqual([key, false]);
  }
});
