import { Box, Button, Typography, useMediaQuery } from '@mui/material';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MentionRow } from '#shared/contract/mentions.ts';
import { useRequest } from '#renderer/client/index.ts';
import { useScreen } from '#renderer/app/state.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { VirtualList } from '#renderer/ui/VirtualList.tsx';
import { ViewSkeleton } from '#renderer/ui/ViewSkeleton.tsx';
import { useFormat } from '#renderer/ui/format.tsx';
import { useOpenOriginal } from '#renderer/ui/useOpenOriginal.ts';
import { BulkBar } from './BulkBar.tsx';
import { Empty } from './Empty.tsx';
import { FilterRow } from './FilterRow.tsx';
import { MentionItem, rowHeights } from './MentionItem.tsx';
import { Pane } from './Pane.tsx';
import { SearchBox } from './SearchBox.tsx';
import { ViewTabs } from './Tabs.tsx';
import { dayAt, isNarrow, noFilters, sameFilters, toRequest } from './filter.ts';
import { Menus, type MenuKind, type OpenMenu } from './menus/Menus.tsx';
import { writeNote } from './pane/note.ts';
import { isFolded, isStarred, stateOf } from './rows.ts';
import { actsOn } from './selection.ts';
import { setAllChips, setFilters, setReading, setUnfolded, step, useMentionsScreen } from './store.ts';
import { filtersOfTab } from './tabs.ts';
import { useLines } from './useLines.ts';
import { openTab, useLink } from './useLink.ts';
import { useMentionKeys } from './useMentionKeys.ts';
import { useMentions } from './useMentions.ts';
import { useTriage } from './useTriage.ts';

/** All mentions: filters above, the list, and the one under the cursor whole beside it. */
export default function MentionsView(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { filters, tab, selection, unfolded, reading, allChips } = useMentionsScreen();
  const brandIds = useScreen((state) => state.brandIds);
  const folded = useMediaQuery('(max-width: 1099.95px)', { noSsr: true });
  const today = dayAt(Date.now(), format.zone);
  const filter = useMemo(
    () => toRequest(filters, brandIds, format.zone, today),
    [filters, brandIds, format.zone, today],
  );
  useLink(format.zone);
  const views = useRequest('views.list', { brandIds: [...brandIds] }, { keepPrevious: true }).data?.views;
  const changed = !sameFilters(filters, filtersOfTab(tab, views ?? [], format.zone));

  const list = useMentions(filter);
  const lines = useLines(list.rows, unfolded);
  const rows = useMemo(() => lines.map(({ row }) => row), [lines]);
  const ids = useMemo(() => rows.map(({ itemId }) => itemId), [rows]);
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
  const assignees = useRequest('assignees.list', {}).data?.assignees;
  const people = useMemo(() => new Map((assignees ?? []).map(({ id, name }) => [id, name])), [assignees]);
  const triage = useTriage(list.patchKept);
  const search = useRef<HTMLInputElement>(null);
  const listBox = useRef<HTMLDivElement>(null);
  const [menu, setMenu] = useState<OpenMenu | null>(null);

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

  const openOriginal = useOpenOriginal();
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
  /** After a step that takes rows out of sight. */
  const goOn = (): void =>
    step(selection.ticked.size === 0 ? { type: 'move', by: 1 } : { type: 'clear' }, ids);
  const openMenu = (kind: MenuKind, targets: readonly number[], anchor: Element | null): void => {
    if (targets.length > 0) setMenu({ kind, itemIds: targets, anchor });
  };
  const unfold = (row: MentionRow | null, to: 'open' | 'shut' | 'toggle'): void => {
    const story = lines.find((line) => line.row === row)?.under ?? (row?.copies === 0 ? null : row?.itemId);
    if (story === null || story === undefined) return;
    const on = to === 'toggle' ? !unfolded.has(story) : to === 'open';
    setUnfolded(story, on);
    // A copy that is hidden again leaves the cursor on its story.
    if (!on && row?.itemId !== story) step({ type: 'go', id: story }, ids);
  };
  const star = (targets: readonly MentionRow[]): void => {
    if (targets.length > 0) void triage.star(targets, !targets.every(isStarred));
  };
  const open = (): void => {
    if (folded && !reading && selection.cursor !== null) setReading(true);
    else if (current !== null && current.url !== '') void openOriginal(current.url);
  };
  const focusList = (): void => listBox.current?.querySelector<HTMLElement>('[role="listbox"]')?.focus();

  useMentionKeys(
    {
      move: (by) => step({ type: 'move', by }, ids),
      edge: (type) => step({ type }, ids),
      open,
      done: () => done(chosen(), false),
      star: () => star(chosen()),
      read: () => {
        const targets = chosen();
        if (targets.length > 0)
          void triage.setState(targets, targets.every((row) => stateOf(row) === 'new') ? 'open' : 'new');
      },
      menu: (kind) =>
        openMenu(kind, actsOn(selection), listBox.current?.querySelector('[aria-selected=true]') ?? null),
      note: () => {
        if (selection.cursor === null) return;
        if (folded) setReading(true);
        writeNote(selection.cursor);
      },
      unfold: (to) => unfold(current, to),
      apart: () => void triage.fold(chosen().filter(isFolded), false),
      correct: (sentiment) => void triage.correct(chosen(), sentiment),
      teach: (about) => {
        const targets = chosen();
        if (targets.length === 0) return;
        void triage.teach(targets, about);
        goOn();
      },
      extend: (by) => step({ type: 'extend', by }, ids),
      tick: () => step({ type: 'tick', id: null }, ids),
      all: () => step({ type: 'all' }, ids),
      clear: () => {
        if (selection.ticked.size > 0) step({ type: 'clear' }, ids);
        else if (folded) setReading(false);
      },
      search: () => search.current?.focus(),
    },
    filters.shelf === 'maybe',
  );

  const forPane = {
    onSnooze: (row: MentionRow, anchor: Element) => openMenu('snooze', [row.itemId], anchor),
    onAssign: (row: MentionRow, anchor: Element) => openMenu('assign', [row.itemId], anchor),
    onBlock: (row: MentionRow, anchor: Element) => openMenu('block', [row.itemId], anchor),
    onPatch: list.patchKept,
  };
  const menuRows = menu === null ? [] : rowsOf(menu.itemIds);
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
        {...forPane}
        onTag={(row, anchor) => openMenu('tag', [row.itemId], anchor)}
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
        <ViewTabs
          tab={tab}
          filters={filters}
          changed={changed}
          brandIds={brandIds}
          onChoose={(next) => openTab(next, views ?? [], format.zone)}
          onCreated={(id) => setFilters(filters, id)}
        />
        <FilterRow
          filters={filters}
          changed={changed}
          allChips={allChips}
          authorName={list.rows[0]?.author ?? ''}
          onChange={setFilters}
          onAllChips={setAllChips}
          onReset={() => openTab(tab, views ?? [], format.zone)}
        />
      </Box>
      {selection.ticked.size === 0 ? null : (
        <BulkBar
          rows={chosen()}
          onState={(state) => {
            void triage.setState(chosen(), state);
            step({ type: 'clear' }, ids);
          }}
          onStar={() => star(chosen())}
          onMenu={(kind, anchor) => openMenu(kind, actsOn(selection), anchor)}
          onCorrect={(sentiment) => void triage.correct(chosen(), sentiment)}
          onTaught={() => step({ type: 'clear' }, ids)}
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
                onClear={() => setFilters(noFilters, 'all')}
                shelf={changed ? 'main' : filters.shelf}
              />
            ) : (
              <VirtualList
                key={JSON.stringify(filter)}
                rows={lines}
                rowHeight={rowHeights[density]}
                label={t('mentions.list')}
                rowKey={({ row }) => row.itemId}
                selectedIndex={index}
                onSelect={(at) => step({ type: 'go', id: ids[at] ?? 0 }, ids)}
                onOpen={open}
                onEndReached={list.loadMore}
                {...(total === undefined || total.more
                  ? {}
                  : { total: Math.max(total.count + lines.length - list.rows.length, lines.length) })}
                isMarked={({ row }) => selection.ticked.has(row.itemId)}
                renderRow={({ row, under }) => (
                  <MentionItem
                    row={row}
                    ticked={selection.ticked.has(row.itemId)}
                    density={density}
                    isCopy={under !== null}
                    unfolded={row.copies === 0 || under !== null ? null : unfolded.has(row.itemId)}
                    brandNames={brandNames}
                    people={people}
                    onUnfold={(id) => setUnfolded(id, !unfolded.has(id))}
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
      {menu === null || menuRows.length === 0 ? null : (
        <Menus menu={menu} rows={menuRows} triage={triage} onGone={goOn} onClose={() => setMenu(null)} />
      )}
    </Box>
  );
}
