import type { Approval, Post } from '#shared/contract/calendar.ts';
import { EarshotError } from '#shared/model/result.ts';
import type { Change } from '../../storage/changes.ts';
import type { ReadHandle } from '../../storage/handles.ts';

/** Names that are offered again. */
const MOST_NAMES = 10;

/** Own brands with whether they require approval, and who approved before, the latest first. */
export const approvals = (read: ReadHandle): Approval[] =>
  read
    .all<{ brandId: string; required: number | null }>(
      `SELECT b.id AS brandId, s.required FROM brand b LEFT JOIN approval_setting s ON s.id = b.id
       WHERE b.role = 'own' AND b.archived_at IS NULL ORDER BY b.created_at, b.id`,
    )
    .map(({ brandId, required }) => ({
      brandId,
      required: required === 1,
      approvers: read
        .all<{ name: string }>(
          `SELECT approved_by AS name FROM post WHERE brand_id = ? AND approved_by <> '' GROUP BY approved_by
           ORDER BY max(approved_at) DESC LIMIT ${MOST_NAMES}`,
          [brandId],
        )
        .map(({ name }) => name),
    }));

export function requireApproval(change: Change, brandId: string, required: boolean): void {
  const known = change.write.get('SELECT 1 FROM approval_setting WHERE id = ?', [brandId]);
  const cell = { required: required ? 1 : 0 };
  if (known === undefined) change.insert('approval_setting', { id: brandId, ...cell });
  else change.update('approval_setting', brandId, cell);
}

/**
 * Whether a post may be approved now, by this name. What was approved and not changed since may be sent again.
 * @throws EarshotError `refused` when its brand requires that it be handed in first, `invalid` when nobody is named
 */
export function refuseUnapproved(read: ReadHandle, post: Post, by: string): void {
  if (!requiresApproval(read, post.brandId) || post.state === 'approved') return;
  if (post.state === 'draft') {
    throw new EarshotError(
      'refused',
      'Posts of this brand are looked at before they leave. Submit it for review first.',
      { details: { postId: post.id } },
    );
  }
  if (by === '') {
    throw new EarshotError('invalid', 'Say who approves this post.', { details: { field: 'by' } });
  }
}

/** A change of what is published is approved as it is sent. @throws EarshotError `invalid` when nobody is named */
export function refuseUnnamed(read: ReadHandle, { brandId }: Post, by: string): void {
  if (by !== '' || !requiresApproval(read, brandId)) return;
  throw new EarshotError('invalid', 'Say who approves this change.', { details: { field: 'by' } });
}

const requiresApproval = (read: ReadHandle, brandId: string): boolean =>
  read.get<{ required: number }>('SELECT required FROM approval_setting WHERE id = ?', [brandId])
    ?.required === 1;
