import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConnectorError, abortError } from '#engine/connectors/kit/index.ts';
import type { ConsentPort } from '../ports.ts';

const FIVE_MINUTES = 300_000;
const PATH = '/callback';
const PAGE = `<!doctype html><meta charset="utf-8"><title>Earshot</title><style>body{font:16px system-ui;margin:4rem auto;max-width:32rem}</style>
<p>Earshot has its answer. You can close this window.<p lang="ro">Earshot a primit răspunsul. Poți închide fereastra.`;

/** Opens a page in the person's browser; false where it cannot be opened. */
export type OpenPage = (url: string) => Promise<boolean>;

/**
 * Consent pages over a listener on this machine. What arrives is hostile until the kit has checked its state: the
 * first request to the one path that carries this consent's state ends the wait, anything else is told that nothing is here.
 */
export function createConsent(openPage: OpenPage, limitMs = FIVE_MINUTES): ConsentPort {
  return {
    async ask(page, signal, isOurs) {
      if (signal.aborted) throw abortError();
      const { answer, redirectUri, close } = await listen(isOurs);
      let end = (): void => undefined;
      const given = new Promise<never>((_resolve, reject) => {
        const stop = (): void => reject(abortError());
        const timer = setTimeout(() => reject(nobodyCame()), limitMs);
        signal.addEventListener('abort', stop, { once: true });
        end = () => {
          clearTimeout(timer);
          signal.removeEventListener('abort', stop);
        };
      });
      const asked = async (): Promise<Record<string, string>> => {
        const address = await page(redirectUri);
        if (signal.aborted) throw abortError();
        if (!(await openPage(address))) throw notOpened();
        return answer;
      };
      try {
        return { redirectUri, parameters: await Promise.race([asked(), given]) };
      } finally {
        end();
        close();
      }
    },
  };
}

interface Listener {
  redirectUri: string;
  answer: Promise<Record<string, string>>;
  close(): void;
}

function listen(isOurs: Parameters<ConsentPort['ask']>[2]): Promise<Listener> {
  return new Promise((resolve, reject) => {
    let settle: (parameters: Record<string, string>) => void = () => undefined;
    const answer = new Promise<Record<string, string>>((done) => (settle = done));
    const server = createServer((request, response) => {
      const url = URL.canParse(request.url ?? '', 'http://127.0.0.1')
        ? new URL(request.url ?? '', 'http://127.0.0.1')
        : null;
      const parameters = Object.fromEntries(url?.searchParams ?? []);
      const isAnswer = request.method === 'GET' && url?.pathname === PATH && isOurs(parameters);
      response.writeHead(isAnswer ? 200 : 404, {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
        'cache-control': 'no-store',
        connection: 'close',
      });
      // Only once its page has left may the listener be closed.
      if (isAnswer) response.once('close', () => settle(parameters));
      response.end(isAnswer ? PAGE : '');
    });
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      const close = (): void => {
        server.close();
        server.closeAllConnections();
      };
      resolve({ redirectUri: `http://127.0.0.1:${port}${PATH}`, answer, close });
    });
  });
}

const notOpened = (): ConnectorError =>
  new ConnectorError(
    'refused',
    'page-not-opened',
    'The network’s page could not be opened in a browser. Check that this computer has one, then press Add again.',
  );

const nobodyCame = (): ConnectorError =>
  new ConnectorError(
    'refused',
    'consent-timeout',
    'Nobody came back from the network’s page within five minutes. Press Add again when you are ready.',
  );
