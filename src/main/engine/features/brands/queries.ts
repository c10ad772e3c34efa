import type { Brand, BrandQuery } from '#shared/contract/brands.ts';
import { BrandRole, QueryKind } from '#shared/contract/brands.ts';
import type { ReadHandle } from '../../storage/handles.ts';

interface BrandRow {
  key: number;
  id: string;
  name: string;
  role: string;
  ownerId: string | null;
  color: number;
  createdAt: number;
  archivedAt: number | null;
  matching: number;
}

export function listBrands(read: ReadHandle, archived: boolean): Brand[] {
  const rows = read.all<BrandRow>(
    `SELECT key, id, name, role, owner_id AS ownerId, color, created_at AS createdAt, archived_at AS archivedAt,
       EXISTS(SELECT 1 FROM brand_pending p WHERE p.brand = brand.key) AS matching
     FROM brand WHERE archived_at IS NULL OR ? ORDER BY role DESC, created_at, key`,
    [archived ? 1 : 0],
  );
  return rows.map(({ key, matching, role, ...row }) => ({
    ...row,
    role: BrandRole.parse(role),
    matching: matching === 1,
    queries: listQueries(read, row.id),
    counts: countStates(read, key),
  }));
}

function listQueries(read: ReadHandle, brandId: string): BrandQuery[] {
  return read
    .all<Omit<BrandQuery, 'kind'> & { kind: string }>(
      'SELECT id, brand_id AS brandId, name, kind, text, created_at AS createdAt FROM query WHERE brand_id = ? ORDER BY id',
      [brandId],
    )
    .map((row) => ({ ...row, kind: QueryKind.parse(row.kind) }));
}

function countStates(read: ReadHandle, brand: number): Brand['counts'] {
  const n = [0, 0, 0];
  for (const row of read.all<{ state: number; n: number }>(
    'SELECT state, n FROM mention_count WHERE brand = ?',
    [brand],
  )) {
    n[row.state] = row.n;
  }
  const [fresh = 0, open = 0, done = 0] = n;
  return { total: fresh + open + done, new: fresh, open, done };
}
