import type { Capability } from '#shared/model/connector.ts';
import type { RawAuthor, RawItem } from '#shared/model/item.ts';
import type { OutgoingImage, OutgoingPost, PublishingLimits } from '#shared/model/publishing.ts';
import type { HttpPort, SocketPort } from './http.ts';

/** How far reading has got; whatever JSON the connector needs, null before the first time. */
export type Cursor =
  null | boolean | number | string | readonly Cursor[] | { readonly [key: string]: Cursor | undefined };

/** Facts about the source that came along with a batch. */
export interface BatchNotes {
  /** The name the source gives itself. */
  title?: string;
  /** The source has moved here for good; its settings should follow. */
  permanentUrl?: string;
  /** UTC milliseconds before which the source asks not to be read again. */
  nextAfter?: number;
  /** Nothing changed since the last time, so nothing was read. */
  unchanged?: boolean;
}

export interface CollectBatch {
  /** Whole and valid; may be empty. */
  items: RawItem[];
  /** Valid once these items are stored; handing it in again continues after them. */
  cursor: Cursor;
  notes: BatchNotes;
  /** Entries that had no usable content. */
  skipped: number;
}

/** What every function of a connector may use. */
export interface NetworkContext {
  http: HttpPort;
  sockets: SocketPort;
  signal: AbortSignal;
  /** UTC milliseconds. */
  now(): number;
  /** 0 ≤ x < 1. */
  random(): number;
  /** Whether this machine or the local network may be reached. */
  allowLocalNetwork: boolean;
  log(message: string, details?: Record<string, unknown>): void;
  /** Counts before it is spent. @throws ConnectorError `rate-limited` until the bucket fills again, or its cap is raised */
  spend(bucket: string, amount: number): void;
  /** Another server in place of the connector's own, for tests. */
  baseUrl?: string;
}

/** An account's tokens and passwords, by name. */
export interface SecretSlot {
  get(name: string): string | undefined;
  /** Merges and keeps before it resolves; an empty value never takes the place of one that is there. */
  put(values: Readonly<Record<string, string>>): Promise<void>;
}

/** An account's calls. `settings` is what `signIn` gave back, parsed by the connector's account schema. */
export interface AccountContext<Account = unknown> extends NetworkContext {
  account: Account;
  /** The profile's stable identity on its network. */
  ident: string;
  secrets: SecretSlot;
}

export interface CollectContext<Settings = unknown, Account = unknown> extends NetworkContext {
  settings: Settings;
  /** The account this source reads through; null where it reads without one. */
  through: AccountContext<Account> | null;
}

/** What a browser brought back from a consent page. */
export interface Consent {
  code: string;
  redirectUri: string;
  /** The PKCE verifier that belongs to the challenge that was sent. */
  verifier: string;
  /** Further parameters of the redirect (`iss`, …). */
  parameters: Readonly<Record<string, string>>;
}

export interface SignInContext<Typed = unknown> extends NetworkContext {
  /** What was typed into `accountFields`, parsed. */
  typed: Typed;
  /**
   * Opens the person's browser and waits for its redirect to this machine, at most five minutes; state and PKCE are
   * made and checked by the kit. `prepare` gets the redirect address before the page's address is made (to register
   * an app). @throws ConnectorError `refused` when the person says no or lets the time pass
   */
  consent(
    page: (request: { redirectUri: string; state: string; challenge: string }) => Promise<string>,
  ): Promise<Consent>;
}

/** What is known of an account each time somebody looks. */
export interface AccountFacts {
  ident: string;
  /** As people write it: `@seaview.bsky.social`, `@seaview@social.example`. */
  handle: string;
  name: string;
  url: string;
  followers: number | null;
  /** What this very server takes; null = as the manifest says. */
  publishing: PublishingLimits | null;
}

export interface SignedIn extends AccountFacts {
  /** Kept and handed in as `account` from now on; no secrets. */
  settings: Record<string, unknown>;
  secrets: Record<string, string>;
}

/** A picture, recording or film that hangs on a message. */
export interface Attachment {
  kind: 'image' | 'video' | 'audio' | 'other';
  url: string;
  alt: string;
}

/** A post, comment or message as the inbox keeps it. Text is plain text; see `htmlToText`. */
export interface ThreadEntry {
  /** Stable identity on the network; what reply, like, hide and remove are given. */
  ident: string;
  /** The identity of what it answers; null where it begins the thread. */
  parent: string | null;
  /** post = own post or somebody's post that is talked under; the rest wants an answer. */
  kind: 'post' | 'comment' | 'mention' | 'message' | 'review';
  text: string;
  author: RawAuthor | null;
  /** Written by this account. */
  own: boolean;
  /** UTC milliseconds. */
  at: number;
  url: string;
  attachments: readonly Attachment[];
  /** Liked by this account. */
  liked: boolean;
  /** Hidden by this account. */
  hidden: boolean;
  /** Waits until this account lets it through; nobody else sees it yet. Left out: no. Answering it lets it through. */
  held?: boolean;
  /** Deleted on the network: kept here, marked. */
  gone: boolean;
  /** Normalised 0–100 for reviews. */
  rating: number | null;
  /** Whether only the two sides see it (a direct message). */
  private: boolean;
}

/** One conversation: everything known of a thread with one other person or under one post. */
export interface ThreadUpdate {
  /** Stable identity of the thread: its root post, or the network's own id of a conversation. */
  ident: string;
  /** The post it belongs to first, then in the order of time; entries already known may come again. */
  entries: ThreadEntry[];
}

export interface InboxBatch {
  threads: ThreadUpdate[];
  /** Valid once these threads are stored. */
  cursor: Cursor;
  notes: Pick<BatchNotes, 'nextAfter'>;
}

/** Where an outward effect ended up. */
export interface Sent {
  ident: string;
  url: string;
  /** True while the network holds it for its time. */
  held: boolean;
}

export interface ReplyRequest {
  /** The entry that is answered. */
  to: string;
  thread: string;
  text: string;
  private: boolean;
  /** Names or handle of who is answered, where the network wants it at the beginning. */
  toHandle: string | null;
  /** The same for every attempt of one action, and only for it. */
  key: string;
}

/** An attempt whose outcome nobody knows: what was to be sent, and when the attempt began. */
export interface Attempt<What> {
  what: What;
  /** The same key as at sending. */
  key: string;
  /** UTC milliseconds of the first attempt. */
  since: number;
}

export interface Metrics {
  followers: number | null;
  following: number | null;
  posts: number | null;
  /** Figures of own posts of late, newest first. */
  recent: PostFigures[];
}

export interface PostFigures {
  ident: string;
  url: string;
  /** UTC milliseconds. */
  at: number;
  text: string;
  reactions: number | null;
  comments: number | null;
  shares: number | null;
  views: number | null;
}

/** What anybody may see of a profile, without a login. */
export interface PublicProfile extends Metrics {
  ident: string;
  handle: string;
  name: string;
  url: string;
}

/** What each capability has to implement. Everything throws ConnectorError or AbortError only. */
export interface CapabilityFunctions<Settings, Account, Typed> {
  /** Yields whole batches, oldest cursor first; never throws in the middle of a batch. */
  collect(context: CollectContext<Settings, Account>, cursor: Cursor): AsyncIterable<CollectBatch>;
  account: {
    /** @throws ConnectorError `refused` or `invalid` with the field that is wrong */
    signIn(context: SignInContext<Typed>): Promise<SignedIn>;
    /** Looks whether the sign-in holds, and reads what is known of the account. @throws ConnectorError `reauth` */
    check(context: AccountContext<Account>): Promise<AccountFacts>;
    /** Gives the sign-in back to the network, where it can; failing is no reason to keep the account. */
    signOut?(context: AccountContext<Account>): Promise<void>;
  };
  /** Yields what came or changed since the cursor, whole threads at a time. */
  inbox(context: AccountContext<Account>, cursor: Cursor): AsyncIterable<InboxBatch>;
  /** Ends when the connection ends; yields once for each time a look at the inbox is worth it. */
  hints(context: AccountContext<Account>): AsyncIterable<void>;
  reply: {
    send(context: AccountContext<Account>, request: ReplyRequest): Promise<Sent>;
    /** Looks at the account for a reply whose sending ended unknown. Null = certainly not there now. */
    find(context: AccountContext<Account>, attempt: Attempt<ReplyRequest>): Promise<Sent | null>;
  };
  /** Likes, or takes the like back. Doing it twice is the same as once. */
  like(context: AccountContext<Account>, request: { ident: string; on: boolean }): Promise<void>;
  hide(context: AccountContext<Account>, request: { ident: string; on: boolean }): Promise<void>;
  /** Deletes something own; what is not there any more counts as deleted. */
  remove(context: AccountContext<Account>, request: { ident: string }): Promise<void>;
  publish: {
    send(context: AccountContext<Account>, request: OutgoingPost & { key: string }): Promise<Sent>;
    /** Looks for a post whose sending ended unknown, by its key or its words: images may be missing in `what`. */
    find(
      context: AccountContext<Account>,
      attempt: Attempt<OutgoingPost & { key: string }>,
    ): Promise<Sent | null>;
    /** Takes back what the network holds; where `holds` is declared. */
    withdraw?(context: AccountContext<Account>, request: { ident: string }): Promise<void>;
  };
  edit(context: AccountContext<Account>, request: { ident: string; post: OutgoingPost }): Promise<Sent>;
  metrics(context: AccountContext<Account>): Promise<Metrics>;
  /** `handle` as a person types it: a handle, an address. `through` is an account of this network, where there is one. */
  profile(
    context: NetworkContext & { through: AccountContext<Account> | null },
    handle: string,
  ): Promise<PublicProfile>;
  /** @returns the https address under which the whole internet can read it, and what removes it again */
  hostMedia(context: AccountContext<Account>, image: OutgoingImage): Promise<{ url: string; ident: string }>;
}

export type Functions<Can extends Capability, Settings, Account, Typed> = Pick<
  CapabilityFunctions<Settings, Account, Typed>,
  Can
>;

export type AnyFunctions = Partial<CapabilityFunctions<unknown, unknown, unknown>>;
