import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ConnectorError } from '#engine/connectors/kit/index.ts';
import { tagsOf } from '#engine/connectors/mastodon/collect.ts';
import { mastodon } from '#engine/connectors/mastodon/index.ts';
import { linkOf, olderThan } from '#engine/connectors/mastodon/pages.ts';
import { Status, type Own } from '#engine/connectors/mastodon/protocol.ts';
import { essence, itemOf, textOf } from '#engine/connectors/mastodon/texts.ts';
import { AUGUST, all, can, own, said, under } from './mastodon/served.ts';
import { failure, needed } from './session.ts';

const addressOf = (id: string): string => `https://far.example/users/anna/statuses/${id}`;
const status = (part: Record<string, unknown> & { id?: string } = {}) => ({
  id: '110000000000000001',
  uri: addressOf(part.id ?? '110000000000000001'),
  url: 'https://far.example/@anna/1',
  created_at: '2026-08-01T10:00:00.000Z',
  account: {
    id: '7',
    username: 'anna',
    acct: 'anna@far.example',
    display_name: 'Anna :verified:',
    emojis: [{ shortcode: 'verified' }],
  },
  content: '<p>Hello</p>',
  visibility: 'public',
  ...part,
});

describe('the Link header', () => {
  it('gives the address of a relation', () => {
    const header =
      '<https://a.example/x?limit=5&max_id=12>; rel="next", <https://a.example/x?min_id=9>; title="a, b"; rel="prev last"';
    expect(linkOf(header, 'next')).toBe('https://a.example/x?limit=5&max_id=12');
    expect(linkOf(header, 'last')).toBe('https://a.example/x?min_id=9');
    expect(linkOf('<a,b;c>; rel=next', 'next')).toBe('a,b;c');
    expect(linkOf(header, 'first')).toBeNull();
    expect(linkOf(undefined, 'next')).toBeNull();
  });

  it('never throws, and finds what was put in', () => {
    const name = fc.stringMatching(/^[a-z]{1,8}$/);
    fc.assert(
      fc.property(fc.string(), fc.webUrl(), name, (noise, url, relation) => {
        linkOf(noise, relation);
        expect(linkOf(`<${url}>; rel="${relation}"`, relation)).toBe(url);
      }),
    );
  });

  it('leads only to a number, and its lack to the last entry', () => {
    const entries = [{ order: '9' }, { order: '7' }];
    expect(olderThan({}, entries)).toBe('7');
    expect(olderThan({}, [])).toBeNull();
    expect(olderThan({ link: '<https://evil.example/?max_id=8>; rel="next"' }, entries)).toBe('8');
    expect(olderThan({ link: '<https://a.example/?min_id=9>; rel="prev"' }, entries)).toBeNull();
  });
});

describe('texts', () => {
  it('keep links, warnings and names, without little pictures and markup', () => {
    const read = Status.parse(
      status({
        spoiler_text: 'Food',
        content:
          '<p>Lovely <a href="https://x.example/menu">menu</a> by <a class="u-url mention" href="https://far.example/@b">@b</a></p><p><a href="https://y.example/long"><span class="invisible">https://</span>y.example/long</a></p><script>x</script>',
      }),
    );
    expect(textOf(read)).toBe(
      'Food\n\nLovely menu by @b\n\nhttps://y.example/long\n\nhttps://x.example/menu',
    );
    expect(itemOf(read, 'social.example', AUGUST)).toMatchObject({
      ident: addressOf('110000000000000001'),
      title: 'Food',
      author: { ident: 'anna@far.example', name: 'Anna' },
      publishedAt: Date.UTC(2026, 7, 1, 10),
      hasLink: true,
    });
  });

  it('are known again after a server rewrote them', () => {
    expect(essence('@anna@far.example:8000 Thank **you**  😀')).toBe(essence('@anna Thank you 😀'));
    expect(essence('Thank you')).not.toBe(essence('Thank you 😀'));
  });

  it('number of a post stays the same where the time of a change stands before it', () => {
    const hex = 'e640b9439d577877ca2d25e280776721';
    const [before, after] = ['1795536042', '1795536058'].map((time) =>
      Status.parse(status({ id: time + hex })),
    );
    expect(before?.id).toBe(after?.id);
    expect(before?.order).not.toBe(after?.order);
    expect(Status.parse(status()).id).toBe('110000000000000001');
  });

  it('hashtags are taken as they are typed', () => {
    expect(tagsOf('#Sea_View, mamaia;#sea_view Constanța #a-b')).toEqual(['sea_view', 'mamaia', 'constanța']);
    expect(() => mastodon.describe({ server: '', tags: '#', words: ' ' })).toThrow(/hashtag/);
  });
});

describe('holding for later', () => {
  const newer = (version: string) =>
    said('GET', '/api/v2/instance', { domain: 'a.example', version, configuration: {} });
  const post = (holdUntil: number | null) => ({
    text: 'Later',
    title: '',
    images: [],
    thread: [],
    language: null,
    holdUntil,
    key: 'k',
  });

  it('is not tried on a server that would publish at once', async () => {
    const old = said('GET', '/api/v1/instance', {
      uri: 'a.example',
      version: '4.0.0 (not true; really snac/2.75)',
    });
    for (const exchanges of [[old], [newer('0.17.0')]]) {
      await under(exchanges, async ({ url, requests }) => {
        const error = await failure(can('publish').send(own(url), post(AUGUST + 3_600_000)));
        expect(error).toMatchObject({ kind: 'refused', code: 'cannot-hold', effect: 'no' });
        expect(requests.filter((one) => one.startsWith('POST'))).toEqual([]);
      });
    }
  });

  it('looks at the clock of the server', async () => {
    const date = new Date(AUGUST + 600_000).toUTCString();
    const ahead = { ...newer('4.5.0'), headers: { date } };
    await under([ahead], async ({ url, requests }) => {
      const error = await failure(can('publish').send(own(url), post(AUGUST + 12 * 60_000)));
      expect(error).toMatchObject({ kind: 'transient', code: 'hold-too-near', effect: 'no' });
      expect(requests.filter((one) => one.startsWith('POST'))).toEqual([]);
    });
  });

  it('counts as sent when the server published it all the same', async () => {
    await under([newer('4.5.0'), said('POST', '/api/v1/statuses', status())], async ({ url }) => {
      const sent = await can('publish').send(own(url), post(AUGUST + 3_600_000));
      expect(sent).toEqual({
        ident: addressOf('110000000000000001'),
        url: 'https://far.example/@anna/1',
        held: false,
      });
    });
  });

  it('cannot be taken back once it went out', async () => {
    await under([], async ({ url }) => {
      const withdraw = needed(can('publish').withdraw, 'withdraw');
      expect(await failure(withdraw(own(url), { ident: 'scheduled:5' }))).toMatchObject({ code: 'not-held' });
    });
  });
});

describe('live hints', () => {
  const instance = said('GET', '/api/v2/instance', {
    domain: 'a.example',
    version: '4.5.0',
    configuration: { urls: { streaming: 'wss://stream.a.example' } },
  });
  const listening = (messages: string[], end?: Error) => {
    const asked: { url: string; hosts: unknown; authorization: string | undefined }[] = [];
    return {
      asked,
      async *listen(request: Parameters<Own['sockets']['listen']>[0]) {
        await Promise.resolve();
        asked.push({
          url: request.url,
          hosts: request.allowedHosts,
          authorization: request.headers?.['authorization'],
        });
        yield* messages;
        if (end) throw end;
      },
    };
  };

  it('come for notifications alone, and end with the stream', async () => {
    const sockets = listening([
      '{"event":"update"}',
      '{"event":"notification","payload":"{}"}',
      'no json',
      '[]',
    ]);
    await under([instance], async ({ url }) => {
      expect(await all(can('hints')(own(url, { sockets })))).toHaveLength(1);
      expect(sockets.asked).toEqual([
        {
          url: 'wss://stream.a.example/api/v1/streaming?stream=user:notification',
          hosts: ['stream.a.example'],
          authorization: 'Bearer token',
        },
      ]);
    });
  });

  it('end quietly where there is no stream, or it cannot be reached', async () => {
    const broken = listening([], new ConnectorError('transient', 'unreachable', 'x'));
    await under([instance], async ({ url }) => {
      expect(await all(can('hints')(own(url, { sockets: broken })))).toEqual([]);
    });
    const none = listening(['{"event":"notification"}']);
    await under([], async ({ url }) => {
      expect(await all(can('hints')(own(url, { sockets: none })))).toEqual([]);
      expect(none.asked).toEqual([]);
    });
  });
});

describe('answers', () => {
  const parent = (part: Record<string, unknown> = {}) =>
    said(
      'GET',
      '/api/v1/statuses/1',
      status({ id: '1', visibility: 'unlisted', spoiler_text: 'Food', ...part }),
    );
  const request = { to: '1', thread: '1', text: 'Thank you', private: false, toHandle: null, key: 'k' };

  it('to what is gone are not sent', async () => {
    await under([], async ({ url, requests }) => {
      expect(await failure(can('reply').send(own(url), request))).toMatchObject({
        kind: 'gone',
        effect: 'no',
      });
      expect(requests).toEqual(['GET /api/v1/statuses/1']);
    });
  });

  it('are found whatever name stands before them, but not those from before the attempt', async () => {
    const answer = (created: string) =>
      status({
        id: '2',
        account: { id: '117020565966271181', username: 'me', acct: 'me' },
        in_reply_to_id: '1',
        created_at: created,
        content:
          '<p><span class="h-card"><a class="u-url mention" href="https://far.example/@anna">@anna</a></span> Thank you</p>',
      });
    const look = (created: string) =>
      under(
        [
          parent(),
          said('GET', '/api/v1/statuses/1/context', { ancestors: [], descendants: [answer(created)] }),
          said('GET', '/api/v1/accounts/117020565966271181/statuses', []),
        ],
        ({ url }) => can('reply').find(own(url), { what: request, key: 'k', since: AUGUST }),
      );
    expect(await look('2026-08-03T00:00:05.000Z')).toMatchObject({ ident: addressOf('2') });
    expect(await look('2026-08-02T12:00:00.000Z')).toBeNull();
  });
});

it('a thread that was cut short is continued, not begun anew', async () => {
  const me = { id: '117020565966271181', username: 'me', acct: 'me' };
  const first = status({
    id: '5',
    account: me,
    content: '<p>One</p>',
    created_at: '2026-08-02T23:50:00.000Z',
  });
  const list = said('GET', '/api/v1/accounts/117020565966271181/statuses', [first]);
  const second = said('POST', '/api/v1/statuses', status({ id: '6', account: me, content: '<p>Two</p>' }));
  await under([list, second], async ({ url, requests }) => {
    const what = {
      text: 'One',
      title: '',
      images: [],
      thread: ['Two'],
      language: null,
      holdUntil: null,
      key: 'k',
    };
    expect(await can('publish').find(own(url), { what, key: 'k', since: AUGUST - 900_000 })).toBeNull();
    expect(await can('publish').send(own(url), what)).toMatchObject({ ident: addressOf('5') });
    expect(requests.filter((one) => one.startsWith('POST'))).toHaveLength(1);
  });
});
