import { describe, expect, it } from 'vitest';

import { connectors } from '#engine/connectors/index.ts';
import englishErrors from '#renderer/app/i18n/en/errors.json' with { type: 'json' };
import englishNetworks from '#renderer/app/i18n/en/networks.json' with { type: 'json' };
import romanianErrors from '#renderer/app/i18n/ro/errors.json' with { type: 'json' };
import romanianNetworks from '#renderer/app/i18n/ro/networks.json' with { type: 'json' };
import { readSources } from '#tests/helpers/architecture.ts';
import { errorCodes } from '#tests/helpers/codes.ts';
import {
  checkForms,
  checkUse,
  compareKeys,
  compareLanguages,
  flatten,
  manifestTexts,
} from '#tests/helpers/i18n.ts';

const en = { inbox: { title: 'Inbox', count_one: '{{count}} mention', count_other: '{{count}} mentions' } };
const ro = {
  inbox: {
    title: 'Mesaje',
    count_one: 'o mențiune',
    count_few: '{{count}} mențiuni',
    count_other: '{{count}} de mențiuni',
  },
};

describe('the check of translations', () => {
  it('accepts each language with its own plural forms', () => {
    expect(compareLanguages(en, ro, 'ro')).toEqual([]);
    expect(checkForms(en, 'en')).toEqual([]);
    expect(checkForms(ro, 'ro')).toEqual([]);
  });

  it('finds a key that one language lacks', () => {
    expect(compareLanguages({ ...en, more: 'More' }, ro, 'ro')).toEqual(['ro lacks more']);
    expect(compareLanguages(en, { ...ro, more: 'Mai mult' }, 'ro')).toEqual(['ro alone has more']);
  });

  it('finds a missing, an unknown and an empty plural form', () => {
    expect(checkForms(en, 'ro')).toEqual(['ro lacks inbox.count_few']);
    expect(checkForms(ro, 'en')).toEqual(['en never uses inbox.count_few']);
    expect(checkForms({ a: ' ' }, 'en')).toEqual(['en: a is empty']);
  });

  it('finds a placeholder or a tag that differs', () => {
    expect(compareLanguages({ a: 'Hi {{name}}' }, { a: 'Salut {{nume}}' }, 'ro')).toHaveLength(1);
    expect(compareLanguages({ a: 'A <b>word</b>' }, { a: 'Un cuvânt' }, 'ro')).toHaveLength(1);
    expect(compareLanguages({ a: '{{n, number}} of {{m}}' }, { a: '{{m}}: {{n}}' }, 'ro')).toEqual([]);
  });

  it('finds a used key that does not exist and an existing key that is not used', () => {
    const use = (text: string): string[] => checkUse(en, [{ path: 'a.tsx', text }]);
    expect(use(`t('inbox.title'); t("inbox.count", { count })`)).toEqual([]);
    expect(use(`t('inbox.title'); t('inbox.count'); t('inbox.gone')`)).toHaveLength(1);
    expect(use(`t('inbox.title')`)).toEqual(['inbox.count is used nowhere']);
    expect(use('t(`inbox.${key}`)')).toEqual([]);
    expect(use(`const keys = ['inbox.title', 'inbox.count']`)).toEqual([]);
  });
});

describe('what networks say of themselves', () => {
  const texts = Object.fromEntries([...connectors.values()].map((one) => [one.id, manifestTexts(one)]));
  const wanted = flatten(texts);

  it('stands in English as their manifests say it', () => {
    const changed = [...flatten(englishNetworks)].filter(([key, text]) => wanted.get(key) !== text);
    expect(changed.map(([key]) => `networks.${key} differs from the manifest`)).toEqual([]);
  });

  it.each([
    ['en', englishNetworks],
    ['ro', romanianNetworks],
  ] as const)('is there in %s', (language, own) => {
    expect(compareKeys(wanted.keys(), flatten(own).keys(), `${language} networks`)).toEqual([]);
  });
});

describe('the reasons that networks, accounts and the outbox give', () => {
  const files = readSources(process.cwd()).filter(
    ({ path }) => path.startsWith('src/main/') && !path.endsWith('.test.ts'),
  );
  const found = files.map(errorCodes);

  it('are each known by their code', () => {
    expect(found.flatMap(({ untold }) => untold)).toEqual([]);
  });

  it.each([
    ['en', englishErrors],
    ['ro', romanianErrors],
  ] as const)('all have words in %s', (language, { health }) => {
    const codes = found.flatMap((file) => [...file.codes]);
    expect(compareKeys(codes, Object.keys(health), `${language} errors.health`)).toEqual([]);
  });

  it('are found whichever way a code is written', () => {
    const codesIn = (text: string) => {
      const { codes, untold } = errorCodes({ path: 'connectors/a.ts', text });
      return [...codes, ...untold];
    };
    expect(codesIn(`new ConnectorError('gone', 'post-gone', 'Gone.')`)).toEqual(['post-gone']);
    expect(codesIn(`new ConnectorError('gone', isPage ? 'page' : 'broken', '')`)).toEqual(['page', 'broken']);
    expect(codesIn(`const OLD = 'old'; new ConnectorError('reauth', OLD, '')`)).toEqual(['old']);
    expect(
      codesIn(`type Why = 'a' | 'b'; const f = (why: Why) => new ConnectorError('gone', why, '')`),
    ).toEqual(['a', 'b']);
    expect(codesIn(`const { code } = error; throw new ConnectorError('gone', code, '')`)).toEqual([]);
    expect(
      codesIn(`const GONE = { code: 'it-left', message }; new ConnectorError('gone', GONE.code, '')`),
    ).toEqual(['it-left']);
    expect(codesIn('new ConnectorError("gone", `http-${status}`, "")')).toContain('http-5xx');
    expect(codesIn(`new EarshotError('invalid', '', { details: { field, code: 'missing' } })`)).toEqual([
      'missing',
    ]);
    expect(codesIn(`\n\nnew ConnectorError('gone', whatever(), '')`)).toEqual(['connectors/a.ts:3']);
  });
});
