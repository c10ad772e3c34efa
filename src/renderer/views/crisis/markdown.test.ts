import { expect, it } from 'vitest';
import { asText, toMarkdown } from './markdown.ts';

it('puts a post-mortem together and leaves out what is empty', () => {
  const text = toMarkdown({
    heading: 'Crisis of Miramar',
    period: 'From 10:00 to 12:00',
    facts: [
      ['Duration', '2 hours'],
      ['Mentions', '12'],
    ],
    sections: [
      { title: 'First voices', lines: ['Ana, 10:02'] },
      { title: 'Loudest voices', lines: [] },
    ],
    statement: { title: 'Holding statement', text: 'We are on it.\n\nMore at 18:00.' },
  });
  expect(text).toBe(`# Crisis of Miramar

From 10:00 to 12:00

- **Duration:** 2 hours
- **Mentions:** 12

## First voices

- Ana, 10:02

## Holding statement

> We are on it.
>
> More at 18:00.
`);
});

it('keeps collected text from becoming markup', () => {
  expect(asText('[click](https://x.example) <b>\n# big')).toBe(
    '\\[click\\](https://x.example) \\<b\\> \\# big',
  );
});
