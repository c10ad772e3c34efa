import { Box, Button, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Brand, BrandQuery } from '#shared/contract/brands.ts';
import { chooseBrands, navigate } from '#renderer/app/state.ts';
import { chartColor } from '#renderer/app/tokens.ts';
import { useFormat } from '#renderer/ui/format.tsx';
import { Coloured } from './Coloured.tsx';
import { Matching } from './Matching.tsx';

export interface BrandCardProps {
  brand: Brand;
  /** The job that matches changed queries now; null while none runs. */
  matchJobId: string | null;
  onEdit: () => void;
  onArchive: (archived: boolean) => void;
  onQuery: (query: BrandQuery | null) => void;
  onRemoveQuery: (query: BrandQuery) => void;
}

/** A brand with its queries. */
export function BrandCard(props: BrandCardProps): ReactNode {
  const { brand } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const archived = brand.archivedAt !== null;
  const { name } = brand;
  const seeMentions = (): void => {
    chooseBrands([brand.id]);
    navigate('mentions');
  };
  return (
    <Box
      component="section"
      aria-label={name}
      sx={{ border: 1, borderColor: 'divider', borderRadius: '8px', bgcolor: 'background.paper', p: 4 }}
    >
      <Box sx={{ display: 'flex', gap: 3, alignItems: 'center', flexWrap: 'wrap' }}>
        <Box
          aria-hidden
          sx={{
            width: 12,
            height: 12,
            borderRadius: '50%',
            bgcolor: brand.role === 'own' ? 'primary.main' : undefined,
          }}
          style={brand.role === 'own' ? {} : { background: chartColor(brand.color) }}
        />
        <Typography variant="h2" component={brand.role === 'own' ? 'h2' : 'h3'}>
          {name}
        </Typography>
        {archived ? (
          <Typography variant="caption" sx={{ color: 'text.secondary' }}>
            {t('brands.archived')}
          </Typography>
        ) : null}
        <Typography
          variant="body2"
          sx={{ color: 'text.secondary', fontVariantNumeric: 'tabular-nums', flex: 1 }}
        >
          {t('brands.counts', {
            total: format.number(brand.counts.total),
            new: format.number(brand.counts.new),
          })}
        </Typography>
        {archived ? (
          <Button aria-label={t('brands.restoreNamed', { name })} onClick={() => props.onArchive(false)}>
            {t('brands.restore')}
          </Button>
        ) : (
          <>
            <Button variant="text" onClick={seeMentions}>
              {t('brands.seeMentions')}
            </Button>
            <Button variant="text" aria-label={t('brands.editNamed', { name })} onClick={props.onEdit}>
              {t('brands.edit')}
            </Button>
            <Button
              variant="text"
              aria-label={t('brands.archiveNamed', { name })}
              onClick={() => props.onArchive(true)}
            >
              {t('brands.archive')}
            </Button>
          </>
        )}
      </Box>
      {brand.matching ? <Matching jobId={props.matchJobId} /> : null}
      {archived ? null : <Queries {...props} />}
    </Box>
  );
}

function Queries({ brand, onQuery, onRemoveQuery }: BrandCardProps): ReactNode {
  const { t } = useTranslation();
  return (
    <Box sx={{ mt: 2 }}>
      {brand.queries.length === 0 ? (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('brands.noQueries')}
        </Typography>
      ) : (
        <Box component="ul" aria-label={t('brands.queries')} sx={{ m: 0, p: 0, listStyle: 'none' }}>
          {brand.queries.map((query) => (
            <Box
              component="li"
              key={query.id}
              sx={{
                display: 'flex',
                gap: 3,
                alignItems: 'center',
                borderTop: 1,
                borderColor: 'divider',
                py: 1,
              }}
            >
              <Box sx={{ flex: 1, minWidth: 0, fontSize: 13 }}>
                <Box component="span" sx={{ fontWeight: 600, mr: 2 }}>
                  {query.name}
                </Box>
                <Box component="span" sx={{ color: 'text.secondary', fontSize: 12 }}>
                  {t(`brands.kind.${query.kind}`)}
                </Box>
                <Box
                  component="code"
                  title={query.text}
                  sx={{
                    display: 'block',
                    color: 'text.secondary',
                    fontSize: 12,
                    overflow: 'hidden',
                    textOverflow: 'ellipsis',
                    whiteSpace: 'nowrap',
                  }}
                >
                  <Coloured text={query.text} />
                </Box>
              </Box>
              <Button
                variant="text"
                aria-label={t('brands.editNamed', { name: query.name })}
                onClick={() => onQuery(query)}
              >
                {t('brands.edit')}
              </Button>
              <Button
                variant="text"
                aria-label={t('brands.removeNamed', { name: query.name })}
                onClick={() => onRemoveQuery(query)}
              >
                {t('brands.remove')}
              </Button>
            </Box>
          ))}
        </Box>
      )}
      <Button variant="text" onClick={() => onQuery(null)} sx={{ mt: 1 }}>
        {t('brands.addQuery')}
      </Button>
    </Box>
  );
}
