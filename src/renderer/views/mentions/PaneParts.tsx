import { Box, Link, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MentionDetail, MentionRow } from '#shared/contract/mentions.ts';
import { useRequest } from '#renderer/client/index.ts';
import { RelativeTime } from '#renderer/ui/RelativeTime.tsx';
import { TagChip } from '#renderer/ui/TagChip.tsx';
import { useFormat } from '#renderer/ui/format.tsx';
import { ProfileLink } from '#renderer/ui/ProfileLink.tsx';
import { Part } from './pane/Part.tsx';
import { Numbers } from './pane/Numbers.tsx';
import { tagsOf } from './rows.ts';

interface PartProps {
  row: MentionRow;
  /** Null until the whole mention has come. */
  detail: MentionDetail | null;
}

const line = {
  display: 'flex',
  flexWrap: 'wrap',
  columnGap: 3,
  rowGap: 0.5,
  alignItems: 'baseline',
  fontSize: 13,
} as const;

/** Who said it, and how loud they are. */
export function Who({ row, detail }: PartProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const followers = detail?.authorFollowers ?? null;
  return (
    <Box sx={line}>
      {detail === null || detail.authorKey === 0 ? (
        <Box component="span" sx={{ fontWeight: 600 }}>
          {row.author === ''
            ? t('mentions.detail.unknownAuthor')
            : t('mentions.detail.by', { author: row.author })}
        </Box>
      ) : (
        <ProfileLink of={{ kind: 'author', authorKey: detail.authorKey }}>
          {t('mentions.detail.by', { author: row.author })}
        </ProfileLink>
      )}
      {followers === null ? null : (
        <span>
          {t('mentions.detail.followers', { count: followers, formatted: format.number(followers) })}
        </span>
      )}
      {detail === null || detail.authorMentions < 2 ? null : (
        <Box component="span" sx={{ color: 'text.secondary' }}>
          {t('mentions.detail.authorMentions', { count: detail.authorMentions })}
        </Box>
      )}
    </Box>
  );
}

/** Where and when, and how many it may have reached. */
export function Facts({ row, detail }: PartProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const engagement = detail?.engagement;
  const parts = (['reactions', 'comments', 'shares', 'views'] as const).flatMap((name) => {
    const count = engagement?.[name] ?? null;
    return count === null ? [] : [t(`mentions.detail.${name}`, { count })];
  });
  return (
    <Box sx={{ display: 'grid', gap: 1, mt: 1 }}>
      <Box sx={{ ...line, color: 'text.secondary' }}>
        <ProfileLink of={{ kind: 'site', host: row.site }}>{row.site}</ProfileLink>
        <span>{row.sourceName === row.site ? '' : row.sourceName}</span>
        <span>{t(`mentions.kind.${row.kind}`)}</span>
        <RelativeTime at={row.publishedAt} />
        <span>{format.full(row.publishedAt)}</span>
      </Box>
      <Box sx={{ ...line, color: 'text.secondary' }}>
        <Numbers row={row} />
        {row.rating === null ? null : (
          <span>
            {t('mentions.detail.rating', { rating: format.number(Math.round(row.rating / 2) / 10) })}
          </span>
        )}
        {parts.map((part) => (
          <span key={part}>{part}</span>
        ))}
      </Box>
    </Box>
  );
}

export function Tags(props: {
  row: MentionRow;
  onRemove: (tag: { id: string; name: string }) => void;
}): ReactNode {
  const { t } = useTranslation();
  const tags = useRequest('tags.list', {}).data?.tags ?? [];
  const carried = tagsOf(props.row);
  return (
    <Part title={t('mentions.detail.tags')}>
      {carried.length === 0 ? (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('mentions.detail.noTags')}
        </Typography>
      ) : (
        <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap' }}>
          {tags
            .filter((tag) => carried.includes(tag.id))
            .map((tag) => (
              <TagChip
                key={tag.id}
                name={tag.name}
                color={tag.color}
                onRemove={() => props.onRemove(tag)}
                removeLabel={t('mentions.tagMenu.remove', { name: tag.name })}
              />
            ))}
        </Box>
      )}
    </Part>
  );
}

/** Which queries found it: the answer to "why is this here". */
export function MatchedBy({ detail }: { detail: MentionDetail }): ReactNode {
  const { t } = useTranslation();
  const brands = useRequest('brands.list', {}).data?.brands ?? [];
  if (detail.matchedBy.length === 0) return null;
  return (
    <Part title={t('mentions.detail.matchedBy')} folded>
      {detail.matchedBy.map((match) => (
        <Box key={match.queryId} sx={{ fontSize: 13, mb: 1 }}>
          {t('mentions.detail.matchedQuery', {
            brand: brands.find(({ id }) => id === match.brandId)?.name ?? '',
            query: match.queryName,
          })}
          <Box component="code" sx={{ display: 'block', color: 'text.secondary', fontSize: 12 }}>
            {match.queryText}
          </Box>
        </Box>
      ))}
    </Part>
  );
}

export function SeenIn(props: { detail: MentionDetail; onOpen: (url: string) => void }): ReactNode {
  const { t } = useTranslation();
  const { seenIn } = props.detail;
  if (seenIn.length === 0) return null;
  return (
    <Part title={t('mentions.detail.seenIn', { count: seenIn.length })} folded>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', fontSize: 13, display: 'grid', gap: 1 }}>
        {seenIn.map((sighting) => (
          <Box component="li" key={`${sighting.sourceId} ${sighting.at}`} sx={{ display: 'flex', gap: 2 }}>
            {sighting.url === '' ? (
              sighting.sourceName
            ) : (
              <Link
                component="button"
                type="button"
                onClick={() => props.onOpen(sighting.url)}
                sx={{ fontSize: 13, minHeight: 24 }}
              >
                {sighting.sourceName}
              </Link>
            )}
            <Box component="span" sx={{ color: 'text.secondary' }}>
              <RelativeTime at={sighting.at} />
            </Box>
          </Box>
        ))}
      </Box>
    </Part>
  );
}
