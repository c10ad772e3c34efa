import { Box, Button, Typography } from '@mui/material';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RuleHit } from '#shared/contract/rules.ts';
import { useBrands } from '#renderer/app/appState.ts';
import { undoLast } from '#renderer/app/notify.ts';
import { useRequest } from '#renderer/client/index.ts';
import { RelativeTime } from './RelativeTime.tsx';
import { useRuleWords } from './ruleWords.ts';

/** Which rules did what to an item, each with a way to take it back. Nothing where no rule acted. */
export function RuleHits({ itemId }: { itemId: number }): ReactNode {
  const { t } = useTranslation();
  const titleId = useId();
  const hits = useRequest('rules.hits', { itemId }).data?.hits ?? [];
  if (hits.length === 0) return null;
  const brands = new Set(hits.map(({ brandId }) => brandId));
  return (
    <Box component="section" aria-labelledby={titleId} sx={{ mt: 4 }}>
      <Typography variant="h3" id={titleId} sx={{ mb: 1, color: 'text.secondary' }}>
        {t('rules.hits.title')}
      </Typography>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1, fontSize: 13 }}>
        {hits.map((hit) => (
          <Hit
            key={`${hit.ruleId} ${hit.brandId} ${hit.changeId ?? hit.at}`}
            hit={hit}
            withBrand={brands.size > 1}
          />
        ))}
      </Box>
    </Box>
  );
}

function Hit({ hit, withBrand }: { hit: RuleHit; withBrand: boolean }): ReactNode {
  const { t } = useTranslation();
  const words = useRuleWords();
  const brand = useBrands().find(({ id }) => id === hit.brandId);
  const { changeId } = hit;
  return (
    <Box component="li" sx={{ display: 'flex', alignItems: 'baseline', gap: 2, flexWrap: 'wrap' }}>
      <Box component="span" sx={{ fontWeight: 600 }}>
        {hit.name}
      </Box>
      <span>{hit.actions.map((action) => words.action(action)).join(', ')}</span>
      <Box component="span" sx={{ color: 'text.secondary' }}>
        {withBrand ? `${brand?.name ?? ''} · ` : null}
        <RelativeTime at={hit.at} />
        {hit.undone ? ` · ${t('rules.hits.undone')}` : null}
      </Box>
      {changeId === null || hit.undone ? null : (
        <Button
          variant="text"
          aria-label={t('rules.hits.undo', { name: hit.name })}
          title={t('rules.hits.undo', { name: hit.name })}
          onClick={() => void undoLast(changeId)}
        >
          {t('common.undo.action')}
        </Button>
      )}
    </Box>
  );
}
