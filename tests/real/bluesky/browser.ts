import { request } from 'node:http';
import { z } from 'zod';
import { consentThrough, type SignInContext } from '#engine/connectors/kit/index.ts';
import type { BlueskyAccount } from './network.ts';

const API = '/@atproto/oauth-provider/~api';
const SignedIn = z.object({ ephemeralToken: z.string().optional() });
const Next = z.object({ url: z.string() });
const Grants = z.array(z.object({ tokenId: z.string() }));

const REDIRECT = 'http://127.0.0.1:9/callback';

/** A person at the page that asks whether Earshot may use the account, in a browser of their own. */
export const person = (who: BlueskyAccount, isAllowed = true): SignInContext['consent'] =>
  consentThrough(
    {
      ask: async (page) => {
        const back = await new Browser().answer(await page(REDIRECT), who, isAllowed);
        if (!back.href.startsWith(`${REDIRECT}?`)) throw new Error(`the page led to ${back.href}`);
        return { redirectUri: REDIRECT, parameters: Object.fromEntries(back.searchParams) };
      },
    },
    new AbortController().signal,
  );

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

/** A person's browser at a server's own pages: what those send, with the cookies and headers of a real one. */
export class Browser {
  readonly #cookies = new Map<string, string>();

  /**
   * Signs in on the page that asks whether Earshot may use the account, and answers it.
   * @returns the address to which the page sends the browser; it is not opened
   */
  async answer(page: string, who: BlueskyAccount, isAllowed = true): Promise<URL> {
    await this.#open(page, 'cross-site');
    const signedIn = SignedIn.parse(
      await this.#post(page, '/sign-in', { locale: 'en', username: who.handle, password: who.password }),
    );
    const { url } = Next.parse(
      isAllowed
        ? await this.#post(page, '/consent', { did: who.did }, signedIn.ephemeralToken)
        : await this.#post(page, '/reject', {}),
    );
    const { headers } = await this.#open(url, 'same-origin', page);
    return new URL(z.string().parse(headers['location']));
  }

  /** Takes back what programs were allowed, on the page of the account. @returns how many there were */
  async takeBack(server: string, who: BlueskyAccount): Promise<number> {
    const page = `${server}/account`;
    await this.#open(page, 'none');
    await this.#post(page, '/sign-in', {
      locale: 'en',
      username: who.handle,
      password: who.password,
      remember: true,
    });
    const list = await this.#send(`${server}${API}/oauth-sessions?did=${who.did}`, page, {});
    const grants = Grants.parse(JSON.parse(list.body));
    for (const { tokenId } of grants)
      await this.#post(page, '/revoke-oauth-session', { did: who.did, tokenId });
    return grants.length;
  }

  #open(address: string, site: string, referer?: string): Promise<Answer> {
    return this.#ask('GET', address, {
      'sec-fetch-site': site,
      'sec-fetch-mode': 'navigate',
      'sec-fetch-dest': 'document',
      ...(referer !== undefined && { referer }),
    });
  }

  async #post(page: string, path: string, json: unknown, token?: string): Promise<unknown> {
    const { origin } = new URL(page);
    const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
    const { body } = await this.#send(`${origin}${API}${path}`, page, authorization, JSON.stringify(json));
    return JSON.parse(body);
  }

  async #send(
    address: string,
    page: string,
    headers: Record<string, string>,
    body?: string,
  ): Promise<Answer> {
    const answer = await this.#ask(
      body === undefined ? 'GET' : 'POST',
      address,
      {
        'sec-fetch-site': 'same-origin',
        'sec-fetch-mode': 'same-origin',
        'sec-fetch-dest': 'empty',
        origin: new URL(page).origin,
        referer: page,
        'x-csrf-token': this.#cookies.get('csrf-token') ?? '',
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      body,
    );
    if (answer.status >= 400) throw new Error(`${address}: ${answer.status} ${answer.body}`);
    return answer;
  }

  #ask(method: string, address: string, headers: Record<string, string>, body?: string): Promise<Answer> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return new Promise((resolve, reject) => {
      const asking = request(address, {
        method,
        headers: { accept: '*/*', 'user-agent': 'a browser', ...(cookie !== '' && { cookie }), ...headers },
      });
      asking.once('error', reject);
      asking.once('response', (response) => {
        for (const line of response.headers['set-cookie'] ?? []) this.#keep(line);
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (part: string) => (text += part));
        response.once('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
        );
      });
      asking.end(body);
    });
  }

  #keep(line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    this.#cookies.set(name, value);
  }
}
