import { Box, Typography } from '@mui/material';
import { useId, useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#shared/contract/index.ts';
import type { RuleDraft, RuleScope } from '#shared/contract/rules.ts';
import { failureText } from '#renderer/app/i18n/failure.ts';
import { useBrands } from '#renderer/app/appState.ts';
import { useRequest } from '#renderer/client/index.ts';
import { Choice } from '#renderer/ui/Choice.tsx';
import { RelativeTime } from '#renderer/ui/RelativeTime.tsx';
import { SentimentMark } from '#renderer/ui/SentimentMark.tsx';
import { useFormat } from '#renderer/ui/format.tsx';
import { useDelayed } from '#renderer/ui/useDelayed.ts';
import { useSettled } from '#renderer/ui/useSettled.ts';
import { faultOf } from './drafts.ts';

type Preview = Output<'rules.preview'>;

export interface RulePreviewProps {
  rule: RuleDraft;
  scope: RuleScope;
  onScope: (scope: RuleScope) => void;
}

/** A dry run of a rule over what is stored, counted anew when the rule changes. */
export function RulePreview({ rule, scope, onScope }: RulePreviewProps): ReactNode {
  const { t } = useTranslation();
  const titleId = useId();
  // A changed rule drops the request before it: the client then tells the engine to stop counting.
  const wanted = JSON.stringify({ ...rule, name: rule.name.trim() || '…' });
  const settled = useSettled(wanted);
  const draft = useMemo((): RuleDraft => JSON.parse(settled), [settled]);
  const ready = faultOf(draft) === null;
  const { data, error, isFetching } = useRequest(
    'rules.preview',
    { rule: draft, scope },
    { enabled: ready && settled === wanted },
  );
  const counting = useDelayed(ready && (isFetching || settled !== wanted));
  return (
    <Box component="section" aria-labelledby={titleId}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 4, mb: 2 }}>
        <Typography variant="h3" id={titleId} sx={{ flex: 1 }}>
          {t('rules.preview.title')}
        </Typography>
        <Choice
          labelledBy={titleId}
          value={scope}
          options={[
            { value: 'recent', label: t('rules.preview.recent') },
            { value: 'all', label: t('rules.preview.everything') },
          ]}
          onChange={onScope}
        />
      </Box>
      <Box role="status" sx={{ fontVariantNumeric: 'tabular-nums', opacity: counting ? 0.7 : 1 }}>
        {!ready ? (
          <Box sx={{ color: 'text.secondary' }}>{t('rules.preview.waiting')}</Box>
        ) : error !== null && !isFetching ? (
          t('rules.preview.failed', { reason: failureText(error) })
        ) : data === undefined ? (
          counting ? (
            t('rules.preview.counting')
          ) : null
        ) : (
          <Counts preview={data} />
        )}
      </Box>
      {ready && data !== undefined && data.examples.length > 0 ? <Examples preview={data} /> : null}
    </Box>
  );
}

function Counts({ preview }: { preview: Preview }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const formatted = format.number(preview.scanned);
  if (preview.matched === 0) return t('rules.preview.none', { formatted });
  return (
    <>
      <Box sx={{ fontWeight: 600 }}>{t('rules.preview.matched', { count: preview.matched, formatted })}</Box>
      <Box component="ul" sx={{ m: 0, mt: 1, pl: 5 }}>
        {preview.effects.map(({ type, count }) => (
          <li key={type}>
            {t(type === 'notify' ? 'rules.preview.notify' : 'rules.preview.effect', {
              what: t(`rules.action.${type}`),
              count,
            })}
          </li>
        ))}
      </Box>
    </>
  );
}

function Examples({ preview }: { preview: Preview }): ReactNode {
  const { t } = useTranslation();
  const brands = useBrands();
  return (
    <>
      <Typography variant="h3" sx={{ mt: 3, mb: 1, color: 'text.secondary' }}>
        {t('rules.preview.examples')}
      </Typography>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 2, fontSize: 13 }}>
        {preview.examples.map((example) => (
          <Box component="li" key={`${example.itemId} ${example.brandId}`} sx={{ minWidth: 0 }}>
            <Box sx={{ display: 'flex', gap: 2, color: 'text.secondary', fontSize: 12 }}>
              <SentimentMark sentiment={example.sentiment} />
              <span>{brands.find(({ id }) => id === example.brandId)?.name}</span>
              <span>{example.author || example.site}</span>
              <RelativeTime at={example.publishedAt} />
            </Box>
            {example.title === '' ? null : <Box sx={{ fontWeight: 600 }}>{example.title}</Box>}
            <Box sx={{ overflowWrap: 'anywhere' }}>{example.excerpt}</Box>
          </Box>
        ))}
      </Box>
    </>
  );
}
