import { Box, Button, Link, Typography } from '@mui/material';
import { TriangleAlert } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { QueryKind } from '#shared/contract/brands.ts';
import type { Caution } from '#shared/contract/compare.ts';
import { navigate } from '#renderer/app/state.ts';
import { useFormat } from '#renderer/ui/format.tsx';
import type { Summary } from './compared.ts';

const shownAtFirst = 2;

/** What makes this comparison less than fair, right above it, with what to do about it. */
export function Cautions({ summary }: { summary: Summary }): ReactNode {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const { cautions } = summary;
  const words = useWords(summary);
  if (cautions.length === 0) return null;
  const shown = all ? cautions : cautions.slice(0, shownAtFirst);
  const hiddenCount = cautions.length - shownAtFirst;
  return (
    <Box
      component="section"
      aria-label={t('compare.caution.title', { count: cautions.length })}
      sx={{
        display: 'grid',
        gridTemplateColumns: '16px minmax(0, 1fr)',
        columnGap: 3,
        rowGap: 2,
        p: 3,
        border: 1,
        borderColor: 'tokens.warning',
        borderRadius: '8px',
        bgcolor: 'background.paper',
      }}
    >
      <Box aria-hidden sx={{ color: 'tokens.warning', display: 'flex', pt: 0.5 }}>
        <TriangleAlert size={16} />
      </Box>
      <Typography variant="h3" component="h2">
        {t('compare.caution.title', { count: cautions.length })}
      </Typography>
      <Box component="ul" sx={{ gridColumn: 2, listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.5 }}>
        {shown.map((caution) => {
          const { text, todo, to } = words(caution);
          return (
            <li key={`${caution.code} ${text}`}>
              {text}{' '}
              <Box component="span" sx={{ color: 'text.secondary' }}>
                {todo}
              </Box>{' '}
              {to === null ? null : (
                <Link
                  component="button"
                  onClick={() => navigate(to)}
                  sx={{ verticalAlign: 'baseline', fontSize: 'inherit' }}
                >
                  {t(`compare.caution.${to}`)}
                </Link>
              )}
            </li>
          );
        })}
      </Box>
      {hiddenCount <= 0 ? null : (
        <Box sx={{ gridColumn: 2 }}>
          <Button variant="text" sx={{ mx: -2 }} aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? t('compare.caution.less') : t('compare.caution.more', { count: hiddenCount })}
          </Button>
        </Box>
      )}
    </Box>
  );
}

interface Words {
  text: string;
  todo: string;
  to: 'brands' | 'sources' | null;
}

function useWords(summary: Summary): (caution: Caution) => Words {
  const { t } = useTranslation();
  const format = useFormat();
  const and = new Intl.ListFormat(format.locale, { type: 'conjunction' });
  const languages = new Intl.DisplayNames(format.locale, { type: 'language' });
  const namesOf = (ids: readonly string[]): string =>
    and.format(summary.brands.filter(({ brandId }) => ids.includes(brandId)).map(({ name }) => name));

  return (caution) => {
    const names = namesOf(caution.brandIds);
    const count = caution.brandIds.length;
    const without = 'without' in caution ? namesOf(caution.without) : '';
    switch (caution.code) {
      case 'filters': {
        const values = and.format(caution.values);
        return {
          text:
            without === ''
              ? t('compare.caution.filtersDiffer', { values })
              : t('compare.caution.filters', { count, names, values, without }),
          todo: t('compare.caution.filtersDo'),
          to: 'brands',
        };
      }
      case 'languages': {
        const values = and.format(caution.languages.map((code) => languages.of(code) ?? code));
        return {
          text: t('compare.caution.languages', { count, names, values, without }),
          todo: t('compare.caution.languagesDo', { without }),
          to: 'brands',
        };
      }
      case 'kinds': {
        const kinds = caution.kinds.map((kind) => {
          const known = QueryKind.safeParse(kind);
          return known.success ? t(`brands.kind.${known.data}`) : kind;
        });
        return {
          text: t('compare.caution.kinds', { count, names, values: and.format(kinds), without }),
          todo: t('compare.caution.kindsDo'),
          to: 'brands',
        };
      }
      case 'connectors':
        return {
          text: t('compare.caution.connectors', {
            count,
            names,
            values: and.format(caution.connectors),
            without,
          }),
          todo: t('compare.caution.connectorsDo', { without }),
          to: 'sources',
        };
      case 'no-query':
        return {
          text: t('compare.caution.no-query', { count, names }),
          todo: t('compare.caution.no-queryDo'),
          to: 'brands',
        };
      case 'matching':
        return {
          text: t('compare.caution.matching', { count, names }),
          todo: t('compare.caution.matchingDo'),
          to: null,
        };
      case 'young': {
        const day = format.day(caution.since);
        return caution.span === 'now'
          ? {
              text: t('compare.caution.youngNow', { count, names, day }),
              todo: t('compare.caution.youngNowDo'),
              to: null,
            }
          : {
              text: t('compare.caution.youngBefore', { count, names, day }),
              todo: t('compare.caution.youngBeforeDo'),
              to: null,
            };
      }
      case 'archived':
        return {
          text: t('compare.caution.archived', { count, names: and.format(caution.names) }),
          todo: t('compare.caution.archivedDo'),
          to: 'brands',
        };
      case 'paused':
        return {
          text: t('compare.caution.paused', {
            count: caution.sources.length,
            values: and.format(caution.sources),
          }),
          todo: t('compare.caution.pausedDo'),
          to: 'sources',
        };
    }
  };
}
