import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RawItem } from '#shared/model/item.ts';
import { cleanText, clip, htmlToText, httpAddress, parseDate, parseRetryAfter, rawItem } from './index.ts';

// oxlint-disable-next-line no-control-regex -- these are what must not come through
const HIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/;

describe('htmlToText', () => {
  it.each([
    ['<p>One</p><p>Two</p>', 'One\n\nTwo'],
    ['a<br>b<br/>c', 'a\nb\nc'],
    ['5 &lt; 6 &amp; 7 &#x26; &eacute;', '5 < 6 & 7 & é'],
    ['<script>alert(1)</script>x<style>p{}</style>', 'x'],
    ['<scr<script>ipt>alert(1)</script>x', 'ipt>alert(1)x'],
    ['<div style="display: none">secret</div>shown', 'shown'],
    ['<img style="display:none" src=x>shown', 'shown'],
    ['a\u202eb\u200bc\u0000d', 'abcd'],
    ['&#8238;x&#0;', 'x\ufffd'],
    ['<ul><li>a<li>b</ul>', 'a\nb'],
    ['<svg><text>x</text></svg>y', 'y'],
    ['<!-- no --><b>yes', 'yes'],
    ['<pre>a\n  b</pre>', 'a\nb'],
    ['👩\u200d👩\u200d👧 ok', '👩\u200d👩\u200d👧 ok'],
    ['a\u200db', 'ab'],
    ['', ''],
  ])('%j gives %j', (html, text) => {
    expect(htmlToText(html)).toBe(text);
  });

  it('gives clean, bounded text for anything', () => {
    const soup = fc
      .array(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.constantFrom(
            '<p>',
            '</p>',
            '<script>',
            '</script>',
            '<!--',
            '-->',
            '<![CDATA[',
            '&lt;',
            '&#x202e;',
            '<',
            '>',
            '<td',
            '"',
          ),
        ),
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(soup, fc.integer({ min: 1, max: 50 }), (html, max) => {
        const text = htmlToText(html, max);
        expect(text.length).toBeLessThanOrEqual(max);
        expect(text).not.toMatch(HIDDEN);
        expect(text).toBe(text.trim());
        expect(cleanText(text, max)).toBe(text);
      }),
    );
  });

  it('gives back the words of escaped text', () => {
    const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(htmlToText(escape(text))).toBe(cleanText(text.replace(/\s+/g, ' ')));
      }),
    );
  });

  it('survives hostile sizes', () => {
    expect(htmlToText('<div>'.repeat(200_000) + 'x')).toBe('x');
    expect(htmlToText('<'.repeat(1_000_000)).length).toBeLessThanOrEqual(200_000);
    expect(htmlToText(`<p ${'a=b '.repeat(200_000)}>x`)).toBe('x');
  });
});

it('clips without cutting a character in two', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat(20), (text, max) => {
      const short = clip(text, max);
      expect(short.length).toBeLessThanOrEqual(max);
      expect(text.startsWith(short)).toBe(true);
      expect(short).toBe(Buffer.from(short).toString());
    }),
  );
});

describe('parseDate', () => {
  it.each([
    ['Tue, 06 Jan 2026 10:20:30 GMT', '2026-01-06T10:20:30Z'],
    ['6 Jan 26 10:20 EST', '2026-01-06T15:20:00Z'],
    ['Tue, 6 January 2026 10:20:30 +0200', '2026-01-06T08:20:30Z'],
    ['Tue, 06 Jan 2026 10:20:30 GMT+02:00', '2026-01-06T08:20:30Z'],
    ['Die, 06 Jan 2026 10:20:30 CEST', '2026-01-06T08:20:30Z'],
    ['06-Jan-2026 10:20:30 UT', '2026-01-06T10:20:30Z'],
    ['Tue Jan  6 10:20:30 2026', '2026-01-06T10:20:30Z'],
    ['Jan 6, 2026 3:05 PM', '2026-01-06T15:05:00Z'],
    ['Tue, 06 Jan 2026', '2026-01-06T00:00:00Z'],
    ['2026-01-06T10:20:30Z', '2026-01-06T10:20:30Z'],
    ['2026-01-06T10:20:30.123456+01:00', '2026-01-06T09:20:30.123Z'],
    ['2026-01-06 10:20', '2026-01-06T10:20:00Z'],
    ['2026-01-06', '2026-01-06T00:00:00Z'],
    ['2026-01', '2026-01-01T00:00:00Z'],
    ['20260106T102030Z', '2026-01-06T10:20:30Z'],
    ['Tue, 06 Jan 2026 24:00:00 GMT', '2026-01-07T00:00:00Z'],
    ['Tue, 06 Jan 2026 10:20:30 Nowhere', '2026-01-06T10:20:30Z'],
    ['1767694830', '2026-01-06T10:20:30Z'],
    ['1767694830000', '2026-01-06T10:20:30Z'],
  ])('reads %j', (text, iso) => {
    expect(parseDate(text)).toBe(Date.parse(iso));
  });

  it.each([
    '',
    'yesterday',
    '0',
    'Thu, 01 Jan 1970 00:00:00 GMT',
    '2026-13-01',
    '31 Feb 2026',
    '0000-00-00',
    '99999',
    '9999-01-01',
  ])('does not take %j for a date', (text) => {
    expect(parseDate(text)).toBeNull();
  });

  it('reads back what JavaScript writes, and never throws', () => {
    const dates = fc.date({ min: new Date('1990-01-02'), max: new Date('2099-12-30'), noInvalidDate: true });
    fc.assert(
      fc.property(dates, (date) => {
        expect(parseDate(date.toISOString())).toBe(date.getTime());
        expect(parseDate(date.toUTCString())).toBe(Math.floor(date.getTime() / 1000) * 1000);
      }),
    );
    fc.assert(
      fc.property(fc.string(), (text) => {
        const at = parseDate(text);
        expect(at === null || Number.isSafeInteger(at)).toBe(true);
      }),
    );
  });
});

it('parseRetryAfter stays between now and a week later', () => {
  const now = Date.parse('2026-01-01T00:00:00Z');
  expect(parseRetryAfter('120', now)).toBe(now + 120_000);
  expect(parseRetryAfter('Thu, 01 Jan 2026 00:01:00 GMT', now)).toBe(now + 60_000);
  expect(parseRetryAfter('Thu, 01 Jan 2020 00:01:00 GMT', now)).toBe(now);
  expect(parseRetryAfter(undefined, now)).toBeNull();
  expect(parseRetryAfter('soon', now)).toBeNull();
  fc.assert(
    fc.property(fc.oneof(fc.nat().map(String), fc.string()), (value) => {
      const at = parseRetryAfter(value, now);
      expect(at === null || (at >= now && at <= now + 7 * 86_400_000)).toBe(true);
    }),
  );
});

it('httpAddress lets nothing but http and https through', () => {
  expect(httpAddress('/a', 'https://x.example/b')).toBe('https://x.example/a');
  expect(httpAddress('//y.example', 'https://x.example')).toBe('https://y.example/');
  for (const bad of ['javascript:alert(1)', 'data:text/html,x', ' JaVaScRiPt:x', 'file:///etc', '', 'x y']) {
    expect(httpAddress(bad)).toBe('');
  }
  expect(httpAddress('https://me:pw@x.example/')).toBe('https://x.example/');
});

it('rawItem makes a valid item of any draft, or none', () => {
  const text = fc.string({ unit: 'binary', maxLength: 3000 });
  fc.assert(
    fc.property(text, text, text, text, fc.double(), (ident, title, url, name, count) => {
      const item = rawItem({
        ident: ident || 'x',
        kind: 'news',
        title,
        url,
        text: title.repeat(100),
        author: { name, url },
        engagement: { views: count },
        language: name,
      });
      if (item === null) expect(cleanText(title)).toBe('');
      else expect(RawItem.safeParse(item).success).toBe(true);
    }),
  );
});
