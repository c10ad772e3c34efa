import type { OutgoingPost, PublishingLimits } from '#shared/model/publishing.ts';
import { ConnectorError, type AccountContext, type Connector, type Sent } from '../connectors/kit/index.ts';
import type { ImageLoader } from './images.ts';
import { payloadFrom, type ActionRow } from './store.ts';

export interface Delivery {
  row: ActionRow;
  connector: Connector;
  context: AccountContext;
  /** What this very account may publish; null where nothing. */
  limits: PublishingLimits | null;
  images: ImageLoader;
  /** Until when the network shall hold it, in UTC milliseconds; null = not at all. */
  holdUntil: number | null;
}

/** Whether doing a kind twice is the same as doing it once, so that an unknown outcome is settled by repeating. */
export const isRepeatable = (kind: ActionRow['kind']): boolean => kind !== 'publish' && kind !== 'reply';

/** Does what an action says. Null where there is nothing to point at afterwards. @throws ConnectorError or AbortError */
export async function deliver(delivery: Delivery): Promise<Sent | null> {
  const { row, connector, context } = delivery;
  switch (row.kind) {
    case 'publish': {
      const { publish } = connector;
      return (publish ?? cannot(connector)).send(context, await postOf(delivery));
    }
    case 'edit': {
      const edit = connector.edit ?? cannot(connector);
      const payload = payloadFrom({ ...row, kind: row.kind });
      return edit(context, { ident: payload.ident, post: await postOf(delivery) });
    }
    case 'reply': {
      const { reply } = connector;
      return (reply ?? cannot(connector)).send(context, {
        ...payloadFrom({ ...row, kind: row.kind }),
        key: row.key,
      });
    }
    case 'like':
      await (connector.like ?? cannot(connector))(context, payloadFrom({ ...row, kind: row.kind }));
      return null;
    case 'hide':
      await (connector.hide ?? cannot(connector))(context, payloadFrom({ ...row, kind: row.kind }));
      return null;
    case 'delete':
      await (connector.remove ?? cannot(connector))(context, payloadFrom({ ...row, kind: row.kind }));
      return null;
  }
}

/**
 * Looks at the account for something whose sending ended unknown; images are not needed for it, and may be gone. Null =
 * certainly not there now. @throws ConnectorError or AbortError
 */
export async function lookFor(delivery: Delivery): Promise<Sent | null> {
  const { row, connector, context } = delivery;
  const since = row.sendingAt ?? row.createdAt;
  if (row.kind === 'reply') {
    const what = { ...payloadFrom({ ...row, kind: row.kind }), key: row.key };
    return (connector.reply ?? cannot(connector)).find(context, { what, key: row.key, since });
  }
  const what = { ...wordsOf(delivery), images: [] };
  return (connector.publish ?? cannot(connector)).find(context, { what, key: row.key, since });
}

/**
 * Where a post is now that its network held: some give it another name when it goes out.
 * @param held the action that published it
 * @throws ConnectorError `gone` when it is not there any more
 */
export async function whereNow(delivery: Delivery, held: ActionRow): Promise<Sent> {
  const sent = await lookFor({ ...delivery, row: held, holdUntil: held.dueAt });
  if (sent === null) {
    throw new ConnectorError(
      'gone',
      'post-gone',
      'This post is not on the network any more, so it cannot be changed.',
    );
  }
  if (!sent.held) return sent;
  throw new ConnectorError(
    'transient',
    'still-held',
    'The network has not published this yet. It is changed as soon as it has.',
    { effect: 'no' },
  );
}

/**
 * Takes back what the network holds; null = it will not appear. What the network no longer holds is looked for among
 * what went out.
 * @throws ConnectorError
 */
export async function withdraw(delivery: Delivery): Promise<Sent | null> {
  const { row, connector, context } = delivery;
  const take = connector.publish?.withdraw;
  if (take === undefined || row.resultIdent === null) return cannot(connector);
  try {
    await take(context, { ident: row.resultIdent });
    return null;
  } catch (error) {
    if (!(error instanceof ConnectorError) || error.kind !== 'gone') throw error;
    return lookFor(delivery);
  }
}

type Keyed = OutgoingPost & { key: string };

const plannedPost = (row: ActionRow) =>
  payloadFrom({ ...row, kind: row.kind === 'edit' ? 'edit' : 'publish' });

/** A post without its images. */
function wordsOf({ row, holdUntil }: Delivery): Omit<Keyed, 'images'> {
  const { text, title, thread, language } = plannedPost(row);
  return { text, title, thread, language, holdUntil, key: row.key };
}

async function postOf(delivery: Delivery): Promise<Keyed> {
  const { row, connector, context, limits, images } = delivery;
  if (limits === null) return cannot(connector);
  const loaded = [];
  for (const image of plannedPost(row).images) {
    context.signal.throwIfAborted();
    loaded.push({ ...(await images.load(image.mediaId, limits.images)), alt: image.alt });
  }
  return { ...wordsOf(delivery), images: loaded };
}

function cannot(connector: Connector): never {
  throw new ConnectorError(
    'refused',
    'not-offered',
    `${connector.name} does not offer this to Earshot. Do it on the network itself.`,
    { params: { network: connector.name } },
  );
}
