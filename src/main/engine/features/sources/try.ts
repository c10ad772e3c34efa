import type { Output, ParsedInput } from '#shared/contract/index.ts';
import type { TriedItem } from '#shared/contract/sources.ts';
import type { RawItem } from '#shared/model/item.ts';
import { EarshotError } from '#shared/model/result.ts';
import { noteTrouble } from '../../accounts/state.ts';
import { asConnectorError, clip, isAbort, type CollectContext } from '../../connectors/kit/index.ts';
import type { CommandContext } from '../../context.ts';
import { toEarshotError } from './failures.ts';
import { checkAccount, checkSettings, collecting, connectorOf } from './insert.ts';

/** Items that are shown. */
const SHOWN = 5;
/** A try ends after so long with what has come by then, in milliseconds. */
const MOST_MS = 20_000;

/**
 * Reads a source that is not there yet, until there is enough to show; nothing is stored.
 * @throws EarshotError `invalid` with the field that does not fit, `unreachable`
 */
export async function trySource(
  context: CommandContext,
  input: ParsedInput<'sources.try'>,
): Promise<Output<'sources.try'>> {
  const { accountId, allowLocalNetwork } = input;
  const connector = collecting(connectorOf(context.ports.connectors, input.connector));
  checkAccount(context.read, connector, accountId);
  const { settings } = checkSettings(connector, input.settings);
  const enough = new AbortController();
  const stopTimer = context.ports.clock.after(MOST_MS, () => enough.abort());
  const signal = AbortSignal.any([context.signal, enough.signal]);
  const items: RawItem[] = [];
  let more = false;
  try {
    const through = accountId === null ? null : await context.accounts.open(accountId, signal);
    const owner = { id: `try:${connector.id}`, connector, allowLocalNetwork };
    const reading: CollectContext = {
      ...context.accounts.network(owner, signal),
      settings,
      through: through?.context ?? null,
    };
    for await (const batch of connector.collect(reading, null)) {
      items.push(...batch.items);
      more = items.length >= SHOWN;
      if (more) break;
    }
  } catch (error) {
    context.signal.throwIfAborted();
    if (!enough.signal.aborted) throw told(context, accountId, error);
    if (items.length === 0) throw tooSlow();
    more = true;
  } finally {
    stopTimer();
  }
  const newest = items.toSorted((a, b) => (b.publishedAt ?? 0) - (a.publishedAt ?? 0));
  return { found: items.length, more, items: newest.slice(0, SHOWN).map(shown) };
}

/** What went wrong, for a person; a sign-in that has died is written down for its account, too. */
function told(context: CommandContext, accountId: string | null, error: unknown): unknown {
  if (isAbort(error)) return error;
  const failure = asConnectorError(
    error,
    (why) => `Earshot stumbled over what came (${why}). Try again in a moment.`,
  );
  if (accountId !== null && failure.kind === 'reauth') {
    noteTrouble(context.workspace.write, accountId, failure, context.ports.clock.now());
    context.emitChanged(['accounts']);
  }
  return toEarshotError(failure);
}

const tooSlow = (): EarshotError =>
  new EarshotError('unreachable', 'Nothing came within twenty seconds. Try again in a moment.', {
    retryable: true,
    details: { code: 'too-slow' },
  });

const shown = ({ ident, title, text, author, publishedAt }: RawItem): TriedItem => ({
  ident,
  title: clip(title, 200),
  text: clip(text, 400),
  author: author?.name ?? '',
  at: publishedAt,
});
