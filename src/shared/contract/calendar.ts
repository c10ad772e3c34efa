import { z } from 'zod';
import { ActionImage, ActionState } from '../model/action.ts';
import { PostStage, PostState } from '../model/post.ts';
import { PublishingLimits } from '../model/publishing.ts';
import { Slot } from '../model/slot.ts';
import { Done, Id, Millis, Nothing, ReasonParams, Undoable } from './common.ts';
import { command, query } from './define.ts';

const MAX_TEXT = 100_000;
/** Parts of a thread after its first. */
const MOST_PARTS = 24;
/** A picture of a telephone has up to 15 MB; base64 takes a third more. */
const MAX_IMAGE_TEXT = 28_000_000;

/** An own account that something can be published on. */
export const PublishingAccount = z.strictObject({
  id: Id,
  brandId: Id,
  connector: z.string(),
  /** The network as people call it. */
  network: z.string(),
  handle: z.string(),
  name: z.string(),
  needsSignIn: z.boolean(),
  /** Whether its network lets what is published be changed. */
  canEdit: z.boolean(),
  publishing: PublishingLimits,
});
export type PublishingAccount = z.infer<typeof PublishingAccount>;

const VariantFields = {
  accountId: Id,
  text: z.string().max(MAX_TEXT),
  title: z.string().max(1000),
  /** The posts it goes on in, in their order, where the network takes threads. */
  thread: z.array(z.string().max(MAX_TEXT)).max(MOST_PARTS).default([]),
  images: z.array(ActionImage.extend({ mediaId: Id, alt: z.string().max(10_000) })).max(50),
  /** The network itself shall hold it until its time, where it can. */
  hold: z.boolean(),
};

/** Why an action did not arrive, or not yet, in English; '' where there is nothing to say. */
const Reason = { reason: z.string(), reasonCode: z.string().nullable(), reasonParams: ReasonParams };

export const VariantDraft = z.strictObject(VariantFields);
export type VariantDraft = z.infer<typeof VariantDraft>;

export const Variant = z.strictObject({
  ...VariantFields,
  id: Id,
  stage: PostStage,
  /** The latest action; null before there is one, or once it was taken back. */
  action: z
    .strictObject({
      id: Id,
      state: ActionState,
      held: z.boolean(),
      dueAt: Millis,
      ...Reason,
      /** Where it can be seen. */
      url: z.string().nullable(),
    })
    .nullable(),
  /** The latest change of what is published; null before there is one, or once it was taken back. */
  edit: z
    .strictObject({
      id: Id,
      state: ActionState,
      /** How often it was tried: what was tried more than once may have arrived although its answer did not. */
      attempts: z.number().int(),
      /** Null while it is not over. */
      settledAt: Millis.nullable(),
      ...Reason,
      text: VariantFields.text,
      title: VariantFields.title,
      images: VariantFields.images,
    })
    .nullable(),
});
export type Variant = z.infer<typeof Variant>;

export const Post = z.strictObject({
  id: Id,
  brandId: Id,
  state: PostState,
  /** What is most urgent among its variants. */
  stage: PostStage,
  /** Null while it has no time. */
  at: Millis.nullable(),
  /** IANA zone of the wall clock it was planned on. */
  zone: z.string(),
  /** Seen only here. */
  note: z.string(),
  createdAt: Millis,
  /** Who approved it; '' where that was not said, or it is not approved. */
  approvedBy: z.string(),
  /** Something newer was written than what is stored here; see `posts.writing`. */
  writing: z.boolean(),
  /** In the order they were added. */
  variants: z.array(Variant),
});
export type Post = z.infer<typeof Post>;

export const Media = z.strictObject({
  id: Id,
  type: z.string(),
  bytes: z.number().int(),
  /** Pixels. */
  width: z.number().int(),
  height: z.number().int(),
  name: z.string(),
  /** A small picture as a `data:` address; null when the file is gone. */
  picture: z.string().nullable(),
});
export type Media = z.infer<typeof Media>;

const Content = z.strictObject({
  text: VariantFields.text,
  title: VariantFields.title,
  thread: VariantFields.thread,
  images: VariantFields.images,
});

/** A post as it is being written: what all its accounts say, and what one says otherwise. */
export const Writing = z.strictObject({
  slot: Slot.nullable(),
  accountIds: z.array(Id).max(20),
  shared: Content,
  own: z.record(Id, Content),
  hold: z.boolean(),
  note: z.string().max(10_000),
});
export type Writing = z.infer<typeof Writing>;

/** Whether a brand's posts need a second look before they may leave. */
export const Approval = z.strictObject({
  brandId: Id,
  required: z.boolean(),
  /** Who approved posts of this brand before, the latest first. */
  approvers: z.array(z.string()),
});
export type Approval = z.infer<typeof Approval>;

const PostFields = {
  slot: Slot.nullable(),
  note: z.string().max(10_000),
  variants: z.array(VariantDraft).min(1).max(20),
};

/** What is planned, approved and published. */
export const calendar = {
  'posts.accounts': query({
    summary: 'Own accounts that something can be published on, with what their network takes.',
    input: z.strictObject({ brandIds: z.array(Id).max(50).default([]) }),
    output: z.strictObject({ accounts: z.array(PublishingAccount) }),
  }),
  'posts.list': query({
    summary: 'Posts of a span of time in its order, and every post that has no time yet.',
    input: z
      .strictObject({ brandIds: z.array(Id).max(50).default([]), from: Millis, to: Millis })
      .refine(({ from, to }) => from < to && to - from <= 100 * 86_400_000, {
        message: 'a span of at most 100 days',
      }),
    output: z.strictObject({ posts: z.array(Post) }),
  }),
  'posts.get': query({
    summary: 'One post with its variants and what became of each.',
    input: z.strictObject({ postId: Id }),
    output: Post,
  }),
  'posts.create': command({
    summary: 'Keeps a new draft.',
    input: z.strictObject({ brandId: Id, ...PostFields, note: PostFields.note.default('') }),
    output: Undoable.extend({ postId: Id }),
  }),
  'posts.update': command({
    summary: 'Changes what is in a post. What was scheduled is taken back and has to be approved again.',
    input: z.strictObject({
      postId: Id,
      slot: PostFields.slot.optional(),
      note: PostFields.note.optional(),
      variants: PostFields.variants.optional(),
    }),
    output: Undoable,
  }),
  'posts.move': command({
    summary: 'Gives a post another time; what is scheduled moves with it.',
    input: z.strictObject({ postId: Id, slot: Slot }),
    output: Undoable,
  }),
  'posts.submit': command({
    summary: 'Hands a draft over for review.',
    input: z.strictObject({ postId: Id }),
    output: Undoable,
  }),
  'posts.approve': command({
    summary:
      'Approves a post: with a time it is scheduled on every account, without one it waits for a time.',
    input: z.strictObject({
      postId: Id,
      /** planned = at its own time; now = at once. */
      when: z.enum(['planned', 'now']).default('planned'),
      /** Who approves; has to be said where the brand requires approval. */
      by: z.string().trim().max(120).default(''),
    }),
    output: z.strictObject({ actionIds: z.array(Id) }),
  }),
  'posts.edit': command({
    summary:
      'Changes what an account has published. Images are the whole list; the further posts of a thread stay as they are.',
    input: z.strictObject({
      postId: Id,
      variantId: Id,
      text: VariantFields.text,
      title: VariantFields.title,
      images: VariantFields.images,
      /** Who approves; has to be said where the brand requires approval. */
      by: z.string().trim().max(120).default(''),
    }),
    /** Null where this is what is published, so that nothing has to leave. */
    output: z.strictObject({ actionId: Id.nullable() }),
  }),
  'posts.unschedule': command({
    summary:
      'Takes what has not left yet back, from a network that holds it too, and makes the post a draft again.',
    input: z.strictObject({ postId: Id }),
    output: z.strictObject({ cancelled: z.number().int() }),
  }),
  'posts.duplicate': command({
    summary: 'Makes a draft with the same content and no time.',
    input: z.strictObject({ postId: Id }),
    output: Undoable.extend({ postId: Id }),
  }),
  'posts.remove': command({
    summary: 'Removes a post that has not gone out, and takes back what of it was scheduled.',
    input: z.strictObject({ postId: Id }),
    output: Undoable,
  }),
  'posts.writing': query({
    summary: 'What was written in a post, or in a new one, and is not part of it yet.',
    input: z.strictObject({ postId: Id.nullable() }),
    output: z.strictObject({ writing: Writing.nullable() }),
  }),
  'posts.keepWriting': command({
    summary: 'Keeps what is being written beside a post, or as a new one; null forgets it.',
    input: z.strictObject({ postId: Id.nullable(), writing: Writing.nullable() }),
    output: Done,
  }),
  'approval.list': query({
    summary: 'Which own brands require that posts be approved, and who did so before.',
    input: Nothing,
    output: z.strictObject({ brands: z.array(Approval) }),
  }),
  'approval.require': command({
    summary: 'Says whether posts of a brand have to be handed in and approved by name before they may leave.',
    input: z.strictObject({ brandId: Id, required: z.boolean() }),
    output: Undoable,
  }),
  'media.add': command({
    summary: 'Keeps an image, encoded anew without the metadata of its file.',
    input: z.strictObject({
      name: z.string().max(300),
      /** The file, in base64; at most 20 MB. */
      bytes: z.string().min(1).max(MAX_IMAGE_TEXT),
    }),
    output: Media,
  }),
  'media.get': query({
    summary: 'An image with a small picture of it.',
    input: z.strictObject({
      mediaId: Id,
      /** Longest side of the small picture, in pixels. */
      side: z.number().int().min(32).max(1024).default(256),
    }),
    output: Media,
  }),
};
