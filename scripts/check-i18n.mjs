// Every language has the same texts, and every text is used; the rules are in tests/helpers/i18n.ts.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { root } from './lib/paths.mjs';
import { checkForms, checkUse, compareLanguages } from '../tests/helpers/i18n.ts';

const folder = join(root, 'src', 'renderer', 'app', 'i18n');
const languages = existsSync(folder) ? readdirSync(folder).filter((name) => /^[a-z]{2}$/.test(name)) : [];
const texts = new Map(languages.map((language) => [language, areasOf(language)]));
const english = texts.get('en');

/** A language is a folder with a file for each area; the file's name is the first part of its keys. */
function areasOf(language) {
  const files = readdirSync(join(folder, language)).filter((name) => name.endsWith('.json'));
  return Object.fromEntries(
    files.map((name) => [
      name.replace('.json', ''),
      JSON.parse(readFileSync(join(folder, language, name), 'utf8')),
    ]),
  );
}

function sources() {
  const isSource = (name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name);
  return ['renderer', 'shared'].flatMap((part) => {
    const names = readdirSync(join(root, 'src', part), { recursive: true, encoding: 'utf8' }).filter(
      isSource,
    );
    return names.map((name) => ({
      path: `src/${part}/${name}`,
      text: readFileSync(join(root, 'src', part, name), 'utf8'),
    }));
  });
}

const complaints = english
  ? [
      ...[...texts].flatMap(([language, own]) => checkForms(own, language)),
      ...[...texts].flatMap(([language, own]) => compareLanguages(english, own, language)),
      ...checkUse(english, sources()),
    ]
  : ['src/renderer/app/i18n/en is missing'];
for (const complaint of complaints) process.stdout.write(`${complaint}\n`);
process.exitCode = complaints.length === 0 ? 0 : 1;
