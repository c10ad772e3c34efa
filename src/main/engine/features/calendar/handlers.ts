import { v7 as uuidv7 } from 'uuid';
import type { Post } from '#shared/contract/calendar.ts';
import type { ParsedInput } from '#shared/contract/index.ts';
import { EarshotError } from '#shared/model/result.ts';
import { slotAt, slotMillis, type Slot } from '#shared/model/slot.ts';
import type { CommandContext, Handlers } from '../../context.ts';
import type { Change } from '../../storage/changes.ts';
import { brandKeyOf } from '../../storage/mentions-write.ts';
import { readSettings } from '../../storage/settings.ts';
import { publishingAccounts } from './accounts.ts';
import { approvals, refuseUnapproved, requireApproval } from './approval.ts';
import { changedVariants, hasNewAccounts, writeVariants } from './content.ts';
import { editPublished } from './edit.ts';
import { moveHeld, unapproved, withdrawHeld } from './held.ts';
import { isHandedOver, listPosts, readPost } from './posts.ts';
import {
  leaving,
  movePost,
  queueVariants,
  refuseFaulty,
  refuseGone,
  refusePast,
  takeBack,
} from './schedule.ts';
import { keepWriting, readWriting } from './writing.ts';

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

/** What is new in a post: other content, which has to be approved again, or only another time, or neither. */
function newIn(post: Post, { slot, variants }: Pick<ParsedInput<'posts.update'>, 'slot' | 'variants'>) {
  const changed = variants === undefined ? [] : changedVariants(post, variants);
  const isOther = changed.length > 0 || (variants !== undefined && hasNewAccounts(post, variants));
  const isMoved = slot != null && slotMillis(slot) !== post.at;
  return { changed, isOther: isOther || slot === null, isMoved };
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

  'posts.update': async ({ postId, slot, note, variants }, context) => {
    const known = readPost(context.read, postId, context.ports.clock.now());
    const wanted = newIn(known, { slot, variants });
    refuseGone(wanted.changed);
    if (wanted.isOther) await withdrawHeld(context, known, null);
    else if (wanted.isMoved && slot != null) await moveHeld(context, known, slot);
    return changePost(context, postId, (change, post) => {
      const { changed, isOther, isMoved } = newIn(post, { slot, variants });
      refuseGone(changed);
      if (note !== undefined) change.update('post', postId, { note });
      if (isOther) {
        // What was approved is what goes out: anything else needs another look.
        takeBack(change, context, post.variants);
        change.update('post', postId, {
          ...(post.state === 'approved' ? unapproved : {}),
          ...(slot === undefined ? {} : times(slot, post.zone)),
        });
        if (variants !== undefined) writeVariants(change, post, variants);
      } else if (isMoved && slot != null) movePost(change, context, post, slot);
      else if (slot != null) change.update('post', postId, { zone: slot.zone });
    });
  },

  'posts.move': async ({ postId, slot }, context) => {
    await moveHeld(context, readPost(context.read, postId, context.ports.clock.now()), slot);
    return changePost(context, postId, (change, post) => movePost(change, context, post, slot));
  },

  'posts.submit': ({ postId }, context) =>
    changePost(context, postId, (change, post) => {
      if (post.state === 'approved') throw new EarshotError('conflict', 'This post is approved already.');
      change.update('post', postId, { state: 'review' });
    }),

  'posts.approve': async ({ postId, when, by }, context) => {
    const now = context.ports.clock.now();
    const known = readPost(context.read, postId, now);
    if (when === 'now') {
      // Before anything is taken back.
      refuseFaulty(context.read, context, leaving(known));
      await withdrawHeld(context, known, slotAt(now, known.zone));
    }
    const { value: actionIds } = context.change(
      (change) => {
        const post = readPost(change.write, postId, now);
        if (post.variants.every(({ stage }) => stage === 'sent' || stage === 'held'))
          refuseGone(post.variants);
        refuseUnapproved(change.write, post, by);
        refuseFaulty(change.write, context, leaving(post));
        const at = when === 'now' ? now : post.at;
        if (at !== null) refusePast(at, now);
        change.update('post', postId, {
          state: 'approved',
          approved_at: now,
          at,
          ...(by === '' ? {} : { approved_by: by }),
        });
        return at === null ? [] : queueVariants(change, context, post, at);
      },
      { undoable: false },
    );
    context.outbox.look();
    return { actionIds };
  },

  'posts.edit': (input, context) => {
    const now = context.ports.clock.now();
    const { value: actionId } = context.change(
      (change) => editPublished(change, context, readPost(change.write, input.postId, now), input),
      { undoable: false },
    );
    context.outbox.look();
    return { actionId };
  },

  'posts.unschedule': async ({ postId }, context) => {
    const now = context.ports.clock.now();
    const known = readPost(context.read, postId, now);
    refuseGone(known.variants);
    await withdrawHeld(context, known, null);
    const held = known.variants.filter(({ stage }) => stage === 'held').length;
    const { value: cancelled } = context.change(
      (change) => {
        const post = readPost(change.write, postId, now);
        refuseGone(post.variants);
        change.update('post', postId, unapproved);
        return takeBack(change, context, post.variants);
      },
      { undoable: false },
    );
    return { cancelled: cancelled + held };
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

  'posts.remove': async ({ postId }, context) => {
    const known = readPost(context.read, postId, context.ports.clock.now());
    refuseGone(known.variants);
    await withdrawHeld(context, known, null);
    return changePost(context, postId, (change, post) => {
      refuseGone(post.variants);
      takeBack(change, context, post.variants);
      for (const { id } of post.variants) change.remove('variant', id);
      change.remove('post', postId);
      keepWriting(change.write, postId, null, 0);
    });
  },

  'posts.writing': ({ postId }, { read }) => ({ writing: readWriting(read, postId) }),

  'posts.keepWriting': ({ postId, writing }, { workspace, ports, emitChanged }) => {
    const differs = keepWriting(workspace.write, postId, writing, ports.clock.now());
    // Not at every pause of a person who writes: only the mark in the calendar depends on it.
    if (differs) emitChanged(['calendar']);
    return {};
  },

  'approval.list': (_input, { read }) => ({ brands: approvals(read) }),

  'approval.require': ({ brandId, required }, context) => {
    const { changeId } = context.change((change) => {
      brandKeyOf(change.write, brandId);
      requireApproval(change, brandId, required);
    });
    return { changeId };
  },

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
  | 'posts.edit'
  | 'posts.unschedule'
  | 'posts.duplicate'
  | 'posts.remove'
  | 'posts.writing'
  | 'posts.keepWriting'
  | 'approval.list'
  | 'approval.require'
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
    approved_by: '',
  });
}
