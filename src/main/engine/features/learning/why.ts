import type { Why } from '#shared/contract/learning.ts';
import { EarshotError } from '#shared/model/result.ts';
import type { Judge } from '../../collect/judge.ts';
import {
  loudness,
  noTotals,
  PUBLISHER_TOTALS,
  usualRate,
  type PublisherTotals,
} from '../../collect/loudness.ts';
import { kindOf, sentimentOf } from '../../storage/codes.ts';
import type { ReadHandle } from '../../storage/handles.ts';
import { sumSites } from '../../storage/site-totals.ts';
import { defaultMonthlyVisitors, placementOf, reachOf } from '../../understand/reach.ts';
import { explainInput } from './head.ts';

interface WhyRow {
  title: string;
  text: string;
  language: string;
  kind: number;
  url: string;
  site: string;
  siteKey: number;
  rating: number | null;
  views: number | null;
  reach: number;
  story: number;
  influence: number;
  author: number;
  authorName: string | null;
  followers: number | null;
  monthlyVisitors: number | null;
  sentiment: number;
  corrected: number;
}

const ROW = `SELECT i.title, i.body AS text, l.id AS language, i.kind, i.url, i.site, i.site_key AS siteKey, i.rating, i.views,
    i.reach, i.story, i.influence, i.author, a.name AS authorName, a.followers, p.monthly_visitors AS monthlyVisitors,
    m.sentiment, m.corrected
  FROM mention m JOIN brand b ON b.key = m.brand JOIN item i ON i.id = m.item JOIN language l ON l.key = i.language
  LEFT JOIN author a ON a.key = i.author LEFT JOIN site_profile p ON p.id = i.site
  WHERE b.id = ? AND m.item = ?`;

/** Opens every number of a mention to what it was made of. @throws EarshotError `not-found` */
export async function explainMention(
  read: ReadHandle,
  judge: Judge,
  { itemId, brandId }: { itemId: number; brandId: string },
): Promise<Why> {
  const row = read.get<WhyRow>(ROW, [brandId, itemId]);
  if (!row) throw new EarshotError('not-found', 'This mention is no longer there.', { details: { itemId } });
  const [explained] = await judge.explain([explainInput(row)]);
  if (explained === undefined) throw new Error('no answer for one question');
  const { sentiment, score, certainty } = explained.base;
  return {
    sentiment: sentimentOf(row.sentiment),
    corrected: row.corrected === 1,
    base: { sentiment, score, certainty },
    learned: explained.learned,
    words: explained.words,
    rating: row.rating,
    reach: reachOfRow(row),
    influence: influenceOfRow(read, row),
  };
}

/** The value as stored, with the formula and inputs that give it. */
function reachOfRow(row: WhyRow): Why['reach'] {
  const { value, formula, inputs, estimated } = reachOf({
    kind: kindOf(row.kind),
    views: row.views,
    followers: row.followers,
    monthlyVisitors: row.monthlyVisitors ?? defaultMonthlyVisitors.small,
    placement: placementOf(row.url),
  });
  const repeated = row.story !== 0 && row.reach === 0 && (value ?? 0) > 0;
  return { value: row.reach, formula, inputs: { ...inputs }, estimated, repeated };
}

/** As it was reckoned when the item arrived, over what is known today. */
function influenceOfRow(read: ReadHandle, row: WhyRow): Why['influence'] {
  const byAuthor = kindOf(row.kind) !== 'news' && row.author !== 0;
  const totals =
    read.get<PublisherTotals>(
      `SELECT ${PUBLISHER_TOTALS} FROM ${byAuthor ? 'author' : 'site'} WHERE key = ?`,
      [byAuthor ? row.author : row.siteKey],
    ) ?? noTotals;
  const { reachPart, interactionFactor, typicalReach } = loudness(totals, usualRate(sumSites(read)));
  return {
    value: row.influence,
    of: byAuthor ? 'author' : 'site',
    name: byAuthor ? (row.authorName ?? '') : row.site,
    typicalReach: Math.round(typicalReach),
    reachPart,
    interactionFactor,
    items: totals.items,
  };
}
