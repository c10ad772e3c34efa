import { describe, expect, it } from 'vitest';

import { checkForms, checkUse, compareLanguages } from '#tests/helpers/i18n.ts';

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
