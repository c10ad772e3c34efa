import { v7 as uuidv7 } from 'uuid';
import { slotMillis } from '#shared/model/slot.ts';
import { storeSample } from '../../accounts/sampling.ts';
import type { Judge } from '../../collect/judge.ts';
import { judgeEntries, type JudgedEntry } from '../../collect/entries.ts';
import { ingest } from '../../collect/ingest.ts';
import { loadBrandMatchers } from '../../collect/matchers.ts';
import type { ThreadUpdate } from '../../connectors/kit/index.ts';
import { heardIn } from '../../inbox/mentions.ts';
import { judgeThreads } from '../../inbox/opinions.ts';
import { storeThread, type Opinion } from '../../inbox/threads.ts';
import { inboxSource } from '../../storage/about.ts';
import type { Change } from '../../storage/changes.ts';
import { finishChange } from '../../storage/commit.ts';
import type { Workspace } from '../../storage/workspace.ts';
import { dayName } from '../../storage/zone.ts';
import { channels, sampleThreads, type ChannelKey } from './inbox.ts';
import { captions, posts, type SamplePost } from './posts.ts';

const DAY = 86_400_000;
/** How long the sample's channels have been looked at. */
const SAMPLED_DAYS = 60;
const ZONE = 'Europe/Bucharest';

/** One profile with what was said to it, understood. */
export interface JudgedChannel {
  key: ChannelKey;
  id: string;
  threads: ThreadUpdate[];
  opinions: ReadonlyMap<string, Opinion>;
  heard: JudgedEntry[];
}

/** Understood before anything is written, since that is not done at once. */
export async function judgeChannels(
  workspace: Workspace,
  judge: Judge,
  now: number,
): Promise<JudgedChannel[]> {
  const nowhere = { key: 0, connector: '', name: '' };
  const all: JudgedChannel[] = [];
  for (const key of ['bluesky', 'mastodon', 'wordpress'] as const) {
    const id = uuidv7();
    const threads = sampleThreads(key, now);
    const account = { id, brandId: '', connector: key };
    const entries = heardIn(threads).map((raw) => ({ raw, sources: [nowhere] as const, fetchedAt: now }));
    all.push({
      key,
      id,
      threads,
      opinions: await judgeThreads(judge, workspace.write, account, threads),
      heard: await judgeEntries(judge, entries),
    });
  }
  return all;
}

/** The hotel's own profiles: what is said to them, what they published and plan, and their numbers beside a competitor's. */
export function fillChannels(workspace: Workspace, judged: readonly JudgedChannel[], now: number): void {
  const { write } = workspace;
  const own = write.get<{ id: string }>("SELECT id FROM brand WHERE role = 'own' ORDER BY key LIMIT 1");
  if (!own) return;
  const change = workspace.changes.begin({ request: 'demo', undoable: false });
  for (const channel of judged) {
    addAccount(change, channel, own.id, now);
    const account = { id: channel.id, brandId: own.id, connector: channel.key, ...channels[channel.key] };
    const source = { ...inboxSource(write, account, now), connector: channel.key };
    const entries = channel.heard.map((entry) => ({ ...entry, sources: [source] as const }));
    ingest(workspace, loadBrandMatchers(write), [{ entries }], { now });
    for (const update of channel.threads) {
      storeThread(workspace, change, account, update, { opinions: channel.opinions, first: false, now });
    }
  }
  const idOf = (key: ChannelKey): string => judged.find((channel) => channel.key === key)?.id ?? '';
  for (const post of posts) addPost(workspace, change, post, own.id, idOf, now);
  addFigures(change, { bluesky: idOf('bluesky'), mastodon: idOf('mastodon') }, now);
  finishChange(workspace, change);
}

function addAccount(change: Change, { key, id }: JudgedChannel, brandId: string, now: number): void {
  const { ident, handle, name, url } = channels[key];
  change.insert('account', {
    id,
    brand_id: brandId,
    connector: key,
    ident,
    handle,
    name,
    url,
    settings: '{}',
    publishing: null,
    allow_local_network: 0,
    created_at: now - SAMPLED_DAYS * DAY,
    archived_at: null,
  });
  change.write.run(
    `INSERT INTO account_state(account_id, status, last_tried_at, last_success_at) VALUES(?, 'ok', ?, ?)`,
    [id, now, now],
  );
}

function addPost(
  { zone }: Workspace,
  change: Change,
  post: SamplePost,
  brandId: string,
  idOf: (key: ChannelKey) => string,
  now: number,
): void {
  const at = post.when === null ? null : timeOf(post.when, zone.day(now));
  const postId = uuidv7();
  const { text, title = '', note = '', state, action } = post;
  change.insert('post', {
    id: postId,
    brand_id: brandId,
    title: '',
    state,
    at,
    zone: ZONE,
    note,
    created_at: Math.min(now, at ?? now) - 2 * DAY,
    approved_at: state === 'approved' ? Math.min(now, at ?? now) - DAY : null,
    approved_by: '',
  });
  post.channels.forEach((key, position) => {
    const variantId = uuidv7();
    const content = { text, title: key === 'wordpress' ? title : '' };
    change.insert('variant', {
      id: variantId,
      post_id: postId,
      account_id: idOf(key),
      ...content,
      images: '[]',
      hold: 0,
      position,
      thread: '[]',
    });
    if (action === undefined || at === null) return;
    const isSent = action === 'sent';
    const id = uuidv7();
    change.insert('action', {
      id,
      account_id: idOf(key),
      kind: 'publish',
      payload: JSON.stringify(content),
      key: id,
      state: action,
      variant_id: variantId,
      conversation_id: null,
      automatic: 0,
      due_at: at,
      created_at: Math.min(now, at) - DAY,
      approved_at: Math.min(now, at) - DAY,
      sending_at: isSent ? at : null,
      settled_at: isSent ? at : null,
      next_try_at: null,
      attempts: isSent ? 1 : 0,
      looks: 0,
      reason_kind: null,
      reason_code: null,
      reason_params: '{}',
      reason: '',
      retryable: action === 'missed' ? 1 : 0,
      result_ident: isSent ? `${channels[key].url}${postId}` : null,
      result_url: isSent ? `${channels[key].url}${postId}` : null,
      held: 0,
    });
  });
}

function timeOf([days, hour, minute]: NonNullable<SamplePost['when']>, today: number): number {
  const two = (part: number): string => String(part).padStart(2, '0');
  return slotMillis({ local: `${dayName(today + days)}T${two(hour)}:${two(minute)}`, zone: ZONE });
}

interface Course {
  subject: string;
  /** Followers when looking began, and on each day since about so many more. */
  from: number;
  perDay: number;
  /** Days from one post to the next. */
  pace: number;
}

/** A figure a day for each profile, and what its posts got. */
function addFigures(change: Change, own: { bluesky: string; mastodon: string }, now: number): void {
  const courses: Course[] = [
    { subject: own.bluesky, from: 1180, perDay: 3.1, pace: 2 },
    { subject: own.mastodon, from: 412, perDay: 0.9, pace: 3 },
  ];
  const rivals = change.write.all<{ id: string }>(
    "SELECT id FROM brand WHERE role = 'competitor' ORDER BY key LIMIT 2",
  );
  rivals.forEach(({ id: brandId }, at) => {
    const id = uuidv7();
    const handle = ['@casascoicilor.example', '@hotelcrivat.example'][at] ?? '';
    change.insert('watched_profile', {
      id,
      brand_id: brandId,
      connector: 'bluesky',
      handle,
      created_at: now - SAMPLED_DAYS * DAY,
    });
    courses.push({
      subject: id,
      from: [2140, 890][at] ?? 500,
      perDay: [1.2, 5.4][at] ?? 1,
      pace: [4, 1.5][at] ?? 3,
    });
  });
  for (const course of courses) {
    for (let day = SAMPLED_DAYS; day >= 0; day -= 1) addDay(change, course, day, now);
  }
}

function addDay(change: Change, { subject, from, perDay, pace }: Course, day: number, now: number): void {
  const passed = SAMPLED_DAYS - day;
  // Neither a straight line nor chance, so that the sample is the same each time.
  const followers = Math.round(from + perDay * passed + Math.sin(passed / 5) * perDay * 2);
  const recent = Array.from({ length: 20 }, (_, back) => {
    const number = Math.floor(passed / pace) - back;
    const at = now - SAMPLED_DAYS * DAY + number * pace * DAY;
    const liked = Math.round((followers / 60) * (1 + Math.sin(number * 2.3) * 0.6));
    return {
      ident: `${subject}#${number}`,
      url: `https://bluesky.example/${subject}/${number}`,
      at,
      text: captions[Math.abs(number) % captions.length] ?? '',
      reactions: liked,
      comments: Math.round(liked / 9),
      shares: Math.round(liked / 6),
      views: null,
    };
  });
  const metrics = { followers, following: 120, posts: 300 + Math.floor(passed / pace), recent };
  storeSample(change.write, subject, metrics, now - day * DAY);
}
