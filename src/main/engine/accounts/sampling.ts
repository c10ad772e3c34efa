import {
  ConnectorError,
  isAbort,
  type AccountContext,
  type Metrics,
  type PublicProfile,
} from '../connectors/kit/index.ts';
import type { Ports } from '../ports.ts';
import type { MakeService } from '../services.ts';
import type { ReadHandle, WriteHandle } from '../storage/handles.ts';
import { isSample } from '../storage/workspace-values.ts';
import type { AccountSessions } from './sessions.ts';
import { noteTrouble } from './state.ts';

const DAY = 86_400_000;
/** Numbers of a network are read once a day; a failed try is made again after six hours. */
const RETRY = 6 * 3_600_000;

const NAMES = ['followers', 'following', 'posts'] as const;

/** Keeps the numbers a network gave for one subject (an account's or a watched profile's id), all or none. */
export function storeSample(write: WriteHandle, subject: string, metrics: Metrics, now: number): void {
  write.transaction(() => writeSample(write, subject, metrics, now));
}

function writeSample(write: WriteHandle, subject: string, metrics: Metrics, now: number): void {
  const samples = [
    ...NAMES.map((name) => [name, metrics[name]] as const),
    ['shown_since', shownSince(metrics)],
  ];
  for (const [name, value] of samples) {
    if (value === null) continue;
    write.run(
      `INSERT INTO metric_sample(subject, name, at, value) VALUES(?, ?, ?, ?)
       ON CONFLICT(subject, name, at) DO UPDATE SET value = excluded.value`,
      [subject, name, now, value],
    );
  }
  for (const post of metrics.recent) {
    write.run(
      `INSERT INTO post_figure(subject, ident, url, at, text, reactions, comments, shares, views, sampled_at)
       VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(subject, ident) DO UPDATE SET url = excluded.url, text = excluded.text,
         reactions = excluded.reactions, comments = excluded.comments, shares = excluded.shares, views = excluded.views,
         sampled_at = excluded.sampled_at`,
      [
        subject,
        post.ident,
        post.url,
        post.at,
        post.text.slice(0, 500),
        post.reactions,
        post.comments,
        post.shares,
        post.views,
        now,
      ],
    );
  }
}

/**
 * From when on the network showed every post, UTC milliseconds; 0 where it showed all there are. Null where it shows
 * none.
 */
function shownSince({ posts, recent }: Metrics): number | null {
  if (posts !== null && posts <= recent.length) return 0;
  return recent.length === 0 ? null : Math.min(...recent.map(({ at }) => at));
}

interface Watched {
  id: string;
  connector: string;
  handle: string;
}

interface Sampler {
  accounts: AccountSessions;
  ports: Ports;
  read: ReadHandle;
}

/**
 * Reads a public profile, through an own account of that network where there is one.
 * @throws ConnectorError
 */
export async function sampleProfile(
  { accounts, ports, read }: Sampler,
  watched: Watched,
  signal: AbortSignal,
): Promise<{ handle: string; store(write: WriteHandle): void }> {
  const connector = accounts.connector(watched.connector);
  if (connector.profile === undefined) {
    throw new ConnectorError('refused', 'not-offered', `${connector.name} shows no public figures.`);
  }
  const own = read.get<{ id: string; local: number }>(
    `SELECT a.id, a.allow_local_network AS local FROM account a LEFT JOIN account_state s ON s.account_id = a.id
     WHERE a.connector = ? AND a.archived_at IS NULL AND ifnull(s.status, 'waiting') <> 'reauth' ORDER BY a.created_at LIMIT 1`,
    [watched.connector],
  );
  const through = own === undefined ? null : await openQuietly(accounts, own.id, signal);
  const owner = { id: watched.id, connector, allowLocalNetwork: own?.local === 1 };
  const profile: PublicProfile = await connector.profile(
    { ...accounts.network(owner, signal), through },
    watched.handle,
  );
  return {
    handle: profile.handle,
    store: (write) => storeSample(write, watched.id, profile, ports.clock.now()),
  };
}

/** Public figures need no login: an account whose sign-in is gone does not stand in their way. */
async function openQuietly(
  accounts: AccountSessions,
  accountId: string,
  signal: AbortSignal,
): Promise<AccountContext | null> {
  try {
    return (await accounts.open(accountId, signal)).context;
  } catch (error) {
    if (error instanceof ConnectorError && error.kind === 'reauth') return null;
    throw error;
  }
}

/** Subjects whose newest sample is older than a day: accounts that can measure, and watched profiles. */
function dueSubjects(read: ReadHandle, now: number): { accounts: string[]; profiles: Watched[] } {
  const isDue = `ifnull((SELECT max(m.at) FROM metric_sample m WHERE m.subject = x.id), 0) < ?`;
  return {
    accounts: read
      .all<{ id: string }>(
        `SELECT x.id FROM account x LEFT JOIN account_state s ON s.account_id = x.id
         WHERE x.archived_at IS NULL AND ifnull(s.status, 'waiting') <> 'reauth' AND ifnull(s.next_metrics_at, 0) <= ? AND ${isDue}`,
        [now, now - DAY],
      )
      .map(({ id }) => id),
    profiles: read.all<Watched>(
      `SELECT x.id, x.connector, x.handle FROM watched_profile x JOIN brand b ON b.id = x.brand_id
       WHERE b.archived_at IS NULL AND ${isDue}`,
      [now - DAY],
    ),
  };
}

/** Samples whatever is due, one after the other. */
async function sampleAll(
  context: Sampler & { write: WriteHandle },
  tried: Map<string, number>,
  signal: AbortSignal,
): Promise<void> {
  const { accounts, ports, read, write } = context;
  const now = ports.clock.now();
  const due = dueSubjects(read, now);
  const mayTry = (id: string): boolean => {
    if ((tried.get(id) ?? 0) > now - RETRY) return false;
    tried.set(id, now);
    return true;
  };
  for (const id of due.accounts.filter(mayTry)) {
    try {
      const { connector, context: session } = await accounts.open(id, signal);
      if (connector.metrics !== undefined)
        storeSample(write, id, await connector.metrics(session), ports.clock.now());
    } catch (error) {
      if (isAbort(error) || signal.aborted) throw error;
      if (error instanceof ConnectorError && error.kind === 'reauth') noteTrouble(write, id, error, now);
      ports.log.info('the numbers of an account could not be read', { accountId: id });
    }
  }
  for (const profile of due.profiles.filter((one) => mayTry(one.id))) {
    try {
      (await sampleProfile(context, profile, signal)).store(write);
    } catch (error) {
      if (isAbort(error) || signal.aborted) throw error;
      ports.log.info('a profile could not be read', { connector: profile.connector });
    }
  }
}

/** Reads the numbers of accounts and watched profiles once a day. */
export const sampleDaily: MakeService = ({ workspace, ports, accounts, emitChanged }) => {
  const tried = new Map<string, number>();
  const stopping = new AbortController();
  let running = false;
  return {
    tick(now) {
      if (running || isSample(workspace.read)) return;
      const due = dueSubjects(workspace.read, now);
      const fresh = [...due.accounts, ...due.profiles.map(({ id }) => id)];
      if (!fresh.some((id) => (tried.get(id) ?? 0) <= now - RETRY)) return;
      running = true;
      void sampleAll(
        { accounts, ports, read: workspace.read, write: workspace.write },
        tried,
        stopping.signal,
      )
        .catch(() => undefined)
        .finally(() => {
          running = false;
          if (!stopping.signal.aborted) emitChanged(['accounts']);
        });
    },
    stop: () => stopping.abort(),
  };
};
