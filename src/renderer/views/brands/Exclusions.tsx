import { Box, Typography } from '@mui/material';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  EXCLUSION_KINDS,
  EXCLUSION_LANGUAGES,
  EXCLUSIONS,
  toggleExclusion,
} from '#shared/query-language/index.ts';
import { FilterChip } from '#renderer/ui/FilterChip.tsx';
import type { QueryBuilderProps } from './QueryBuilder.tsx';

/** Ready-made exclusions: one row a kind of noise, one chip a language. */
export function Exclusions({ model, onChange }: QueryBuilderProps): ReactNode {
  const { t } = useTranslation();
  const titleId = useId();
  return (
    <Box role="group" aria-labelledby={titleId}>
      <Typography id={titleId} variant="subtitle2" component="h3">
        {t('brands.builder.ready')}
      </Typography>
      <Typography variant="caption" sx={{ color: 'text.secondary', display: 'block', mb: 1.5 }}>
        {t('brands.builder.readyHint')}
      </Typography>
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: 'minmax(120px, max-content) 1fr',
          columnGap: 4,
          rowGap: 1.5,
          alignItems: 'center',
        }}
      >
        {EXCLUSION_KINDS.map((kind) => (
          <Box key={kind} sx={{ display: 'contents' }}>
            <Typography variant="body2">{t(`brands.exclusion.${kind}`)}</Typography>
            <Box sx={{ display: 'flex', gap: 1.5, flexWrap: 'wrap' }}>
              {EXCLUSION_LANGUAGES.map((language) => {
                const one = EXCLUSIONS.find((entry) => entry.kind === kind && entry.language === language);
                if (one === undefined) return null;
                const label = t(`brands.exclusion.languages.${language}`);
                return (
                  <span key={language} title={one.query}>
                    <FilterChip
                      label={label}
                      name={`${t(`brands.exclusion.${kind}`)}: ${label}`}
                      pressed={model.exclusions.includes(one.id)}
                      onToggle={() => onChange(toggleExclusion(model, one.id))}
                    />
                  </span>
                );
              })}
            </Box>
          </Box>
        ))}
      </Box>
    </Box>
  );
}
