import type { OutgoingPost } from '#shared/model/publishing.ts';
import { ConnectorError, type AccountContext, type Connector, type Sent } from '../connectors/kit/index.ts';
import type { ImageLoader } from './images.ts';
import { payloadFrom, type ActionRow } from './store.ts';

export interface Delivery {
  row: ActionRow;
  connector: Connector;
  context: AccountContext;
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

/** Looks at the account for something whose sending ended unknown. Null = certainly not there now. */
export async function lookFor(delivery: Delivery): Promise<Sent | null> {
  const { row, connector, context } = delivery;
  const since = row.sendingAt ?? row.createdAt;
  if (row.kind === 'reply') {
    const what = { ...payloadFrom({ ...row, kind: row.kind }), key: row.key };
    return (connector.reply ?? cannot(connector)).find(context, { what, key: row.key, since });
  }
  const what = await postOf(delivery);
  return (connector.publish ?? cannot(connector)).find(context, { what, key: row.key, since });
}

async function postOf({
  row,
  connector,
  context,
  images,
  holdUntil,
}: Delivery): Promise<OutgoingPost & { key: string }> {
  const payload = payloadFrom({ ...row, kind: row.kind === 'edit' ? 'edit' : 'publish' });
  const limits = connector.publishing;
  if (limits === null) return cannot(connector);
  const loaded = [];
  for (const image of payload.images) {
    context.signal.throwIfAborted();
    loaded.push({ ...(await images.load(image.mediaId, limits.images)), alt: image.alt });
  }
  return {
    text: payload.text,
    title: payload.title,
    images: loaded,
    thread: payload.thread,
    language: payload.language,
    holdUntil,
    key: row.key,
  };
}

function cannot(connector: Connector): never {
  throw new ConnectorError(
    'refused',
    'not-offered',
    `${connector.name} does not offer this to Earshot. Do it on the network itself.`,
    { params: { network: connector.name } },
  );
}
