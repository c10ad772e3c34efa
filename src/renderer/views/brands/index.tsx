import { Box, Button, FormControlLabel, Switch, Typography } from '@mui/material';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Brand, BrandQuery } from '#shared/contract/brands.ts';
import { notify } from '#renderer/app/notify.ts';
import { useScreen } from '#renderer/app/state.ts';
import { useCommand, useRequest } from '#renderer/client/index.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { ViewSkeleton } from '#renderer/ui/ViewSkeleton.tsx';
import { useFormat } from '#renderer/ui/format.tsx';
import { BrandCard } from './BrandCard.tsx';
import { BrandDialog } from './BrandDialog.tsx';
import { QueryDialog } from './QueryDialog.tsx';
import { RemoveQueryDialog } from './RemoveQueryDialog.tsx';
import { dropDraft, startDraft, useDraft } from './draft.ts';
import { groupBrands } from './groups.ts';

type Open =
  | { kind: 'create'; role: 'own' | 'competitor'; ownerId: string | null }
  | { kind: 'edit'; brandId: string }
  | { kind: 'remove'; brandId: string; query: BrandQuery }
  | null;

/** Own brands with their competitors, and what is looked for to find each. */
export default function BrandsView(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const params = useScreen((state) => state.params);
  const [archived, setArchived] = useState(false);
  const { data, error, refetch } = useRequest('brands.list', { archived }, { keepPrevious: true });
  const [open, setOpen] = useState<Open>(null);
  const archive = useCommand('brands.archive');
  const draft = useDraft((state) => state.draft);
  const close = (): void => setOpen(null);

  useEffect(() => {
    const { add, ownerId } = params;
    if (add === undefined) return;
    const competitor = add === 'competitor' && ownerId !== undefined;
    setOpen({
      kind: 'create',
      role: competitor ? 'competitor' : 'own',
      ownerId: competitor ? ownerId : null,
    });
  }, [params]);

  const brands = data?.brands ?? [];
  const { groups, orphans } = groupBrands(brands, format.locale);
  const ownBrands = groups.map(({ own }) => own).filter(({ archivedAt }) => archivedAt === null);
  const subject =
    open === null || open.kind === 'create' ? undefined : brands.find(({ id }) => id === open.brandId);
  const drafted = brands.find(({ id }) => id === draft?.brandId);

  const setArchivedOf = async ({ id, name }: Brand, to: boolean): Promise<void> => {
    const done = await archive.run({ brandId: id, archived: to });
    const told = to ? 'brands.told.archived' : 'brands.told.restored';
    if (done !== null) notify({ message: t(told, { name }), undo: done.changeId });
  };
  const card = (brand: Brand): ReactNode => (
    <BrandCard
      key={brand.id}
      brand={brand}
      onEdit={() => setOpen({ kind: 'edit', brandId: brand.id })}
      onArchive={(to) => void setArchivedOf(brand, to)}
      matchJobId={data?.matchJobId ?? null}
      onQuery={(query) => startDraft(brand, query)}
      onRemoveQuery={(query) => setOpen({ kind: 'remove', brandId: brand.id, query })}
    />
  );
  const addOwn = (
    <Button
      variant="contained"
      color="primary"
      onClick={() => setOpen({ kind: 'create', role: 'own', ownerId: null })}
    >
      {t('brands.add')}
    </Button>
  );

  return (
    <Box sx={{ height: '100%', display: 'flex', flexDirection: 'column' }}>
      <PageHeader
        title={t('brands.title')}
        text={t('brands.about')}
        actions={
          <>
            <FormControlLabel
              control={<Switch checked={archived} onChange={(event) => setArchived(event.target.checked)} />}
              label={t('brands.showArchived')}
            />
            {addOwn}
          </>
        }
      />
      <Box
        tabIndex={0}
        role="region"
        aria-label={t('brands.title')}
        sx={{ flex: 1, minHeight: 0, overflow: 'auto', px: 6, pb: 6 }}
      >
        {error !== null && data === undefined ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : data === undefined ? (
          <ViewSkeleton lines={3} height={120} />
        ) : brands.length === 0 ? (
          <EmptyState title={t('brands.empty.title')} text={t('brands.empty.text')} action={addOwn} />
        ) : (
          <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 6, maxWidth: 1000 }}>
            {groups.map(({ own, competitors }) => (
              <Box key={own.id} sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 3 }}>
                {card(own)}
                <Box
                  role="group"
                  aria-label={t('brands.competitors', { name: own.name })}
                  sx={{
                    display: 'grid',
                    gridTemplateColumns: 'minmax(0, 1fr)',
                    gap: 3,
                    pl: 6,
                    borderLeft: 1,
                    borderColor: 'divider',
                  }}
                >
                  {competitors.length === 0 ? null : (
                    <Typography variant="h3" component="p" sx={{ color: 'text.secondary' }}>
                      {t('brands.competitors', { name: own.name })}
                    </Typography>
                  )}
                  {competitors.map(card)}
                  {own.archivedAt === null ? (
                    <div>
                      <Button
                        onClick={() => setOpen({ kind: 'create', role: 'competitor', ownerId: own.id })}
                      >
                        {t('brands.addCompetitor')}
                      </Button>
                    </div>
                  ) : null}
                </Box>
              </Box>
            ))}
            {orphans.map(card)}
          </Box>
        )}
      </Box>
      {open?.kind === 'create' ? (
        <BrandDialog
          brand={null}
          role={open.role}
          ownerId={open.ownerId}
          ownBrands={ownBrands}
          onClose={close}
        />
      ) : null}
      {open?.kind === 'edit' && subject !== undefined ? (
        <BrandDialog
          brand={subject}
          role={subject.role}
          ownerId={subject.ownerId}
          ownBrands={ownBrands}
          onClose={close}
        />
      ) : null}
      {open?.kind === 'remove' && subject !== undefined ? (
        <RemoveQueryDialog brand={subject} query={open.query} onClose={close} />
      ) : null}
      {draft !== null && drafted !== undefined ? (
        <QueryDialog brand={drafted} draft={draft} onClose={dropDraft} />
      ) : null}
    </Box>
  );
}
