import { Box, Button, Typography, useMediaQuery } from '@mui/material';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MentionRow } from '#shared/contract/mentions.ts';
import { call, useRequest } from '#renderer/client/index.ts';
import { notify, notifyFailure } from '#renderer/app/notify.ts';
import { chooseBrands, useScreen } from '#renderer/app/state.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { VirtualList } from '#renderer/ui/VirtualList.tsx';
import { ViewSkeleton } from '#renderer/ui/ViewSkeleton.tsx';
import { useFormat } from '#renderer/ui/format.tsx';
import { BulkBar } from './BulkBar.tsx';
import { Empty } from './Empty.tsx';
import { FilterRow } from './FilterRow.tsx';
import { MentionItem, rowHeights } from './MentionItem.tsx';
import { Pane } from './Pane.tsx';
import { SearchBox } from './SearchBox.tsx';
import { TagMenu } from './TagMenu.tsx';
import { dayAt, fromParams, isNarrow, noFilters, toRequest } from './filter.ts';
import { isStarred, stateOf, tagsOf } from './rows.ts';
import { actsOn } from './selection.ts';
import { setFilters, setReading, step, useMentionsScreen } from './store.ts';
import { useMentionKeys } from './useMentionKeys.ts';
import { useMentions } from './useMentions.ts';
import { useTriage } from './useTriage.ts';

/** All mentions: filters above, the list, and the one under the cursor whole beside it. */
export default function MentionsView(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { filters, selection, reading } = useMentionsScreen();
  const brandIds = useScreen((state) => state.brandIds);
  const folded = useMediaQuery('(max-width: 1099.95px)', { noSsr: true });
  const today = dayAt(Date.now(), format.zone);
  const filter = useMemo(
    () => toRequest(filters, brandIds, format.zone, today),
    [filters, brandIds, format.zone, today],
  );
  useLink();

  const list = useMentions(filter);
  const { rows, ids } = list;
  const total = useRequest('mentions.count', { filter }, { keepPrevious: true }).data;
  const density = useRequest('app.state', {}).data?.density ?? 'comfortable';
  const brands = useRequest('brands.list', {}).data?.brands;
  const brandNames = useMemo(
    () =>
      brands === undefined || brands.length < 2 || brandIds.length === 1
        ? null
        : new Map(brands.map(({ id, name }) => [id, name])),
    [brands, brandIds],
  );
  const triage = useTriage(list.patchKept);
  const search = useRef<HTMLInputElement>(null);
  const listBox = useRef<HTMLDivElement>(null);
  const [tagging, setTagging] = useState<{ itemIds: number[]; anchor: Element | null } | null>(null);

  const idsBefore = useRef<readonly number[]>([]);
  useEffect(() => {
    if (list.pending) return;
    // A mention opened by a link need not be in the list: the cursor settles only where it had been in it.
    const { cursor, ticked } = useMentionsScreen.getState().selection;
    if (ticked.size > 0 || (cursor !== null && idsBefore.current.includes(cursor)))
      step({ type: 'settle' }, ids);
    idsBefore.current = ids;
  }, [ids, list.pending]);

  const rowsOf = (wanted: readonly number[]): MentionRow[] => {
    const set = new Set(wanted);
    return rows.filter((row) => set.has(row.itemId));
  };
  const index = selection.cursor === null ? -1 : ids.indexOf(selection.cursor);
  const current = rows[index] ?? null;
  const chosen = (): MentionRow[] => rowsOf(actsOn(selection));

  const openOriginal = async (url: string): Promise<void> => {
    try {
      const { opened } = await call('app.openExternal', { url });
      if (!opened) notify({ message: t('mentions.detail.notOpened'), severity: 'warning' });
    } catch (error) {
      notifyFailure(error);
    }
  };
  /** The key only ever finishes: what the list shows may be a moment old, and it must not reopen by mistake. */
  const done = (targets: readonly MentionRow[], mayReopen: boolean): void => {
    const first = targets[0];
    if (first === undefined) return;
    const single = selection.ticked.size === 0;
    const reopen = mayReopen && single && targets.length === 1 && stateOf(first) === 'done';
    void triage.setState(targets, reopen ? 'open' : 'done');
    if (!single) step({ type: 'clear' }, ids);
    else if (!reopen) step({ type: 'move', by: 1 }, ids);
  };
  const star = (targets: readonly MentionRow[]): void => {
    if (targets.length > 0) void triage.star(targets, !targets.every(isStarred));
  };
  const open = (): void => {
    if (folded && !reading && selection.cursor !== null) setReading(true);
    else if (current !== null && current.url !== '') void openOriginal(current.url);
  };
  const focusList = (): void => listBox.current?.querySelector<HTMLElement>('[role="listbox"]')?.focus();

  useMentionKeys({
    move: (by) => step({ type: 'move', by }, ids),
    edge: (type) => step({ type }, ids),
    open,
    done: () => done(chosen(), false),
    star: () => star(chosen()),
    tag: () => {
      const itemIds = actsOn(selection);
      if (itemIds.length > 0)
        setTagging({ itemIds, anchor: listBox.current?.querySelector('[aria-selected=true]') ?? null });
    },
    tick: () => step({ type: 'tick', id: null }, ids),
    all: () => step({ type: 'all' }, ids),
    clear: () => {
      if (selection.ticked.size > 0) step({ type: 'clear' }, ids);
      else if (folded) setReading(false);
    },
    search: () => search.current?.focus(),
  });

  const tagged = tagging === null ? [] : rowsOf(tagging.itemIds);
  const carried = new Set(
    (tagged[0] === undefined ? [] : tagsOf(tagged[0])).filter((id) =>
      tagged.every((row) => tagsOf(row).includes(id)),
    ),
  );
  const pane =
    selection.cursor === null ? (
      <EmptyState title={t('mentions.detail.choose')} text={t('mentions.detail.keys')} />
    ) : (
      <Pane
        key={selection.cursor}
        itemId={selection.cursor}
        row={current}
        text={filters.text}
        onBack={folded ? () => setReading(false) : null}
        onOpenOriginal={(url) => void openOriginal(url)}
        onDone={(row) => done([row], true)}
        onStar={(row) => star([row])}
        onTag={(row, anchor) => setTagging({ itemIds: [row.itemId], anchor })}
        onUntag={(row, tag) => void triage.tag([row], tag, false)}
        onSeen={list.keep}
      />
    );
  const paneOver = folded && reading;

  return (
    <Box sx={{ height: '100%', display: 'flex', flexDirection: 'column', minWidth: 0 }}>
      <Box
        component="header"
        sx={{ display: 'grid', gap: 3, px: 6, pt: 4, pb: 3, borderBottom: 1, borderColor: 'divider' }}
      >
        <Box sx={{ display: 'flex', gap: 4, alignItems: 'flex-start' }}>
          <Typography variant="h1" sx={{ py: 0.5 }}>
            {t('mentions.title')}
          </Typography>
          <Typography variant="body2" role="status" sx={{ color: 'text.secondary', flex: 1, py: 1.5 }}>
            {total === undefined
              ? ''
              : t('mentions.count', {
                  count: total.count,
                  formatted: `${format.number(total.count)}${total.more ? '+' : ''}`,
                })}
          </Typography>
          <SearchBox
            value={filters.text}
            inputRef={search}
            onChange={(text) => setFilters({ ...filters, text })}
            onLeave={focusList}
          />
        </Box>
        <FilterRow filters={filters} onChange={setFilters} />
      </Box>
      {selection.ticked.size === 0 ? null : (
        <BulkBar
          count={selection.ticked.size}
          onState={(state) => {
            void triage.setState(chosen(), state);
            step({ type: 'clear' }, ids);
          }}
          onStar={() => star(chosen())}
          onTag={(anchor) => setTagging({ itemIds: actsOn(selection), anchor })}
          onClear={() => step({ type: 'clear' }, ids)}
        />
      )}
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
        {paneOver ? null : (
          <Box ref={listBox} sx={{ flex: '1 1 55%', minWidth: 0, position: 'relative' }}>
            {list.waiting === 0 ? null : (
              <Button
                variant="contained"
                color="primary"
                onClick={list.showWaiting}
                sx={{ position: 'absolute', top: 8, left: '50%', transform: 'translateX(-50%)', zIndex: 2 }}
              >
                {t('mentions.arrived', { count: list.waiting })}
              </Button>
            )}
            {list.error !== null ? (
              <ErrorState error={list.error} onRetry={list.retry} />
            ) : list.pending ? (
              <ViewSkeleton lines={9} height={rowHeights[density] - 8} />
            ) : rows.length === 0 ? (
              <Empty
                narrow={isNarrow(filters) || brandIds.length > 0}
                onClear={() => setFilters(noFilters)}
              />
            ) : (
              <VirtualList
                key={JSON.stringify(filter)}
                rows={rows}
                rowHeight={rowHeights[density]}
                label={t('mentions.list')}
                rowKey={(row) => row.itemId}
                selectedIndex={index}
                onSelect={(at) => step({ type: 'go', id: ids[at] ?? 0 }, ids)}
                onOpen={open}
                onEndReached={list.loadMore}
                {...(total === undefined || total.more ? {} : { total: Math.max(total.count, rows.length) })}
                isMarked={(row) => selection.ticked.has(row.itemId)}
                renderRow={(row) => (
                  <MentionItem
                    row={row}
                    ticked={selection.ticked.has(row.itemId)}
                    density={density}
                    brandNames={brandNames}
                    onTick={(id) => step({ type: 'tick', id }, ids)}
                    onRange={(id) => step({ type: 'range', id }, ids)}
                  />
                )}
              />
            )}
            {list.loadingMore ? (
              <Typography
                variant="caption"
                role="status"
                sx={{ position: 'absolute', bottom: 4, right: 16, color: 'text.secondary' }}
              >
                {t('mentions.loadingMore')}
              </Typography>
            ) : null}
          </Box>
        )}
        {folded && !reading ? null : (
          <Box
            sx={{
              flex: paneOver ? '1 1 100%' : '1 1 45%',
              minWidth: 0,
              borderLeft: paneOver ? 0 : 1,
              borderColor: 'divider',
              bgcolor: 'background.paper',
            }}
          >
            {pane}
          </Box>
        )}
      </Box>
      {tagging === null || tagged.length === 0 ? null : (
        <TagMenu
          anchor={tagging.anchor}
          carried={carried}
          onToggle={(tag, on) => void triage.tag(tagged, tag, on)}
          onClose={() => setTagging(null)}
        />
      )}
    </Box>
  );
}

/** Another screen or the palette may open this one on a mention, or with filters. */
function useLink(): void {
  const params = useScreen((state) => state.params);
  useEffect(() => {
    if (Object.keys(params).length === 0) return;
    const { itemId, brand, ...wanted } = params;
    if (brand !== undefined) chooseBrands([brand]);
    if (Object.keys(wanted).length > 0 || itemId === undefined) setFilters(fromParams(wanted));
    if (itemId !== undefined && /^\d+$/.test(itemId)) {
      step({ type: 'go', id: Number(itemId) }, []);
      setReading(true);
    }
  }, [params]);
}
