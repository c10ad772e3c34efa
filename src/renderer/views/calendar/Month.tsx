import { Box, ButtonBase } from '@mui/material';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { slotAt } from '#shared/model/slot.ts';
import { useFormat } from '#renderer/ui/format.tsx';
import { hidden } from '#renderer/ui/hidden.ts';
import { byDay, type GridProps } from './grid.ts';
import { monthOf, roomFor } from './layout.ts';
import { PostChip } from './PostChip.tsx';
import { useHeight } from './useHeight.ts';

/** CSS pixels. */
const HEADING = 27;
const LEAST_ROW = 96;
/** What of a cell its number, its padding and its border take. */
const TAKEN = 29;

/** A month that reads like a newspaper: whole weeks, Monday first. */
export function Month(props: GridProps & { onMore: (day: string) => void }): ReactNode {
  const { t } = useTranslation();
  const { locale, dayAt } = useFormat();
  const [ref, height] = useHeight();
  const weeks = monthOf(props.day);
  const days = byDay(props.posts, dayAt);
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  useEffect(() => {
    // In a low window not every week fits: the chosen day is in sight.
    ref.current?.querySelector(`[data-day="${props.day}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [ref, height, props.day]);
  const room = Math.max(LEAST_ROW, (height - HEADING) / weeks.length) - TAKEN;
  return (
    <Box
      ref={ref}
      role="grid"
      aria-label={t('calendar.month')}
      sx={{ height: '100%', minHeight: 0, display: 'flex', flexDirection: 'column', overflow: 'auto' }}
    >
      <Box
        role="row"
        sx={{ display: 'grid', gridTemplateColumns: 'repeat(7, minmax(0, 1fr))', flex: 'none' }}
      >
        {(weeks[0] ?? []).map((one) => (
          <Box
            key={one}
            role="columnheader"
            sx={{ px: 2, height: HEADING, lineHeight: `${HEADING}px`, fontSize: 12, color: 'text.secondary' }}
          >
            {weekday.format(Date.parse(one))}
          </Box>
        ))}
      </Box>
      {weeks.map((week) => (
        <Box
          key={week[0]}
          role="row"
          sx={{
            flex: `1 0 ${LEAST_ROW}px`,
            minHeight: LEAST_ROW,
            display: 'grid',
            gridTemplateColumns: 'repeat(7, minmax(0, 1fr))',
          }}
        >
          {week.map((one) => (
            <DayCell key={one} {...props} date={one} here={days.get(one) ?? []} room={room} />
          ))}
        </Box>
      ))}
    </Box>
  );
}

interface DayCellProps extends GridProps {
  date: string;
  here: GridProps['posts'];
  /** Height for posts, in CSS pixels. */
  room: number;
  onMore: (day: string) => void;
}

function DayCell(props: DayCellProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const [over, setOver] = useState(false);
  const { date, here, dragging } = props;
  const isToday = date === props.today;
  const isChosen = date === props.day;
  const isOther = date.slice(0, 7) !== props.day.slice(0, 7);
  const { lines, shown } = roomFor(here.length, props.room);
  const quiet = isOther ? 'text.secondary' : 'text.primary';
  return (
    <Box
      role="gridcell"
      data-day={date}
      tabIndex={isChosen ? 0 : -1}
      aria-selected={isChosen}
      {...(isToday ? { 'aria-current': 'date' as const } : {})}
      onClick={() => props.onDay(date)}
      onDoubleClick={() => props.onNew(date, null)}
      onDragOver={(event) => {
        if (dragging === null) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={() => {
        setOver(false);
        if (dragging !== null) props.onDrop(dragging, date, null);
      }}
      sx={{
        // What is heard only stands here, too, and must not widen the page.
        position: 'relative',
        borderTop: 1,
        borderLeft: 1,
        borderColor: 'divider',
        p: 1,
        pt: 0.5,
        display: 'flex',
        flexDirection: 'column',
        gap: '2px',
        minWidth: 0,
        minHeight: 0,
        overflow: 'hidden',
        bgcolor: over ? 'tokens.wash' : isOther ? 'background.default' : 'background.paper',
        boxShadow: isChosen ? 'inset 0 0 0 1px var(--mui-palette-primary-main)' : 'none',
        '&:focus-visible': { outlineOffset: '-2px' },
      }}
    >
      <span style={hidden}>{`${format.day(date)}, ${t('calendar.posts', { count: here.length })}`}</span>
      <Box aria-hidden sx={{ display: 'flex', alignItems: 'center', gap: 1, height: 20, flex: 'none' }}>
        <Box
          component="span"
          sx={{
            fontSize: 12,
            lineHeight: '18px',
            px: 1.5,
            borderRadius: '10px',
            fontVariantNumeric: 'tabular-nums',
            fontWeight: isToday ? 600 : 450,
            bgcolor: isToday ? 'primary.main' : 'transparent',
            color: isToday ? 'primary.contrastText' : quiet,
          }}
        >
          {date.endsWith('-01') ? format.day(date) : Number(date.slice(8))}
        </Box>
        {over && dragging?.at != null ? (
          <Box component="span" sx={{ fontSize: 12, color: 'tokens.onWash', fontWeight: 600 }}>
            {slotAt(dragging.at, format.zone).local.slice(11)}
          </Box>
        ) : null}
      </Box>
      {here.slice(0, shown).map((post) => (
        <PostChip
          key={post.id}
          post={post}
          lines={lines}
          reachable={isChosen}
          accounts={props.accounts}
          brands={props.brands}
          selectedId={props.selectedId}
          onOpen={props.onOpen}
          onDrag={props.onDrag}
        />
      ))}
      {here.length === shown ? null : (
        <ButtonBase
          tabIndex={isChosen ? 0 : -1}
          onClick={(event) => {
            event.stopPropagation();
            props.onMore(date);
          }}
          sx={{
            justifyContent: 'flex-start',
            px: 1,
            height: 18,
            flex: 'none',
            fontSize: 12,
            color: 'text.secondary',
            borderRadius: '4px',
          }}
        >
          {t('calendar.more', { count: here.length - shown })}
        </ButtonBase>
      )}
    </Box>
  );
}
