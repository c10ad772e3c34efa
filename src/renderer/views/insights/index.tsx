import { Box, Button, MenuItem, TextField } from '@mui/material';
import { Lightbulb } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Brand } from '#shared/contract/brands.ts';
import { useBrands } from '#renderer/app/appState.ts';
import { navigate, useScreen } from '#renderer/app/state.ts';
import { useRequest } from '#renderer/client/index.ts';
import { Choice } from '#renderer/ui/Choice.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { ViewSkeleton } from '#renderer/ui/ViewSkeleton.tsx';
import { useFormat } from '#renderer/ui/format.tsx';
import { hidden } from '#renderer/ui/hidden.ts';
import { ForecastPart } from './ForecastPart.tsx';
import { People } from './People.tsx';
import { TopicTable } from './TopicTable.tsx';

type Days = 7 | 30;

/** What an own brand is talked about for against before, and the people and sites that matter. */
export default function InsightsView(): ReactNode {
  const { t } = useTranslation();
  const owns = useBrands().filter(({ role }) => role === 'own');
  const switched = useScreen((state) => state.brandIds[0]);
  const [ownId, setOwnId] = useState<string | null>(null);
  const [days, setDays] = useState<Days>(7);
  const spanId = useId();
  const switcher = owns.find(({ id }) => id === switched);
  const brand = switcher ?? owns.find(({ id }) => id === ownId) ?? owns[0];
  return (
    <Box sx={{ maxWidth: 1280, mx: 'auto', pb: 8 }}>
      <PageHeader
        title={t('insights.title')}
        {...(brand === undefined ? {} : { text: t('insights.text', { name: brand.name }) })}
        actions={
          <>
            {owns.length < 2 || switcher !== undefined ? null : (
              <TextField
                select
                label={t('insights.own')}
                value={brand?.id ?? ''}
                onChange={({ target }) => setOwnId(target.value)}
                sx={{ width: 180 }}
              >
                {owns.map(({ id, name }) => (
                  <MenuItem key={id} value={id}>
                    {name}
                  </MenuItem>
                ))}
              </TextField>
            )}
            <span id={spanId} style={hidden}>
              {t('insights.span')}
            </span>
            <Choice
              labelledBy={spanId}
              value={days === 7 ? '7' : '30'}
              options={(['7', '30'] as const).map((value) => ({
                value,
                label: t('insights.days', { count: Number(value) }),
              }))}
              onChange={(value) => setDays(value === '7' ? 7 : 30)}
            />
          </>
        }
      />
      {brand === undefined ? <NoBrand /> : <Page brand={brand} days={days} />}
    </Box>
  );
}

function NoBrand(): ReactNode {
  const { t } = useTranslation();
  return (
    <EmptyState
      icon={<Lightbulb size={28} />}
      title={t('insights.noOwn')}
      text={t('insights.noOwnText')}
      action={
        <Button variant="contained" color="primary" onClick={() => navigate('brands', { add: 'own' })}>
          {t('insights.addOwn')}
        </Button>
      }
    />
  );
}

function Page({ brand, days }: { brand: Brand; days: Days }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const input = { brandId: brand.id, days };
  const topics = useRequest('insights.topics', input);
  const people = useRequest('insights.people', input);
  if (topics.isError) return <ErrorState error={topics.error} onRetry={() => void topics.refetch()} />;
  if (people.isError) return <ErrorState error={people.error} onRetry={() => void people.refetch()} />;
  if (topics.data === undefined || people.data === undefined) return <ViewSkeleton />;
  if (topics.data.mentions + topics.data.before === 0) {
    return (
      <EmptyState
        icon={<Lightbulb size={28} />}
        title={t('insights.empty')}
        text={t('insights.emptyText', { name: brand.name, from: format.day(topics.data.beforeFromDay) })}
        action={
          <Button variant="contained" color="primary" onClick={() => navigate('sources')}>
            {t('insights.sources')}
          </Button>
        }
      />
    );
  }
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 4, px: 6 }}>
      {(['rising', 'falling', 'common'] as const).map((list) => (
        <TopicTable key={list} list={list} brand={brand} days={days} topics={topics.data} />
      ))}
      <People brand={brand} people={people.data} />
      <ForecastPart brand={brand} />
    </Box>
  );
}
