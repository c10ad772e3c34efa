import { consentThrough } from '../../../src/main/engine/connectors/kit/index.ts';
import type { Snac, SnacUser } from './snac.ts';

export const REDIRECT = 'http://127.0.0.1:9/back';

/** A person at the consent page, without a browser: fills in the form and reads where it leads. */
export const person = (snac: Snac, user: SnacUser) =>
  consentThrough(
    {
      ask: async (page) => {
        const back = new URL(await snac.grant(await page(REDIRECT), user));
        return { redirectUri: REDIRECT, parameters: Object.fromEntries(back.searchParams) };
      },
    },
    new AbortController().signal,
  );
