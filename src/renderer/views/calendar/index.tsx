import { Box, Button } from '@mui/material';
import { CalendarDays } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Post } from '#shared/contract/calendar.ts';
import { nextSlot } from '#shared/model/slot.ts';
import { navigate, useScreen } from '#renderer/app/state.ts';
import { useRequest } from '#renderer/client/index.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { useFormat } from '#renderer/ui/format.tsx';
import { useStuck } from '#renderer/ui/outbox/useStuck.ts';
import { ViewSkeleton } from '#renderer/ui/ViewSkeleton.tsx';
import { ApprovalDialog } from './ApprovalDialog.tsx';
import { CalendarHeader } from './CalendarHeader.tsx';
import { focusIn, type GridProps } from './grid.ts';
import { millisOf, monthOf, weekOf, type Span } from './layout.ts';
import { Loose } from './Loose.tsx';
import { Month } from './Month.tsx';
import { MoveDialog } from './MoveDialog.tsx';
import { PostDrawer } from './PostDrawer.tsx';
import { Stuck } from './Stuck.tsx';
import { useCalendarKeys } from './useCalendarKeys.ts';
import { useMove } from './useMove.ts';
import { useOpened } from './useOpened.ts';
import { Week } from './Week.tsx';

/** What is planned and what went out, by month or by week; one post beside it. */
export default function CalendarView(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const today = format.dayAt(Date.now());
  const chosen = useScreen((screen) => screen.brandIds);
  const selectedId = useScreen((screen) => screen.selection.calendar ?? null);
  const [span, setSpan] = useState<Span>('month');
  const [day, setDay] = useState(today);
  const [dragging, setDragging] = useState<Post | null>(null);
  const [moving, setMoving] = useState<Post | null>(null);
  const [isAsking, setAsking] = useState(false);
  const move = useMove();
  const shown = useOpened();

  const brandIds = [...chosen];
  const days = span === 'month' ? monthOf(day).flat() : weekOf(day);
  const list = useRequest('posts.list', { brandIds, ...millisOf(days, format.zone) }, { keepPrevious: true });
  const known = useRequest('posts.accounts', { brandIds }, { keepPrevious: true });
  const own = useRequest('brands.list', {});
  const approvals = useRequest('approval.list', {});
  const unfinished = useRequest('posts.writing', { postId: null });
  const stuck = useStuck(brandIds, ['publish', 'edit']);
  const posts = list.data?.posts ?? [];
  const accounts = known.data?.accounts ?? [];
  const brands = new Map(
    (own.data?.brands ?? [])
      .filter(({ id, role }) => role === 'own' && (chosen.length === 0 || chosen.includes(id)))
      .map(({ id, name }) => [id, name]),
  );

  const grid: GridProps = {
    posts,
    accounts: new Map(accounts.map((account) => [account.id, account])),
    brands,
    day,
    today,
    selectedId,
    dragging,
    onDay: setDay,
    onOpen: (post) => {
      if (post.at !== null) setDay(format.dayAt(post.at));
      shown.open(post.id);
    },
    onNew: (on, time) => {
      const soon = nextSlot(Date.now(), format.zone).local;
      const local = time === null ? (on === today ? soon : `${on}T09:00`) : `${on}T${time}`;
      setDay(on);
      shown.begin({ local, zone: format.zone }, accounts);
    },
    onDrag: setDragging,
    onDrop: (post, to, time) => {
      setDragging(null);
      move.to(post, to, time);
    },
  };
  const close = (): void => {
    shown.close();
    focusIn(day, selectedId);
  };
  useCalendarKeys({
    grid,
    span,
    move,
    isOpen: shown.opened !== null,
    onSpan: setSpan,
    onMoveTo: setMoving,
    onClose: close,
  });

  const failure = list.error ?? known.error;
  const isLoading = list.data === undefined || known.data === undefined;
  const isEmpty = !isLoading && accounts.length === 0 && posts.length === 0;
  const { opened } = shown;
  return (
    <Box sx={{ height: '100%', display: 'flex', minWidth: 0, position: 'relative' }}>
      <Box sx={{ flex: 1, display: 'flex', flexDirection: 'column', minWidth: 0 }}>
        <CalendarHeader
          day={day}
          today={today}
          span={span}
          hasPages={!isEmpty}
          canWrite={accounts.length > 0}
          onDay={setDay}
          onSpan={setSpan}
          onApproval={() => setAsking(true)}
          onNew={() => grid.onNew(day, null)}
        />
        <Stuck stuck={stuck} />
        <Box sx={{ flex: 1, minHeight: 0, borderTop: 1, borderColor: 'divider' }}>
          {failure !== null && isLoading ? (
            <ErrorState
              error={failure}
              onRetry={() => {
                void list.refetch();
                void known.refetch();
              }}
            />
          ) : isLoading ? (
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
        <Loose
          {...grid}
          posts={posts.filter(({ at }) => at === null)}
          onGoOn={unfinished.data?.writing == null || opened?.postId === null ? null : shown.goOn}
        />
      </Box>
      {opened === null || shown.post === undefined ? null : (
        <PostDrawer
          key={opened.serial}
          post={shown.post}
          beginning={opened.beginning}
          accounts={accounts}
          brands={brands}
          approvals={approvals.data?.brands ?? []}
          onKept={(postId) => shown.kept(opened.serial, postId)}
          onOpen={shown.open}
          onMove={setMoving}
          onClose={close}
        />
      )}
      {moving === null ? null : (
        <MoveDialog
          post={moving}
          onClose={() => setMoving(null)}
          onMove={(slot) => {
            setMoving(null);
            setDay(slot.local.slice(0, 10));
            move.at(moving, slot);
          }}
        />
      )}
      {isAsking ? (
        <ApprovalDialog
          approvals={approvals.data?.brands ?? []}
          brands={brands}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </Box>
  );
}
