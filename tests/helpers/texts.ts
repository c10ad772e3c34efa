import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const FOLDER = join(import.meta.dirname, '..', '..', 'src', 'renderer', 'app', 'i18n');

/** The window's own texts by key (`welcome.start`), so that a test says what it means, in any language. */
export function texts(language: 'en' | 'ro'): (key: string) => string {
  const areas: Record<string, unknown> = {};
  for (const file of readdirSync(join(FOLDER, language)))
    areas[basename(file, '.json')] = JSON.parse(readFileSync(join(FOLDER, language, file), 'utf8'));
  return (key) => {
    let found: unknown = areas;
    for (const part of key.split('.'))
      found =
        typeof found === 'object' && found !== null ? (found as Record<string, unknown>)[part] : undefined;
    if (typeof found !== 'string') throw new Error(`no text ${key} in ${language}`);
    return found;
  };
}
