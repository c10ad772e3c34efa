import type { Capability } from '#shared/model/connector.ts';
import type { Connector, Sent } from '#engine/connectors/kit/index.ts';
import type { Check, Subject } from './bench.ts';
import { newPost } from './post.ts';
import { freshWord, needed, settled, type Session } from './session.ts';

export type Register = (
  id: Check,
  needs: readonly Capability[],
  title: string,
  run: (session: Session) => Promise<void>,
) => void;

export type Can<Name extends keyof Connector> = NonNullable<Connector[Name]>;
export const can = <
  Name extends
    'collect' | 'account' | 'reply' | 'like' | 'hide' | 'remove' | 'publish' | 'edit' | 'metrics' | 'profile',
>(
  session: Session,
  name: Name,
): Can<Name> => needed<Can<Name>>(session.connector[name] as Can<Name> | undefined, name);

export async function publishText(session: Session, text: string): Promise<Sent> {
  return can(session, 'publish').send(await session.account(), newPost(session.bench, text));
}

/** A post of the account with a guest's comment that has arrived. */
export async function asked(session: Session, subject: Subject): Promise<{ to: string; thread: string }> {
  const post = await publishText(session, `Post ${freshWord()}`);
  const to = await needed(session.bench.guest.comment, 'guest.comment')(
    post.ident,
    `Question ${freshWord()}`,
  );
  await settled(
    () => session.read(null),
    ({ entries }) => entries.some((entry) => entry.ident === to),
    subject,
  );
  return { to, thread: post.ident };
}
