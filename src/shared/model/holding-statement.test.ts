import { expect, it } from 'vitest';
import { holdingStatement, openBlanks, StatementLanguage } from './holding-statement.ts';

it.each(StatementLanguage.options)(
  '%s names the brand and leaves a time and a contact to fill in',
  (language) => {
    const text = holdingStatement(language, 'Hotel Miramar');
    expect(text).toContain('Hotel Miramar');
    expect(openBlanks(text)).toHaveLength(2);
    // Short enough to be posted as it is on most networks and read in one go.
    expect(text.length).toBeLessThan(420);
  },
);

it('is another text in each language', () => {
  const texts = StatementLanguage.options.map((language) => holdingStatement(language, 'X'));
  expect(new Set(texts).size).toBe(texts.length);
});

it('has no blanks left once they are filled in', () => {
  expect(openBlanks('The next update comes at 18:00 (see [link).')).toEqual([]);
});
