import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { consentThrough } from '../connectors/kit/index.ts';
import { createConsent } from './consent.ts';

const PAGE = 'https://network.example/authorize';
const open = (): Promise<boolean> => Promise.resolve(true);
const never = (): AbortSignal => new AbortController().signal;
const isOurs = ({ state }: Readonly<Record<string, string>>): boolean => state === 'ours';

/** Whether anything listens at an address still. */
const listens = (address: string): Promise<boolean> =>
  new Promise((resolve) => {
    const { hostname, port } = new URL(address);
    const socket = connect(Number(port), hostname);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });

/** Waits for consent while `visit` is somebody, or something, at the redirect address. */
async function ask(
  visit: (redirectUri: string) => Promise<unknown>,
  { signal = never(), limitMs = 10_000, openPage = open } = {},
) {
  let address = '';
  let visited: Promise<unknown> = Promise.resolve();
  const outcome = await createConsent((page) => {
    expect(page).toBe(PAGE);
    visited = visit(address);
    return openPage();
  }, limitMs)
    .ask(
      (redirectUri) => {
        address = redirectUri;
        return Promise.resolve(PAGE);
      },
      signal,
      isOurs,
    )
    .then(
      (answer) => ({ answer, error: null }),
      (error: unknown) => ({ answer: null, error }),
    );
  await visited;
  return { ...outcome, address };
}

describe('the listener for consent', () => {
  it('is on this machine only, hands over what the redirect brings, and is gone afterwards', async () => {
    let page: Response | null = null;
    const { answer, address } = await ask(async (redirectUri) => {
      page = await fetch(`${redirectUri}?code=abc&state=ours&iss=https%3A%2F%2Fnetwork.example`);
    });
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/callback$/);
    expect(answer).toEqual({
      redirectUri: address,
      parameters: { code: 'abc', state: 'ours', iss: 'https://network.example' },
    });
    expect(page).toMatchObject({ status: 200 });
    expect(await listens(address)).toBe(false);
  });

  it('tells anything else that nothing is here, and waits on', async () => {
    const statuses: number[] = [];
    const { answer } = await ask(async (redirectUri) => {
      const { origin } = new URL(redirectUri);
      const foreign: [string, RequestInit?][] = [
        [`${redirectUri}?code=evil&state=theirs`],
        [`${redirectUri}?code=evil`],
        [`${origin}/?code=evil&state=ours`],
        [`${origin}/callback/more?code=evil&state=ours`],
        [`${origin}//callback?code=evil&state=ours`],
        [`${redirectUri}?code=evil&state=ours`, { method: 'POST', body: 'x' }],
        [`${origin}/favicon.ico`],
      ];
      for (const [address, init] of foreign) {
        const response = await fetch(address, init);
        statuses.push(response.status);
        expect(await response.text()).toBe('');
      }
      await fetch(`${redirectUri}?code=good&state=ours`);
    });
    expect(statuses).toEqual([404, 404, 404, 404, 404, 404, 404]);
    expect(answer?.parameters['code']).toBe('good');
  });

  it('takes the first redirect, whatever a second one says', async () => {
    const { answer } = await ask((redirectUri) =>
      Promise.allSettled([
        fetch(`${redirectUri}?code=first&state=ours`).then(() =>
          fetch(`${redirectUri}?code=second&state=ours`),
        ),
      ]),
    );
    expect(answer?.parameters['code']).toBe('first');
  });

  it('gives up when nobody comes back, and says what to do', async () => {
    const { error, address } = await ask(() => Promise.resolve(), { limitMs: 30 });
    expect(error).toMatchObject({ kind: 'refused', code: 'consent-timeout' });
    expect(error).toHaveProperty('message', expect.stringContaining('Press Add again'));
    expect(await listens(address)).toBe(false);
  });

  it('gives up although the browser never opens the page', async () => {
    const { error } = await ask(() => Promise.resolve(), {
      limitMs: 30,
      openPage: () => new Promise(() => undefined),
    });
    expect(error).toMatchObject({ code: 'consent-timeout' });
  });

  it('says so at once where the page cannot be opened', async () => {
    const { error, address } = await ask(() => Promise.resolve(), { openPage: () => Promise.resolve(false) });
    expect(error).toMatchObject({ kind: 'refused', code: 'page-not-opened' });
    expect(await listens(address)).toBe(false);
  });

  it('ends when its owner stops waiting, and is gone; a connection that says nothing does not hold it', async () => {
    const controller = new AbortController();
    let silent: ReturnType<typeof connect> | null = null;
    const { error, address } = await ask(
      (redirectUri) =>
        new Promise<void>((resolve) => {
          silent = connect(Number(new URL(redirectUri).port), '127.0.0.1', () => {
            silent?.write('GET /callback HTTP/1.1\r\n');
            controller.abort();
            resolve();
          });
          silent.on('error', () => undefined);
        }),
      { signal: controller.signal },
    );
    expect(error).toMatchObject({ name: 'AbortError' });
    expect(await listens(address)).toBe(false);
  });

  it('opens nothing when its owner stopped before', async () => {
    const signal = AbortSignal.abort();
    const consent = createConsent(() => Promise.reject(new Error('it was opened')));
    const page = (): Promise<string> => Promise.reject(new Error('it was asked for'));
    await expect(consent.ask(page, signal, isOurs)).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('with the state and the no of a real sign-in: the no arrives as a no', async () => {
    let state = '';
    let redirect = '';
    const browser = createConsent(() => {
      void fetch(`${redirect}?error=access_denied&state=wrong`);
      void fetch(`${redirect}?error=access_denied&state=${encodeURIComponent(state)}`);
      return open();
    }, 10_000);
    const consent = consentThrough(browser, never());
    const refused = consent((request) => {
      ({ state } = request);
      redirect = request.redirectUri;
      return Promise.resolve(PAGE);
    });
    await expect(refused).rejects.toMatchObject({
      kind: 'refused',
      code: 'consent-refused',
      params: { reason: 'access_denied' },
    });
    expect(await listens(redirect)).toBe(false);
  });
});
