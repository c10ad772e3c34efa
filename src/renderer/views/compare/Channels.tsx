import { Box, Button, Link, Typography } from '@mui/material';
import { AtSign } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Channel } from '#shared/contract/channels.ts';
import type { ComparedBrand } from '#shared/contract/compare.ts';
import { notify } from '#renderer/app/notify.ts';
import { useCommand, useRequest } from '#renderer/client/index.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { useFormat } from '#renderer/ui/format.tsx';
import { hidden } from '#renderer/ui/hidden.ts';
import { Section } from '#renderer/ui/Section.tsx';
import { ViewSkeleton } from '#renderer/ui/ViewSkeleton.tsx';
import { AddChannel } from './AddChannel.tsx';
import { ChannelPosts } from './ChannelPosts.tsx';
import { ChannelRow } from './ChannelRow.tsx';
import type { Summary } from './compared.ts';

const columns = [
  'channel',
  'trend',
  'followers',
  'posts',
  'perWeek',
  'perPost',
  'rate',
  'sampled',
  'actions',
] as const;

/** What networks tell of the profiles of the brands compared: own accounts by themselves, others once they are watched. */
export function Channels({ summary }: { summary: Summary }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { brands, fromDay, toDay } = summary;
  const { data, error, refetch } = useRequest(
    'channels.list',
    { brandIds: brands.map(({ brandId }) => brandId), fromDay, toDay },
    { keepPrevious: true },
  );
  // The brand the form begins with.
  const [adding, setAdding] = useState<string | null>(null);
  const rival = brands.find(({ role }) => role === 'competitor') ?? brands[0];
  const add = (
    <Button disabled={rival === undefined} onClick={() => setAdding(rival?.brandId ?? null)}>
      {t('compare.channels.add')}
    </Button>
  );
  return (
    <Section
      title={t('compare.channels.title')}
      text={t('compare.channels.text', { from: format.day(fromDay), to: format.day(toDay) })}
      action={add}
    >
      {data !== undefined ? (
        data.channels.length === 0 ? (
          <EmptyState
            icon={<AtSign size={24} />}
            title={t('compare.channels.empty')}
            text={t('compare.channels.emptyText')}
            action={add}
          />
        ) : (
          <Table brands={brands} channels={data.channels} summary={summary} onAdd={setAdding} />
        )
      ) : error === null ? (
        <ViewSkeleton />
      ) : (
        <ErrorState error={error} onRetry={() => void refetch()} />
      )}
      {adding === null ? null : (
        <AddChannel brands={brands} brandId={adding} onClose={() => setAdding(null)} />
      )}
    </Section>
  );
}

function Table(props: {
  brands: readonly ComparedBrand[];
  channels: readonly Channel[];
  summary: Summary;
  onAdd: (brandId: string) => void;
}): ReactNode {
  const { brands, channels, summary, onAdd } = props;
  const { t } = useTranslation();
  const unwatch = useCommand('channels.unwatch');
  const [opened, setOpened] = useState<Channel | null>(null);
  const remove = async ({ id, handle }: Channel): Promise<void> => {
    const done = await unwatch.run({ profileId: id });
    if (done !== null) notify({ message: t('compare.channels.removed', { handle }), undo: done.changeId });
  };
  const without = brands.filter(({ brandId }) => !channels.some((channel) => channel.brandId === brandId));
  return (
    <>
      <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="group" aria-label={t('compare.channels.title')}>
        <Box
          component="table"
          sx={{
            width: '100%',
            borderCollapse: 'collapse',
            fontVariantNumeric: 'tabular-nums',
            '& th, & td': { px: 2, py: 1.5, textAlign: 'right', verticalAlign: 'top' },
            '& th:first-of-type': { pl: 0, textAlign: 'left' },
            '& td:last-of-type, & thead th:last-of-type': { pr: 0.5 },
            '& thead th:nth-of-type(2), & tbody td:first-of-type': { textAlign: 'left' },
            '& thead th': { fontSize: 12, fontWeight: 450, color: 'text.secondary', verticalAlign: 'bottom' },
            '& tbody tr': { borderTop: 1, borderColor: 'divider' },
          }}
        >
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  <span style={column === 'actions' ? hidden : {}}>
                    {t(`compare.channels.column.${column}`)}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {brands.flatMap((brand) =>
              channels
                .filter(({ brandId }) => brandId === brand.brandId)
                .map((channel) => (
                  <ChannelRow
                    key={channel.id}
                    channel={channel}
                    brand={brand}
                    busy={unwatch.busy}
                    onPosts={() => setOpened(channel)}
                    onRemove={() => void remove(channel)}
                  />
                )),
            )}
          </tbody>
        </Box>
      </Box>
      {without.length === 0 ? null : (
        <Typography variant="body2" sx={{ color: 'text.secondary', mt: 2 }}>
          {t('compare.channels.without')}{' '}
          {without.map(({ brandId, name }, at) => (
            <span key={brandId}>
              {at === 0 ? '' : ', '}
              <Link
                component="button"
                type="button"
                aria-label={t('compare.channels.addFor', { name })}
                onClick={() => onAdd(brandId)}
                sx={{ fontSize: 'inherit', verticalAlign: 'baseline' }}
              >
                {name}
              </Link>
            </span>
          ))}
        </Typography>
      )}
      {opened === null ? null : (
        <ChannelPosts channel={opened} summary={summary} onClose={() => setOpened(null)} />
      )}
    </>
  );
}
