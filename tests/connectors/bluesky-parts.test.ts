import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { facetsOf, findSpans } from '#engine/connectors/bluesky/facets.ts';
import { handleOf, isHandle } from '#engine/connectors/bluesky/identity.ts';
import { bluesky } from '#engine/connectors/bluesky/index.ts';
import { fullText, hasLink, hasMedia, itemOf, timeOf } from '#engine/connectors/bluesky/items.ts';
import { PostView, type PostRecord } from '#engine/connectors/bluesky/lexicon.ts';
import { beginningOf, keyBeside, microsOf, recordKey } from '#engine/connectors/bluesky/records.ts';
import { wordsTest } from '#engine/connectors/bluesky/words.ts';
import { countBytes, countGraphemes, textLeft } from '#shared/networks/count.ts';

/** Pieces that take one to eleven UTF-8 bytes a character, from both directions of writing. */
const WORDS = [
  'hi',
  'Mulțumim',
  'שלום',
  'مرحبا',
  '日本語',
  '👩‍👩‍👧',
  '🇷🇴',
  '👍🏽',
  'é',
  '\u200f',
  '—',
  '“',
] as const;
const MARKED = [
  {
    kind: 'link',
    shown: 'https://seaview.example/rooms?x=1&y=ä',
    value: 'https://seaview.example/rooms?x=1&y=%C3%A4',
  },
  {
    kind: 'link',
    shown: 'https://de.wikipedia.org/wiki/Meer_(Film)',
    value: 'https://de.wikipedia.org/wiki/Meer_(Film)',
  },
  { kind: 'link', shown: 'seaview.ro', value: 'https://seaview.ro/' },
  {
    kind: 'link',
    shown: 'www.seaview.example/プール',
    value: 'https://www.seaview.example/%E3%83%97%E3%83%BC%E3%83%AB',
  },
  { kind: 'mention', shown: '@Anna.bsky.social', value: 'anna.bsky.social' },
  { kind: 'tag', shown: '#vară', value: 'vară' },
  { kind: 'tag', shown: '#夏', value: '夏' },
  { kind: 'tag', shown: '#🌊', value: '🌊' },
] as const;
/** What may stand right after a marked part and is none of it. */
const ENDINGS = ['', '.', ',', '!', '?', ';', '…', '”', ')', '.)', '!?'] as const;

const bytesOf = (text: string, { index }: { index: { byteStart: number; byteEnd: number } }): string =>
  Buffer.from(text).subarray(index.byteStart, index.byteEnd).toString('utf8');

describe('facets', () => {
  it('give back exactly the marked text when its UTF-8 bytes are cut out', async () => {
    const piece = fc.record({
      before: fc.array(fc.constantFrom(...WORDS), { maxLength: 4 }),
      marked: fc.constantFrom(...MARKED),
      ending: fc.constantFrom(...ENDINGS),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 6 }), async (pieces) => {
        const text = pieces
          .map(({ before, marked, ending }) => [...before, marked.shown + ending].join(' '))
          .join(' ');
        const facets = await facetsOf(text, (handle) => Promise.resolve(`did:web:${handle}`));
        expect(facets.map((facet) => bytesOf(text, facet))).toEqual(pieces.map(({ marked }) => marked.shown));
        expect(facets.map(({ features: [feature] }) => Object.values(feature).at(-1))).toEqual(
          pieces.map(({ marked }) => (marked.kind === 'mention' ? `did:web:${marked.value}` : marked.value)),
        );
      }),
    );
  });

  it('lie within any text, in its order, none over another, and never cut a character', async () => {
    const alphabet = fc.constantFrom('@', '#', '.', ' ', '(', ')', 'https://', 'www.', 'a.ro', ...WORDS);
    const text = fc.array(alphabet, { maxLength: 40 }).map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(fc.oneof(text, fc.string({ unit: 'binary' })), async (any) => {
        const facets = await facetsOf(any, () => Promise.resolve('did:plc:x'));
        let end = 0;
        for (const facet of facets) {
          expect(facet.index.byteStart).toBeGreaterThanOrEqual(end);
          expect(facet.index.byteEnd).toBeGreaterThan(facet.index.byteStart);
          expect(any).toContain(bytesOf(any, facet));
          end = facet.index.byteEnd;
        }
        expect(end).toBeLessThanOrEqual(countBytes(any));
      }),
    );
  });

  it('leave alone what only looks like one', async () => {
    const nothing = [
      'write to info@seaview.ro',
      'at 10.30 or 11.45',
      'file.name and e.g. this',
      'number #1 of #2',
      'a # alone, an @ alone, @nobody',
      'https://user:secret@seaview.example',
      'https://',
    ];
    for (const text of nothing) expect(findSpans(text), text).toEqual([]);
    expect(await facetsOf('hello @gone.bsky.social', () => Promise.resolve(null))).toEqual([]);
  });

  it('take no longer for hostile texts than for others', () => {
    for (const part of ['@a.', 'a.', '#', 'https://(', '(((', 'www.'])
      expect(findSpans(part.repeat(20_000)).length).toBeLessThanOrEqual(20_000);
  });
});

describe('record keys', () => {
  const parts = fc.nat({ max: 30 });
  const TID = /^[234567abcdefghij][234567a-z]{12}$/;

  it('are the same for the same key and part, and differ otherwise', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), parts, parts, (key, other, part, another) => {
        expect(recordKey(key, part)).toMatch(TID);
        expect(recordKey(key, part)).toBe(recordKey(key, part));
        expect(recordKey(key, part) === recordKey(other, another)).toBe(key === other && part === another);
      }),
    );
  });

  it('say the time of their action, in which all parts of a thread lie', () => {
    fc.assert(
      fc.property(fc.uuid({ version: 7 }), parts, (key, part) => {
        const ms = BigInt(`0x${key.replaceAll('-', '').slice(0, 12)}`);
        fc.pre(ms < 2n ** 53n / 1000n);
        const rkey = recordKey(key, part);
        expect((microsOf(rkey) ?? 0n) / 1000n).toBe(ms);
        const beginning = beginningOf(rkey) ?? '';
        expect(microsOf(beginning)).toBe(ms * 1000n);
        expect(beginning <= rkey).toBe(true);
        expect(beginningOf(recordKey(key, part + 1))).toBe(beginning);
      }),
    );
  });

  it('beside a record say the time of it, and none where it says none', () => {
    const rkey = recordKey('018bcfe5-6800-7000-8000-000000000000');
    expect(microsOf(keyBeside(rkey, 'seed'))).toBe(microsOf(rkey));
    expect(keyBeside(rkey, 'seed')).not.toBe(keyBeside(rkey, 'other'));
    expect(keyBeside('self', 'seed')).toMatch(TID);
    for (const none of ['', 'self', 'zzzzzzzzzzzzz', '3k2ykz3yyyyyyy']) {
      expect(microsOf(none)).toBeNull();
      expect(beginningOf(none)).toBeNull();
    }
  });
});

describe('the length of a text', () => {
  const rule = bluesky.publishing?.text ?? { counter: 'graphemes', max: 0, maxBytes: 0, linkLength: 0 };

  it('is 300 graphemes, whatever they are made of', () => {
    for (const [letter, bytes] of [
      ['a', 1],
      ['e\u0301', 3],
      ['日', 3],
      ['🇷🇴', 8],
    ] as const) {
      expect(countBytes(letter)).toBe(bytes);
      expect(textLeft(letter.repeat(300), rule)).toBe(0);
      expect(textLeft(letter.repeat(301), rule)).toBe(-1);
    }
  });

  it('is 3000 bytes all the same', () => {
    const family = '👩‍👩‍👧';
    expect([countGraphemes(family), countBytes(family)]).toEqual([1, 18]);
    expect(textLeft(family.repeat(166) + 'x'.repeat(12), rule)).toBe(300 - 178);
    expect(textLeft(family.repeat(166) + 'x'.repeat(13), rule)).toBe(-1);
  });
});

describe('records of anybody', () => {
  const view = (record: unknown, more: Record<string, unknown> = {}): unknown => ({
    uri: 'at://did:plc:anna/app.bsky.feed.post/3k2yihcrp6f2c',
    cid: 'bafy',
    author: { did: 'did:plc:anna', handle: 'anna.bsky.social' },
    indexedAt: '2026-11-24T10:00:00.000Z',
    record,
    ...more,
  });

  it('are read whatever lies in them, or left out; reading never throws', () => {
    const record = fc.record(
      {
        text: fc.oneof(fc.string({ unit: 'binary' }), fc.anything()),
        createdAt: fc.oneof(fc.constant('9999-99-99'), fc.string(), fc.anything()),
        langs: fc.anything(),
        reply: fc.anything(),
        facets: fc.oneof(
          fc.array(fc.record({ index: fc.anything(), features: fc.array(fc.anything()) })),
          fc.anything(),
        ),
        embed: fc.oneof(
          fc.record({
            $type: fc.string(),
            external: fc.anything(),
            media: fc.anything(),
            images: fc.anything(),
          }),
          fc.anything(),
        ),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(record, fc.anything(), (one, embed) => {
        const read = PostView.safeParse(view(one, { embed, likeCount: embed, viewer: embed }));
        if (!read.success) return;
        const item = itemOf(read.data);
        if (item !== null) expect(item.ident).toBe(read.data.uri);
        hasMedia(read.data.embed);
        hasLink(read.data.record);
      }),
    );
  });

  it('of a kind nobody knows yet are read for their text', () => {
    const read = PostView.parse(
      view({ text: 'Hello', embed: { $type: 'app.bsky.embed.hologram', depth: 3 } }),
    );
    expect(itemOf(read)).toMatchObject({ text: 'Hello', hasMedia: false, hasLink: false });
  });

  it('keep what a card and shortened links lead to', () => {
    const record: PostRecord = {
      text: 'Read this: seaview.example/…',
      facets: [
        {
          index: { byteStart: 11, byteEnd: 29 },
          features: [{ $type: 'app.bsky.richtext.facet#link', uri: 'https://seaview.example/a-long-way' }],
        },
        { features: 'none' },
        null,
      ],
      embed: { external: { uri: 'https://seaview.example/a-long-way', title: 'Rooms', description: 7 } },
    };
    expect(fullText(record)).toBe(
      'Read this: seaview.example/…\n\nRooms\n\nhttps://seaview.example/a-long-way',
    );
    expect(hasLink(record)).toBe(true);
  });

  it('are never newer than the network saw them', () => {
    const seen = '2026-11-24T10:00:00.000Z';
    expect(timeOf('2099-01-01T00:00:00Z', seen)).toBe(Date.parse(seen));
    expect(timeOf('2020-01-01T00:00:00Z', seen)).toBe(Date.parse('2020-01-01T00:00:00Z'));
    expect(timeOf('yesterday', seen)).toBe(Date.parse(seen));
    expect(timeOf(null, '')).toBeNull();
  });
});

describe('handles', () => {
  it('are understood as people type and paste them', () => {
    for (const typed of [
      'seaview.bsky.social',
      '@SeaView.bsky.social',
      ' seaview ',
      'https://bsky.app/profile/seaview.bsky.social',
      'bsky.app/profile/seaview.bsky.social/post/3k2yihcrp6f2c',
      '\u202a@seaview.bsky.social',
    ])
      expect(handleOf(typed).replace(/\u202c$/, ''), typed).toBe('seaview.bsky.social');
    expect(handleOf('did:plc:abc')).toBe('did:plc:abc');
  });

  it('are told from what is none', () => {
    for (const no of ['', 'seaview', '-a.ro', 'a..ro', 'a.1', `${'a'.repeat(64)}.ro`, 'a b.ro', 'ă.ro'])
      expect(isHandle(no), no).toBe(false);
    expect(isHandle('xn--bcher-kva.example')).toBe(true);
  });
});

describe('words of the live stream', () => {
  it('are all wanted, phrases whole, what has a minus not; case and diacritics do not count', () => {
    const fits = wordsTest('"Sea View" brașov -spa');
    expect(fits('A week at SEA  view, BRASOV')).toBe(true);
    expect(fits('Sea and view, Brașov')).toBe(false);
    expect(fits('Sea View Brașov with spa')).toBe(false);
    for (const nothing of ['', '-spa', '""', 'from:anna lang:ro'])
      expect(wordsTest(nothing)('spa anna')).toBe(false);
  });
});
