import { Box, Button, IconButton } from '@mui/material';
import { CalendarDays, ChevronLeft, ChevronRight, Plus } from 'lucide-react';
import { useEffect, useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Post } from '#shared/contract/calendar.ts';
import { slotMillis, nextSlot } from '#shared/model/slot.ts';
import { navigate, select, undoLast, useScreen } from '#renderer/app/state.ts';
import { useRequest } from '#renderer/client/index.ts';
import { Choice } from '#renderer/ui/Choice.tsx';
import { emptyDraft } from '#renderer/ui/composer/draft.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { useFormat } from '#renderer/ui/format.tsx';
import { hidden } from '#renderer/ui/hidden.ts';
import { OutboxTray } from '#renderer/ui/outbox/OutboxTray.tsx';
import { useStuck } from '#renderer/ui/outbox/useStuck.ts';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { useShortcuts } from '#renderer/ui/shortcuts.ts';
import { ViewSkeleton } from '#renderer/ui/ViewSkeleton.tsx';
import { byDay, type GridProps } from './grid.ts';
import { millisOf, monthOf, shiftDay, turn, weekOf, type Span } from './layout.ts';
import { Loose } from './Loose.tsx';
import { Month } from './Month.tsx';
import { PostDrawer } from './PostDrawer.tsx';
import { useMove } from './useMove.ts';
import type { Beginning } from './usePost.ts';
import { Week } from './Week.tsx';

const HALF_HOUR = 30;

/** What is planned and what went out, by month or by week; one post beside it. */
export default function CalendarView(): ReactNode {
  const { t } = useTranslation();
  const spanId = useId();
  const format = useFormat();
  const today = format.dayAt(Date.now());
  const brandIds = useScreen((screen) => screen.brandIds);
  const selectedId = useScreen((screen) => screen.selection.calendar ?? null);
  const wanted = useScreen((screen) => screen.params['postId']);
  const [span, setSpan] = useState<Span>('month');
  const [day, setDay] = useState(today);
  const [isOpen, setOpen] = useState(wanted !== undefined);
  const [fresh, setFresh] = useState<Beginning | null>(null);
  const move = useMove();

  const days = span === 'month' ? monthOf(day).flat() : weekOf(day);
  const input = { brandIds: [...brandIds], ...millisOf(days, format.zone) };
  const list = useRequest('posts.list', input, { keepPrevious: true });
  const known = useRequest('posts.accounts', { brandIds: [...brandIds] }, { keepPrevious: true });
  const stuck = useStuck(brandIds, ['publish']);
  const opened = useRequest(
    'posts.get',
    { postId: selectedId ?? '' },
    { enabled: isOpen && selectedId !== null },
  );
  const posts = list.data?.posts ?? [];
  const accounts = known.data?.accounts ?? [];

  useEffect(() => {
    if (wanted === undefined) return;
    select('calendar', wanted);
    setOpen(true);
  }, [wanted]);

  const open = (post: Post): void => {
    if (post.at !== null) setDay(format.dayAt(post.at));
    select('calendar', post.id);
    setFresh(null);
    setOpen(true);
  };
  const close = (): void => {
    setOpen(false);
    setFresh(null);
  };
  const begin = (on: string, time: string | null): void => {
    const soon = nextSlot(Date.now(), format.zone);
    const local = time === null ? (on === today ? soon.local : `${on}T09:00`) : `${on}T${time}`;
    const [only, another] = accounts;
    setDay(on);
    select('calendar', null);
    setFresh({
      draft: emptyDraft(only !== undefined && another === undefined ? [only.id] : []),
      slot: { local, zone: format.zone },
    });
    setOpen(true);
  };
  const grid: GridProps = {
    posts,
    accounts: new Map(accounts.map((account) => [account.id, account])),
    day,
    today,
    selectedId,
    onDay: setDay,
    onOpen: open,
    onNew: begin,
    onDrop: (postId, to, time) => {
      const post = posts.find(({ id }) => id === postId);
      if (post !== undefined) move.to(post, to, time);
    },
  };
  useCalendarKeys({ grid, move, isOpen, close });

  const heading =
    span === 'month'
      ? new Intl.DateTimeFormat(format.locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
          Date.parse(day),
        )
      : `${format.day(days[0] ?? day)} – ${format.day(days.at(-1) ?? day)}`;
  const isEmpty =
    known.data !== undefined && accounts.length === 0 && list.data !== undefined && posts.length === 0;
  const failure = list.error ?? known.error;
  const shown = fresh === null ? (opened.data ?? null) : null;
  return (
    <Box sx={{ height: '100%', display: 'flex', flexDirection: 'column', minWidth: 0 }}>
      <PageHeader
        title={t('calendar.title')}
        text={heading}
        actions={
          isEmpty ? null : (
            <>
              <IconButton aria-label={t('calendar.before')} onClick={() => setDay(turn(day, span, -1))}>
                <ChevronLeft size={16} />
              </IconButton>
              <Button onClick={() => setDay(today)}>{t('calendar.today')}</Button>
              <IconButton aria-label={t('calendar.after')} onClick={() => setDay(turn(day, span, 1))}>
                <ChevronRight size={16} />
              </IconButton>
              <span id={spanId} style={hidden}>
                {t('calendar.show')}
              </span>
              <Choice
                labelledBy={spanId}
                value={span}
                options={[
                  { value: 'month', label: t('calendar.month') },
                  { value: 'week', label: t('calendar.week') },
                ]}
                onChange={setSpan}
              />
              <Button
                variant="contained"
                color="primary"
                startIcon={<Plus size={14} />}
                disabled={accounts.length === 0}
                onClick={() => begin(day, null)}
              >
                {t('calendar.newPost')}
              </Button>
            </>
          )
        }
      />
      {stuck.actions.length === 0 ? null : (
        <Box
          component="section"
          aria-label={t('calendar.stuck')}
          sx={{ px: 6, pb: 3, maxHeight: 220, overflow: 'auto', flex: 'none' }}
        >
          <OutboxTray stuck={stuck} />
        </Box>
      )}
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex', borderTop: 1, borderColor: 'divider' }}>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          {failure !== null && (list.data === undefined || known.data === undefined) ? (
            <ErrorState
              error={failure}
              onRetry={() => {
                void list.refetch();
                void known.refetch();
              }}
            />
          ) : list.data === undefined || known.data === undefined ? (
            <ViewSkeleton />
          ) : isEmpty ? (
            <EmptyState
              icon={<CalendarDays size={24} />}
              title={t('calendar.empty.title')}
              text={t('calendar.empty.text')}
              action={
                <Button variant="contained" color="primary" onClick={() => navigate('accounts')}>
                  {t('calendar.empty.action')}
                </Button>
              }
            />
          ) : span === 'month' ? (
            <Month
              {...grid}
              onMore={(on) => {
                setDay(on);
                setSpan('week');
              }}
            />
          ) : (
            <Week {...grid} />
          )}
        </Box>
        {isOpen && (fresh !== null || shown !== null) ? (
          <PostDrawer
            key={shown?.id ?? `new ${fresh?.slot?.local ?? ''}`}
            post={shown}
            beginning={fresh ?? { draft: emptyDraft(), slot: null }}
            accounts={accounts}
            onKept={(postId) => {
              select('calendar', postId);
              setFresh(null);
            }}
            onClose={close}
          />
        ) : null}
      </Box>
      <Loose
        posts={posts.filter(({ at }) => at === null)}
        accounts={grid.accounts}
        selectedId={selectedId}
        onOpen={open}
      />
    </Box>
  );
}

interface Keys {
  grid: GridProps;
  move: ReturnType<typeof useMove>;
  isOpen: boolean;
  close: () => void;
}

/** Everything the mouse does, from the keyboard. */
function useCalendarKeys({ grid, move, isOpen, close }: Keys): void {
  const { dayAt, zone } = useFormat();
  const { posts, day, selectedId } = grid;
  const current = posts.find(({ id }) => id === selectedId);
  const timed = posts.filter(({ at }) => at !== null);
  const go = (days: number): void => {
    const to = shiftDay(day, days);
    grid.onDay(to);
    select('calendar', byDay(posts, dayAt).get(to)?.[0]?.id ?? null);
  };
  const step = (by: 1 | -1): void => {
    const start = slotMillis({ local: `${day}T00:00`, zone });
    const at = timed.findIndex(({ id }) => id === selectedId);
    const next = at === -1 ? timed.findIndex((post) => (post.at ?? 0) >= start) : at + by;
    const post = timed[Math.min(timed.length - 1, Math.max(0, next))];
    if (post?.at == null) return;
    grid.onDay(dayAt(post.at));
    select('calendar', post.id);
  };
  const shift = (days: number) => (): void => {
    if (current?.at == null) return;
    const to = shiftDay(dayAt(current.at), days);
    grid.onDay(to);
    move.to(current, to, null);
  };
  const nudge = (minutes: number) => (): void => {
    if (current !== undefined) move.by(current, minutes);
  };
  useShortcuts('calendar.title', [
    { keys: 'ArrowLeft', label: 'calendar.keys.dayBefore', run: () => go(-1) },
    { keys: 'ArrowRight', label: 'calendar.keys.dayAfter', run: () => go(1) },
    { keys: 'ArrowUp', label: 'calendar.keys.weekBefore', run: () => go(-7) },
    { keys: 'ArrowDown', label: 'calendar.keys.weekAfter', run: () => go(7) },
    { keys: 'j', label: 'calendar.keys.next', run: () => step(1) },
    { keys: 'k', label: 'calendar.keys.previous', run: () => step(-1) },
    { keys: 'Alt+ArrowLeft', label: 'calendar.keys.earlierDay', run: shift(-1) },
    { keys: 'Alt+ArrowRight', label: 'calendar.keys.laterDay', run: shift(1) },
    { keys: 'Alt+ArrowUp', label: 'calendar.keys.earlier', run: nudge(-HALF_HOUR) },
    { keys: 'Alt+ArrowDown', label: 'calendar.keys.later', run: nudge(HALF_HOUR) },
    {
      keys: 'Enter',
      label: 'calendar.keys.open',
      run: () => {
        if (current !== undefined) grid.onOpen(current);
      },
    },
    {
      keys: 'n',
      label: 'calendar.keys.new',
      run: () => {
        if (grid.accounts.size > 0) grid.onNew(day, null);
      },
    },
    { keys: 'u', label: 'calendar.keys.undo', run: () => void undoLast() },
    {
      keys: 'Escape',
      label: 'calendar.keys.close',
      run: () => {
        if (isOpen) close();
      },
    },
  ]);
}
