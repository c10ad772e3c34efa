import Store from 'electron-store';
import { z } from 'zod';
import { Language, ThemeChoice, WorkspaceKind } from '#shared/contract/app.ts';

export const Bounds = z.object({
  x: z.number().int().nullable(),
  y: z.number().int().nullable(),
  width: z.number().int(),
  height: z.number().int(),
  maximized: z.boolean(),
});
export type Bounds = z.infer<typeof Bounds>;

const shape = {
  theme: ThemeChoice,
  language: Language,
  density: z.enum(['comfortable', 'compact']),
  workspace: WorkspaceKind,
  bounds: Bounds,
  /** Whether the user was told that closing the window does not stop collecting. */
  closeExplained: z.boolean(),
};
const Preferences = z.object(shape);
export type Preferences = z.infer<typeof Preferences>;

/** Where preferences lie; the file in the data folder, or a plain object in tests. */
export interface PreferenceStore {
  get(key: string): unknown;
  set(key: string, value: unknown): void;
}

export function defaultPreferences(systemLanguages: readonly string[]): Preferences {
  return {
    theme: 'system',
    language: systemLanguages[0]?.toLowerCase().startsWith('ro') === true ? 'ro' : 'en',
    density: 'comfortable',
    workspace: 'own',
    bounds: { x: null, y: null, width: 1440, height: 900, maximized: false },
    closeExplained: false,
  };
}

/** Reads what is stored, part by part: a part that does not fit becomes its default, the rest stays. */
export function readPreferences(store: PreferenceStore, defaults: Preferences): Preferences {
  const read = <K extends keyof Preferences>(key: K): Preferences[K] => {
    const parsed = shape[key].safeParse(store.get(key));
    return parsed.success ? (parsed.data as Preferences[K]) : defaults[key];
  };
  return {
    theme: read('theme'),
    language: read('language'),
    density: read('density'),
    workspace: read('workspace'),
    bounds: read('bounds'),
    closeExplained: read('closeExplained'),
  };
}

/** `preferences.json` in `folder`, written whole each time; a file that is no JSON is started anew. */
export function openPreferenceFile(folder: string): PreferenceStore {
  const store = new Store<Record<string, unknown>>({
    name: 'preferences',
    cwd: folder,
    clearInvalidConfig: true,
    accessPropertiesByDotNotation: false,
  });
  return { get: (key) => store.get(key), set: (key, value) => store.set(key, value) };
}
