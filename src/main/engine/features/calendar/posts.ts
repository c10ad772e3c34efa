import { z } from 'zod';
import { ReasonParams } from '#shared/contract/common.ts';
import type { Post, Variant } from '#shared/contract/calendar.ts';
import { ActionImage, EditPayload, type ActionState } from '#shared/model/action.ts';
import { postStage, variantStage, type PostState } from '#shared/model/post.ts';
import { EarshotError } from '#shared/model/result.ts';
import type { ReadHandle } from '../../storage/handles.ts';

const Images = z.array(ActionImage);
const Parts = z.array(z.string());

const MOST = 2000;

interface PostRow {
  id: string;
  brandId: string;
  state: PostState;
  at: number | null;
  zone: string;
  note: string;
  createdAt: number;
  approvedBy: string;
  writing: number;
}

interface VariantRow {
  id: string;
  postId: string;
  accountId: string;
  text: string;
  title: string;
  thread: string;
  images: string;
  hold: number;
}

interface ActionRow {
  id: string;
  variantId: string;
  kind: 'publish' | 'edit';
  payload: string;
  state: ActionState;
  held: number;
  attempts: number;
  dueAt: number;
  settledAt: number | null;
  reason: string;
  reasonCode: string | null;
  reasonParams: string;
  url: string | null;
}

const POSTS = `SELECT p.id, p.brand_id AS brandId, p.state, p.at, p.zone, p.note, p.created_at AS createdAt,
  p.approved_by AS approvedBy, EXISTS(SELECT 1 FROM post_writing w WHERE w.post_id = p.id) AS writing
  FROM post p JOIN brand b ON b.id = p.brand_id AND b.archived_at IS NULL`;
const OF_BRANDS = '(? = 0 OR p.brand_id IN (SELECT value FROM json_each(?)))';

/** Posts of a span, in the order of their time, then those without one, newest first. Times in UTC milliseconds. */
export function listPosts(
  read: ReadHandle,
  { brandIds, from, to }: { brandIds: readonly string[]; from: number; to: number },
  now: number,
): Post[] {
  const rows = read.all<PostRow>(
    `${POSTS} WHERE ${OF_BRANDS} AND (p.at >= ? AND p.at < ? OR p.at IS NULL)
     ORDER BY p.at IS NULL, p.at, CASE WHEN p.at IS NULL THEN -p.created_at END, p.id LIMIT ${MOST}`,
    [brandIds.length, JSON.stringify(brandIds), from, to],
  );
  return whole(read, rows, now);
}

/** @throws EarshotError `not-found` */
export function readPost(read: ReadHandle, postId: string, now: number): Post {
  const [post] = whole(read, read.all<PostRow>(`${POSTS} WHERE p.id = ?`, [postId]), now);
  if (post) return post;
  throw new EarshotError('not-found', 'This post no longer exists.', { details: { postId } });
}

/** Whether anything of a post was handed to the outbox and not taken back. */
export const isHandedOver = (post: Post): boolean => post.variants.some(({ action }) => action !== null);

function whole(read: ReadHandle, rows: readonly PostRow[], now: number): Post[] {
  const ids = JSON.stringify(rows.map(({ id }) => id));
  const variants = Map.groupBy(
    read.all<VariantRow>(
      `SELECT id, post_id AS postId, account_id AS accountId, text, title, thread, images, hold FROM variant
       WHERE post_id IN (SELECT value FROM json_each(?)) ORDER BY position, id`,
      [ids],
    ),
    ({ postId }) => postId,
  );
  // Ids are sortable by time: the last one written is the latest.
  const actions = new Map(
    read
      .all<ActionRow>(
        `SELECT a.id, a.variant_id AS variantId, a.kind, a.payload, a.state, a.held, a.attempts, a.due_at AS dueAt,
         a.settled_at AS settledAt, a.reason, a.reason_code AS reasonCode, a.reason_params AS reasonParams,
         a.result_url AS url FROM action a JOIN variant v ON v.id = a.variant_id
         WHERE v.post_id IN (SELECT value FROM json_each(?)) AND a.kind IN ('publish', 'edit') AND a.state <> 'cancelled'
         ORDER BY a.id`,
        [ids],
      )
      .map((action) => [`${action.kind} ${action.variantId}`, action]),
  );
  return rows.map((row) => {
    const own = (variants.get(row.id) ?? []).map((variant) => {
      const published = actions.get(`publish ${variant.id}`) ?? null;
      return variantOf(row.state, variant, published, actions.get(`edit ${variant.id}`) ?? null, now);
    });
    return {
      ...row,
      writing: row.writing === 1,
      stage: postStage(
        row.state,
        own.map(({ stage }) => stage),
      ),
      variants: own,
    };
  });
}

function variantOf(
  state: PostState,
  row: VariantRow,
  published: ActionRow | null,
  edit: ActionRow | null,
  now: number,
): Variant {
  const { postId: _postId, thread, images, hold, ...rest } = row;
  const action = published === null ? null : actionOf(published);
  return {
    ...rest,
    thread: Parts.parse(JSON.parse(thread)),
    images: Images.parse(JSON.parse(images)),
    hold: hold === 1,
    stage: variantStage(state, action, now),
    action,
    edit: edit === null ? null : editOf(edit),
  };
}

const reasonOf = ({ reason, reasonCode, reasonParams }: ActionRow) => ({
  reason,
  reasonCode,
  reasonParams: ReasonParams.parse(JSON.parse(reasonParams)),
});

const actionOf = (row: ActionRow): NonNullable<Variant['action']> => ({
  id: row.id,
  state: row.state,
  held: row.held === 1,
  dueAt: row.dueAt,
  url: row.url,
  ...reasonOf(row),
});

function editOf(row: ActionRow): NonNullable<Variant['edit']> {
  const { id, state, attempts, settledAt } = row;
  const { text, title, images } = EditPayload.parse(JSON.parse(row.payload));
  return { id, state, attempts, settledAt, text, title, images, ...reasonOf(row) };
}
