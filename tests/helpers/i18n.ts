import type { ConnectorManifest, SettingField } from '#shared/model/connector.ts';

/** Texts of one language, nested as in its file. */
export interface Texts {
  [key: string]: string | Texts;
}

/** What the window has to say of a connector, in its manifest's own English, nested as in `networks.json`. */
export function manifestTexts(manifest: ConnectorManifest): Texts {
  const numbered = (name: string, sentences: readonly string[]): Texts =>
    Object.fromEntries(sentences.map((sentence, index) => [`${name}${index + 1}`, sentence]));
  const asked = (name: 'account' | 'source', fields: readonly SettingField[]): Texts =>
    fields.length === 0
      ? {}
      : { [name]: Object.fromEntries(fields.map((field) => [field.key, fieldTexts(field)])) };
  return {
    about: manifest.about,
    ...asked('account', manifest.accountFields),
    ...asked('source', manifest.fields),
    ...numbered('step', manifest.accountSteps),
    ...numbered('cannot', manifest.cannot),
  };
}

function fieldTexts({ label, help, choices }: SettingField): Texts {
  const named = choices.map((choice) => [choice.value || 'none', choice.label] as const);
  return {
    label,
    ...(help === '' ? {} : { help }),
    ...(named.length === 0 ? {} : { choices: Object.fromEntries(named) }),
  };
}

/** Complaints about the texts of one kind, by their keys: those that are missing, and those that nothing asks for. */
export function compareKeys(wanted: Iterable<string>, found: Iterable<string>, where: string): string[] {
  const [asked, there] = [new Set(wanted), new Set(found)];
  return [
    ...[...asked].filter((key) => !there.has(key)).map((key) => `${where} lacks ${key}`),
    ...[...there].filter((key) => !asked.has(key)).map((key) => `${where}.${key} is asked for nowhere`),
  ];
}

/** Plural forms by the language's own rules; `zero` may always be given beside them. */
const FORM = /_(zero|one|two|few|many|other)$/;

/** The keys of nested texts, joined by dots. */
export function flatten(texts: Texts, prefix = ''): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(texts)) {
    if (typeof value === 'string') flat.set(prefix + key, value);
    else for (const [inner, text] of flatten(value, `${prefix}${key}.`)) flat.set(inner, text);
  }
  return flat;
}

/** A text without its plural form: `count_one` and `count_other` are both `count`. */
function baseOf(key: string, flat: Map<string, string>): string {
  const base = key.replace(FORM, '');
  return base !== key && flat.has(`${base}_other`) ? base : key;
}

/** What every language must have: the texts by base, each with its forms ('' when it has none). */
function group(flat: Map<string, string>): Map<string, Map<string, string>> {
  const groups = new Map<string, Map<string, string>>();
  for (const [key, text] of flat) {
    const base = baseOf(key, flat);
    const forms = groups.get(base) ?? new Map<string, string>();
    forms.set(base === key ? '' : key.slice(base.length + 1), text);
    groups.set(base, forms);
  }
  return groups;
}

/** Complaints about one language compared with the first, English. */
export function compareLanguages(english: Texts, other: Texts, language: string): string[] {
  const wanted = group(flatten(english));
  const found = group(flatten(other));
  const missing = [...wanted.keys()]
    .filter((key) => !found.has(key))
    .map((key) => `${language} lacks ${key}`);
  const extra = [...found.keys()]
    .filter((key) => !wanted.has(key))
    .map((key) => `${language} alone has ${key}`);
  const different = [...wanted].flatMap(([key, forms]) => {
    const theirs = found.get(key);
    if (!theirs) return [];
    if (forms.has('') !== theirs.has('')) return [`${key} has plural forms in one language only`];
    const a = marks(forms);
    const b = marks(theirs);
    return a === b ? [] : [`${key} has the marks ${b || 'none'} in ${language}, ${a || 'none'} in English`];
  });
  return [...missing, ...extra, ...different];
}

/** Complaints about a language by itself: empty texts, plural forms that it lacks or does not know. */
export function checkForms(texts: Texts, language: string): string[] {
  const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  return [...group(flatten(texts))].flatMap(([key, forms]) => {
    const empty = [...forms.values()].some((text) => text.trim() === '')
      ? [`${language}: ${key} is empty`]
      : [];
    if (forms.has('')) return empty;
    const lacks = needed.filter((form) => !forms.has(form));
    const unknown = [...forms.keys()].filter(
      (form) => form !== 'zero' && !needed.some((one) => one === form),
    );
    return [
      ...empty,
      ...lacks.map((form) => `${language} lacks ${key}_${form}`),
      ...unknown.map((form) => `${language} never uses ${key}_${form}`),
    ];
  });
}

/** The placeholders and tags of a text in all its forms, sorted. */
function marks(forms: Map<string, string>): string {
  const all = [...forms.values()].flatMap((text) => [
    ...[...text.matchAll(/\{\{-?\s*([\w.]+)[^}]*\}\}/g)].map((match) => `{{${match[1] ?? ''}}}`),
    ...[...text.matchAll(/<\/?([\w-]+)\s*\/?>/g)].map((match) => `<${match[1] ?? ''}>`),
  ]);
  return [...new Set(all)].sort().join(' ');
}

/**
 * Complaints about how sources use the texts: a literal key of `t(…)` or `i18nKey` that does not exist, and
 * a text that no source names. A template such as `errors.${code}` names every key that fits it.
 */
export function checkUse(texts: Texts, sources: { path: string; text: string }[]): string[] {
  const keys = new Set(group(flatten(texts)).keys());
  const unknown = sources.flatMap(({ path, text }) =>
    [...text.matchAll(/(?:\bt\(\s*|\bi18nKey=\{?)(['"])([^'"\n]+)\1/g)]
      .map((match) => match[2] ?? '')
      .filter((key) => !keys.has(key))
      .map((key) => `${path} uses ${key}, which does not exist`),
  );
  const named = namedIn(sources.map(({ text }) => text).join('\n'));
  const unused = [...keys].filter((key) => !named(key)).map((key) => `${key} is used nowhere`);
  return [...unknown, ...unused];
}

function namedIn(text: string): (key: string) => boolean {
  const literals = new Set([...text.matchAll(/(['"`])([\w.:-]+)\1/g)].map((match) => match[2]));
  const templates = [...text.matchAll(/`([\w.-]+\.[\w.-]*\$\{[^`]*)`/g)].map((match) =>
    asPattern(match[1] ?? ''),
  );
  return (key) => literals.has(key) || templates.some((pattern) => pattern.test(key));
}

function asPattern(template: string): RegExp {
  const fixed = template
    .split(/\$\{[^}]*\}/)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`^${fixed.join('.+')}$`);
}
