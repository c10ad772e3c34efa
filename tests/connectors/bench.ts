import type { OutgoingPost } from '#shared/model/publishing.ts';
import type { Connector, HttpPort, SignInContext } from '#engine/connectors/kit/index.ts';

/** Every check of the suite, and every failure of the drill. A bench names those it cannot do, each with its reason. */
export type Check =
  | 'collect.ends'
  | 'collect.stable'
  | 'collect.plain'
  | 'account.wrong'
  | 'account.check'
  | 'account.revoked'
  | 'inbox.comment'
  | 'inbox.mention'
  | 'inbox.own'
  | 'reply.intact'
  | 'reply.same-key'
  | 'reply.find'
  | 'publish.intact'
  | 'publish.images'
  | 'publish.same-key'
  | 'publish.find'
  | 'publish.thread'
  | 'publish.held'
  | 'like'
  | 'hide'
  | 'remove'
  | 'edit'
  | 'metrics'
  | 'profile'
  | 'hosts'
  | 'private-address'
  | 'drill.expired'
  | 'drill.revoked'
  | 'drill.storm'
  | 'drill.down'
  | 'drill.html'
  | 'drill.clock'
  | 'drill.endless'
  | 'drill.deleted-parent'
  | 'drill.text'
  | 'drill.upload-cut'
  | 'drill.answer-lost';

/** Something the account wrote, as somebody else on the network sees it. */
export interface SeenPost {
  ident: string;
  /** Plain text. */
  text: string;
  /** The descriptions of its images; '' for one without. */
  alts: readonly string[];
}

/**
 * Somebody else on the network. Every method may be left out where a bench cannot do it; a check that needs it has then to
 * be named in `cannot`. Identities are those of the connector's own `ThreadEntry` and `Sent`.
 */
export interface Guest {
  /** Writes under something the account published. @returns the comment's identity */
  comment?(under: string, text: string): Promise<string>;
  /** Writes to the account without being asked. @returns the post's identity */
  mention?(text: string): Promise<string>;
  follow?(): Promise<void>;
  /** Deletes what this guest wrote. */
  remove?(ident: string): Promise<void>;
  /** Every post and reply of the account whose text contains the word, thread parts too. Empty when there is none. */
  find?(word: string): Promise<SeenPost[]>;
  /** Likes on something. */
  likes?(ident: string): Promise<number>;
  /** Whether the network shows an entry no more, to somebody who is not the account. */
  isHidden?(ident: string): Promise<boolean>;
}

/** An answer with which a network says something, for the fault proxy. */
export interface Answer {
  status: number;
  /** Sent as JSON. */
  body: unknown;
}

/** One network made ready for a connector: a real server, recorded traffic or a fake. Made anew for each suite. */
export interface Bench {
  /** What a person types to sign in. */
  typed: unknown;
  /** For a sign-in over a page in the browser: goes there and comes back, as the person would. */
  consent?: SignInContext['consent'];
  /** A sign-in that the network does not take; `consent` where it fails there. */
  wrong?: { typed: unknown; consent?: SignInContext['consent'] };
  /** In place of the connector's own address, where nobody types one. */
  baseUrl?: string;
  /** Hosts that may be contacted, such as `127.0.0.1`. */
  hosts: readonly string[];
  /** In place of the real port: for recorded traffic. */
  http?: HttpPort;
  /** UTC milliseconds; default: this machine's clock. */
  now?: () => number;
  /** The settings of a source, and the least number of items it brings. */
  collect?: { settings: unknown; atLeast: number };
  /** The handle of a profile that can be read, as a person types it. */
  profile?: string;
  guest: Guest;
  /** Takes the sign-in back on the network, as the account's owner would. Comes last. */
  revoke?(): Promise<void>;
  /** How the network says that a token ran out, or is not known any more. */
  says: { expired: Answer; revoked: Answer };
  /** Fields every post needs on this network, such as a title. */
  post?: Partial<OutgoingPost>;
  /** Ends the network. */
  close(): Promise<void>;
}

/**
 * Starts a bench. `via` gives the address at which the connector shall reach a server: the same, or a proxy before it.
 * What a connector is told of (typed address, `baseUrl`) goes through it; guests go straight to the server.
 */
export type StartBench = (via: (origin: string) => Promise<string>) => Promise<Bench>;

export interface BenchOptions {
  /** Each names the reason in a sentence; shown beside the skipped check. */
  cannot?: Partial<Record<Check, string>>;
  /** Longest wait until what was written can be read elsewhere, in milliseconds. Default 10,000. */
  settleMs?: number;
}

/** A bench and the connector that it is for. */
export interface Subject extends BenchOptions {
  connector: Connector;
  start: StartBench;
}
