import { Box, Button, ButtonBase, Link, Typography } from '@mui/material';
import { ExternalLink } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuthorProfile, Profile, SiteProfile } from '#shared/contract/profiles.ts';
import { notify } from '#renderer/app/notify.ts';
import { navigate } from '#renderer/app/state.ts';
import { useCommand, useRequest } from '#renderer/client/index.ts';
import { BrandDot } from './BrandDot.tsx';
import { useFormat } from './format.tsx';
import { Formula } from './Formula.tsx';
import { MentionLine } from './MentionLine.tsx';
import { closeProfile } from './profile.ts';
import { ProfileBlocks } from './ProfileBlocks.tsx';
import { SentimentMark } from './SentimentMark.tsx';
import { SiteVisitors } from './SiteVisitors.tsx';
import { useOpenOriginal } from './useOpenOriginal.ts';

export type ProfileBodyProps = { author: AuthorProfile; site: null } | { author: null; site: SiteProfile };

/** A profile whole: how loud, what was said of which brand, the latest, and what can be done. */
export function ProfileBody(props: ProfileBodyProps): ReactNode {
  const { t } = useTranslation();
  const profile = props.author ?? props.site;
  const keep = useCommand('contacts.fromMention');
  const newest = profile.latest[0];
  const go = (params: Record<string, string>): void => {
    closeProfile();
    navigate('mentions', params);
  };
  const all =
    props.author === null
      ? { sites: props.site.host, copies: 'true' }
      : { authors: String(props.author.authorKey), copies: 'true' };
  const keepThem = async (): Promise<void> => {
    if (newest === undefined) return;
    const done = await keep.run({ itemId: newest.itemId });
    if (done !== null)
      notify({ message: t('contacts.told.kept', { name: profile.name }), undo: done.changeId });
  };
  return (
    <Box sx={{ display: 'grid', gap: 5 }}>
      <Head {...props} />
      <History profile={profile} />
      {props.site === null ? null : <SiteVisitors key={props.site.host} site={props.site} />}
      <Box component="section">
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, mb: 1 }}>
          <Typography variant="h3" sx={{ flex: 1, color: 'text.secondary' }}>
            {t('profiles.latest')}
          </Typography>
          {profile.mentions === 0 ? null : (
            <Button variant="text" color="primary" onClick={() => go(all)}>
              {t('profiles.all', { count: profile.mentions })}
              {profile.moreMentions ? '+' : ''}
            </Button>
          )}
        </Box>
        {profile.latest.length === 0 ? (
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {t('profiles.nothing')}
          </Typography>
        ) : (
          profile.latest.slice(0, 8).map((row) => (
            <ButtonBase
              key={row.itemId}
              onClick={() => go({ itemId: String(row.itemId) })}
              sx={{
                display: 'block',
                width: '100%',
                textAlign: 'left',
                py: 1.5,
                borderBottom: 1,
                borderColor: 'divider',
                '&:hover': { bgcolor: 'tokens.hover' },
              }}
            >
              <MentionLine row={row} />
            </ButtonBase>
          ))
        )}
      </Box>
      <Box component="section">
        <ProfileBlocks
          blocks={profile.blocks}
          whom={
            props.author === null
              ? { kind: 'site', connector: '', ident: props.site.host, name: props.site.host }
              : {
                  kind: 'author',
                  connector: props.author.connector,
                  ident: props.author.ident,
                  name: props.author.name || props.author.ident,
                }
          }
        />
        {props.author === null || newest === undefined ? null : (
          <Button onClick={() => void keepThem()} sx={{ mt: 2 }}>
            {t('profiles.keep')}
          </Button>
        )}
      </Box>
    </Box>
  );
}

/** What has no address of its own (a file that was imported) is known by its source's name. */
const addressOf = (host: string): string =>
  /^[\w-]+(?:\.[\w-]+)+(?::\d+)?$/.test(host) ? `https://${host}` : '';

function Head({ author, site }: ProfileBodyProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const openOriginal = useOpenOriginal();
  const profile = author ?? site;
  const url = author === null ? addressOf(site.host) : author.url;
  const { influence } = profile;
  const loud = (Math.round(influence.value * 10) / 10).toLocaleString(format.locale);
  const precise = (value: number): string =>
    value.toLocaleString(format.locale, { maximumFractionDigits: 2 });
  return (
    <Box component="header" sx={{ pr: 8 }}>
      <Typography variant="h2" component="h2" sx={{ overflowWrap: 'anywhere' }}>
        {profile.name || t('profiles.nameless')}
      </Typography>
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          columnGap: 3,
          rowGap: 1,
          color: 'text.secondary',
          fontSize: 13,
          mt: 1,
        }}
      >
        <span>
          {t(author === null ? 'profiles.site' : 'profiles.author', { connector: author?.connector ?? '' })}
        </span>
        {author?.followers == null ? null : (
          <span>
            {t('mentions.detail.followers', {
              count: author.followers,
              formatted: format.number(author.followers),
            })}
          </span>
        )}
        <span>{t('profiles.items', { count: profile.items })}</span>
        {url === null || url === '' ? null : (
          <Link component="button" type="button" onClick={() => void openOriginal(url)} sx={{ fontSize: 13 }}>
            {t('profiles.visit')} <ExternalLink size={12} aria-hidden />
          </Link>
        )}
      </Box>
      <Box sx={{ display: 'flex', gap: 6, mt: 3 }}>
        <div>
          <Box sx={{ color: 'text.secondary', fontSize: 12 }}>{t('profiles.influence')}</Box>
          <Box sx={{ fontSize: 20, fontWeight: 600 }}>
            <Formula
              name="publisherInfluence"
              about={`${profile.name}, ${loud}`}
              inputs={[
                { label: t('profiles.input.reachPart'), value: precise(influence.reachPart) },
                { label: t('profiles.input.interactionFactor'), value: precise(influence.interactionFactor) },
                {
                  label: t('profiles.input.typicalReach'),
                  value: `≈${format.rough(influence.typicalReach)}`,
                },
              ]}
            >
              <Box component="span" sx={{ fontSize: 20, fontWeight: 600 }}>
                {loud}
              </Box>
            </Formula>
          </Box>
        </div>
        <div>
          <Box sx={{ color: 'text.secondary', fontSize: 12 }}>{t('profiles.typicalReach')}</Box>
          <Box sx={{ fontSize: 20, fontWeight: 600 }}>≈{format.rough(influence.typicalReach)}</Box>
        </div>
      </Box>
    </Box>
  );
}

const barsHeight = 36;

function History({ profile }: { profile: Profile }): ReactNode {
  const { t } = useTranslation();
  const brands = useRequest('brands.list', {}).data?.brands ?? [];
  const max = Math.max(1, ...profile.history.flatMap(({ counts }) => counts));
  return (
    <Box component="section">
      <Typography variant="h3" sx={{ mb: 2, color: 'text.secondary' }}>
        {t('profiles.history')}
      </Typography>
      {profile.history.length === 0 ? (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('profiles.noHistory')}
        </Typography>
      ) : (
        profile.history.map(({ brandId, counts, ...sentiments }) => {
          const brand = brands.find(({ id }) => id === brandId);
          const total = counts.reduce((sum, count) => sum + count, 0);
          return (
            <Box key={brandId} sx={{ mb: 3 }}>
              <Box sx={{ display: 'flex', gap: 2, fontSize: 13, alignItems: 'center' }}>
                {brand === undefined ? null : <BrandDot brand={brand} />}
                <Box sx={{ flex: 1, fontWeight: 600 }}>{brand?.name ?? ''}</Box>
                {(['negative', 'neutral', 'positive', 'undefined'] as const).map((sentiment) =>
                  sentiments[sentiment] === 0 ? null : (
                    <span key={sentiment}>
                      <SentimentMark sentiment={sentiment} /> {sentiments[sentiment]}
                    </span>
                  ),
                )}
              </Box>
              <Box
                role="img"
                aria-label={t('profiles.bars', { count: total })}
                sx={{ display: 'flex', alignItems: 'flex-end', gap: '1px', height: barsHeight, mt: 1 }}
              >
                {counts.map((count, at) => (
                  <Box
                    key={profile.days[at]}
                    sx={{
                      flex: 1,
                      height: `${count === 0 ? 1 : Math.max(3, (count / max) * barsHeight)}px`,
                      bgcolor: count === 0 ? 'divider' : 'primary.main',
                    }}
                  />
                ))}
              </Box>
            </Box>
          );
        })
      )}
    </Box>
  );
}
