import { Box, ButtonBase, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RouteParams } from '#renderer/app/state.ts';
import { BrandDot } from '#renderer/ui/BrandDot.tsx';
import { openCounted, topicParams } from '#renderer/ui/counted.ts';
import { Formula } from '#renderer/ui/Formula.tsx';
import { useFormat } from '#renderer/ui/format.tsx';
import { type Summary, type Topics as BrandTopics, type Voices as BrandVoices } from './compared.ts';
import { Section } from '#renderer/ui/Section.tsx';

/** Who speaks of each brand, and where; every line opens its items. */
export function Voices(props: {
  summary: Summary;
  voices: readonly BrandVoices[];
  /** Null until they have come: finding them takes longer than the rest. */
  topics: readonly BrandTopics[] | null;
}): ReactNode {
  const { summary, voices, topics } = props;
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Section title={t('compare.voicesTitle')} text={t('compare.voicesText')}>
      <Box
        sx={{
          display: 'grid',
          gap: 6,
          gridTemplateColumns: 'repeat(auto-fit, minmax(200px, 1fr))',
          alignItems: 'start',
        }}
      >
        {summary.brands.map((brand) => {
          const loud = voices.find(({ brandId }) => brandId === brand.brandId);
          const owned = topics?.find(({ brandId }) => brandId === brand.brandId);
          const open = (more: RouteParams) => (): void =>
            openCounted(brand.brandId, summary.fromDay, summary.toDay, more);
          return (
            <Box
              key={brand.brandId}
              sx={{
                minWidth: 0,
                display: 'grid',
                gap: 3,
                gridTemplateColumns: 'minmax(0, 1fr)',
                alignContent: 'start',
              }}
            >
              <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
                <BrandDot brand={brand} />
                <Typography variant="h3" sx={{ flex: 1, minWidth: 0 }} noWrap>
                  {brand.name}
                </Typography>
                <Formula
                  name="voices"
                  about={brand.name}
                  inputs={[{ label: t('compare.input.read'), value: format.number(loud?.read ?? 0) }]}
                  onItems={open({})}
                />
              </Box>
              <Lines
                title={t('compare.sites')}
                none={t('compare.noSites')}
                lines={(loud?.sites ?? []).map(({ site, ...counts }) => ({
                  id: site,
                  label: site,
                  ...counts,
                  open: open({ sites: site }),
                }))}
              />
              <Lines
                title={t('compare.voices')}
                none={t('compare.noVoices')}
                lines={(loud?.voices ?? []).map(({ authorKey, name, ...counts }) => ({
                  id: String(authorKey),
                  label: name,
                  ...counts,
                  open: open({ authors: String(authorKey) }),
                }))}
              />
              {topics === null ? null : (
                <Lines
                  title={t('compare.topics')}
                  none={t('compare.noTopics')}
                  lines={(owned?.topics ?? []).map(({ term, count, negative, query }) => ({
                    id: query,
                    label: term,
                    mentions: count,
                    estimated: owned?.sampled === true,
                    negative,
                    open: open(topicParams(query)),
                  }))}
                />
              )}
            </Box>
          );
        })}
      </Box>
    </Section>
  );
}

interface Line {
  id: string;
  label: string;
  mentions: number;
  negative: number;
  /** True where the count stands for a sample: it then carries ≈. */
  estimated?: boolean;
  open: () => void;
}

function Lines({ title, none, lines }: { title: string; none: string; lines: readonly Line[] }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div>
      <Typography
        variant="caption"
        component="h4"
        sx={{ color: 'text.secondary', fontWeight: 450, m: 0, mb: 0.5 }}
      >
        {title}
      </Typography>
      {lines.length === 0 ? (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {none}
        </Typography>
      ) : (
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {lines.map(({ id, label, mentions, negative, estimated, open }) => (
            <li key={id}>
              <ButtonBase
                onClick={open}
                sx={{
                  width: '100%',
                  minHeight: 26,
                  gap: 2,
                  px: 1,
                  mx: -1,
                  borderRadius: '4px',
                  textAlign: 'left',
                  '&:hover': { bgcolor: 'tokens.hover' },
                }}
              >
                <Box
                  component="span"
                  sx={{
                    flex: 1,
                    minWidth: 0,
                    overflow: 'hidden',
                    textOverflow: 'ellipsis',
                    whiteSpace: 'nowrap',
                  }}
                >
                  {label}
                </Box>
                {negative === 0 ? null : (
                  <Box component="span" sx={{ fontSize: 12, color: 'tokens.negative', whiteSpace: 'nowrap' }}>
                    {t('compare.loudNegative', { count: negative })}
                  </Box>
                )}
                <Box component="span" sx={{ fontVariantNumeric: 'tabular-nums' }}>
                  {estimated === true ? '≈' : ''}
                  {format.number(mentions)}
                </Box>
              </ButtonBase>
            </li>
          ))}
        </Box>
      )}
    </div>
  );
}
