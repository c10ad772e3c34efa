import { v7 as uuidv7 } from 'uuid';
import type { Post } from '#shared/contract/calendar.ts';
import { EarshotError } from '#shared/model/result.ts';
import { slotMillis, type Slot } from '#shared/model/slot.ts';
import type { CommandContext, Handlers } from '../../context.ts';
import type { Change } from '../../storage/changes.ts';
import { brandKeyOf } from '../../storage/mentions-write.ts';
import { readSettings } from '../../storage/settings.ts';
import { publishingAccounts } from './accounts.ts';
import { changedVariants, hasNewAccounts, writeVariants } from './content.ts';
import { isHandedOver, listPosts, readPost } from './posts.ts';
import { movePost, queueVariants, refuseFaulty, refuseGone, refusePast, takeBack } from './schedule.ts';

/** In bytes. */
const MOST_IMAGE = 20_000_000;

const times = (slot: Slot | null, zone: string): { at: number | null; zone: string } =>
  slot === null ? { at: null, zone } : { at: slotMillis(slot), zone: slot.zone };

/**
 * Changes a post; what went through the outbox is not a step of undo, since an undo could send a thing twice or leave
 * a text standing that is not the one that went out.
 */
function changePost(
  context: CommandContext,
  postId: string,
  work: (change: Change, post: Post) => void,
): { changeId: string | null } {
  const now = context.ports.clock.now();
  const before = readPost(context.workspace.write, postId, now);
  const undoable = before.state !== 'approved' && !isHandedOver(before);
  const { changeId } = context.change((change) => work(change, before), { undoable });
  context.outbox.look();
  return { changeId: undoable ? changeId : null };
}

export const calendarHandlers = {
  'posts.accounts': ({ brandIds }, { read, ports }) => ({
    accounts: publishingAccounts(read, ports, brandIds),
  }),

  'posts.list': (input, { read, ports }) => ({ posts: listPosts(read, input, ports.clock.now()) }),

  'posts.get': ({ postId }, { read, ports }) => readPost(read, postId, ports.clock.now()),

  'posts.create': ({ brandId, slot, note, variants }, context) => {
    const id = uuidv7();
    const { changeId } = context.change((change) => {
      brandKeyOf(change.write, brandId);
      const { zone } = readSettings(change.write);
      insertPost(change, { id, brandId, note, ...times(slot, zone) }, context.ports.clock.now());
      writeVariants(change, { id, brandId, variants: [] }, variants);
    });
    return { postId: id, changeId };
  },

  'posts.update': ({ postId, slot, note, variants }, context) =>
    changePost(context, postId, (change, post) => {
      const changed = variants === undefined ? [] : changedVariants(post, variants);
      refuseGone(changed);
      const isOther = changed.length > 0 || (variants !== undefined && hasNewAccounts(post, variants));
      if (note !== undefined) change.update('post', postId, { note });
      if (isOther || slot === null) {
        // What was approved is what goes out: anything else needs another look.
        takeBack(change, context, post.variants);
        change.update('post', postId, {
          state: post.state === 'approved' ? 'draft' : post.state,
          ...(slot === undefined ? {} : times(slot, post.zone)),
        });
        if (variants !== undefined) writeVariants(change, post, variants);
      } else if (slot !== undefined && slotMillis(slot) !== post.at) movePost(change, context, post, slot);
      else if (slot !== undefined) change.update('post', postId, { zone: slot.zone });
    }),

  'posts.move': ({ postId, slot }, context) =>
    changePost(context, postId, (change, post) => movePost(change, context, post, slot)),

  'posts.submit': ({ postId }, context) =>
    changePost(context, postId, (change, post) => {
      if (post.state === 'approved') throw new EarshotError('conflict', 'This post is approved already.');
      change.update('post', postId, { state: 'review' });
    }),

  'posts.approve': ({ postId, when }, context) => {
    const now = context.ports.clock.now();
    const { value: actionIds } = context.change(
      (change) => {
        const post = readPost(change.write, postId, now);
        if (post.variants.every(({ stage }) => stage === 'sent' || stage === 'held'))
          refuseGone(post.variants);
        refuseFaulty(change, context, post);
        const at = when === 'now' ? now : post.at;
        if (at !== null) refusePast(at, now);
        change.update('post', postId, { state: 'approved', approved_at: now, at });
        return at === null ? [] : queueVariants(change, context, post, at);
      },
      { undoable: false },
    );
    context.outbox.look();
    return { actionIds };
  },

  'posts.unschedule': ({ postId }, context) => {
    const now = context.ports.clock.now();
    const { value: cancelled } = context.change(
      (change) => {
        const post = readPost(change.write, postId, now);
        refuseGone(post.variants);
        change.update('post', postId, { state: 'draft', approved_at: null });
        return takeBack(change, context, post.variants);
      },
      { undoable: false },
    );
    return { cancelled };
  },

  'posts.duplicate': ({ postId }, context) => {
    const now = context.ports.clock.now();
    const id = uuidv7();
    const { changeId } = context.change((change) => {
      const post = readPost(change.write, postId, now);
      insertPost(change, { id, brandId: post.brandId, note: post.note, at: null, zone: post.zone }, now);
      writeVariants(change, { id, brandId: post.brandId, variants: [] }, post.variants);
    });
    return { postId: id, changeId };
  },

  'posts.remove': ({ postId }, context) =>
    changePost(context, postId, (change, post) => {
      refuseGone(post.variants);
      takeBack(change, context, post.variants);
      for (const { id } of post.variants) change.remove('variant', id);
      change.remove('post', postId);
    }),

  'media.add': async ({ name, bytes }, context) => {
    const file = Buffer.from(bytes, 'base64');
    if (file.byteLength > MOST_IMAGE) {
      throw new EarshotError(
        'invalid',
        'This image is larger than 20 MB. Save it smaller and put it in again.',
        {
          details: { field: 'bytes' },
        },
      );
    }
    const image = await context.media.clean(file);
    const { value: row } = context.change(
      (change) => context.media.keep(change, image, name, context.ports.clock.now()),
      { undoable: false },
    );
    const { file: _file, ...facts } = row;
    return { ...facts, picture: await context.media.small(row, 256) };
  },

  'media.get': async ({ mediaId, side }, { media }) => {
    const row = media.row(mediaId);
    const { file: _file, ...facts } = row;
    return { ...facts, picture: await media.small(row, side) };
  },
} satisfies Handlers<
  | 'posts.accounts'
  | 'posts.list'
  | 'posts.get'
  | 'posts.create'
  | 'posts.update'
  | 'posts.move'
  | 'posts.submit'
  | 'posts.approve'
  | 'posts.unschedule'
  | 'posts.duplicate'
  | 'posts.remove'
  | 'media.add'
  | 'media.get'
>;

interface NewPost {
  id: string;
  brandId: string;
  note: string;
  at: number | null;
  zone: string;
}

function insertPost(change: Change, { id, brandId, note, at, zone }: NewPost, now: number): void {
  change.insert('post', {
    id,
    brand_id: brandId,
    title: '',
    state: 'draft',
    at,
    zone,
    note,
    created_at: now,
    approved_at: null,
  });
}
