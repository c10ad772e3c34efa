import { Box } from '@mui/material';
import { useLayoutEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/ui/format.tsx';
import { byDay, type GridProps } from './grid.ts';
import { placed, timeAt, weekOf } from './layout.ts';
import { DRAGGED, PostChip } from './PostChip.tsx';

/** CSS pixels. */
const HALF_HOUR = 26;
const HEIGHT = 48 * HALF_HOUR;
const GUTTER = 52;
const columns = { display: 'grid', gridTemplateColumns: `${GUTTER}px repeat(7, minmax(0, 1fr))` } as const;
/** Where a working day begins: what is seen first. */
const FIRST_SEEN = 7 * 2 * HALF_HOUR;
const hours = Array.from({ length: 24 }, (_, hour) => hour);

/** A week by half-hours. */
export function Week(props: GridProps): ReactNode {
  const { t } = useTranslation();
  const { locale, zone, dayAt } = useFormat();
  const scroller = useRef<HTMLDivElement>(null);
  const days = byDay(props.posts, dayAt);
  const week = weekOf(props.day);
  const heading = new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', timeZone: 'UTC' });
  useLayoutEffect(() => {
    if (scroller.current !== null) scroller.current.scrollTop = FIRST_SEEN;
  }, []);
  return (
    <Box
      ref={scroller}
      role="grid"
      aria-label={t('calendar.week')}
      tabIndex={0}
      sx={{ height: '100%', overflow: 'auto' }}
    >
      <Box
        role="row"
        sx={{
          ...columns,
          position: 'sticky',
          top: 0,
          zIndex: 2,
          bgcolor: 'background.default',
          borderBottom: 1,
          borderColor: 'divider',
        }}
      >
        <Box role="columnheader" aria-label={t('calendar.time')} />
        {week.map((one) => (
          <Box
            key={one}
            role="columnheader"
            {...(one === props.today ? { 'aria-current': 'date' as const } : {})}
            sx={{
              px: 2,
              py: 1,
              fontSize: 12,
              fontWeight: one === props.today ? 600 : 450,
              color: one === props.today ? 'primary.main' : 'text.secondary',
            }}
          >
            {heading.format(Date.parse(one))}
          </Box>
        ))}
      </Box>
      <Box role="row" sx={{ ...columns, height: HEIGHT }}>
        <Box role="rowheader" aria-label={t('calendar.time')} sx={{ position: 'relative' }}>
          {hours.slice(1).map((hour) => (
            <Box
              key={hour}
              sx={{
                position: 'absolute',
                top: hour * 2 * HALF_HOUR - 8,
                right: 8,
                fontSize: 11,
                color: 'text.secondary',
                fontVariantNumeric: 'tabular-nums',
              }}
            >
              {String(hour).padStart(2, '0')}:00
            </Box>
          ))}
        </Box>
        {week.map((one) => (
          <Column key={one} {...props} date={one}>
            {placed(days.get(one) ?? [], zone).map(({ entry, minute, lane, lanes }) => (
              <Box
                key={entry.id}
                sx={{
                  position: 'absolute',
                  top: Math.min(HEIGHT - HALF_HOUR, (minute / 30) * HALF_HOUR) + 1,
                  left: `${(lane / lanes) * 100}%`,
                  width: `${100 / lanes}%`,
                  px: 0.25,
                }}
              >
                <PostChip
                  post={entry}
                  accounts={props.accounts}
                  selected={entry.id === props.selectedId}
                  onOpen={() => props.onOpen(entry)}
                />
              </Box>
            ))}
          </Column>
        ))}
      </Box>
    </Box>
  );
}

function Column(props: GridProps & { date: string; children: ReactNode }): ReactNode {
  const format = useFormat();
  const { date } = props;
  const pointed = (event: { clientY: number; currentTarget: Element }): string =>
    timeAt(event.clientY - event.currentTarget.getBoundingClientRect().top, HEIGHT);
  return (
    <Box
      role="gridcell"
      aria-selected={date === props.day}
      aria-label={format.day(date)}
      onClick={() => props.onDay(date)}
      onDoubleClick={(event) => props.onNew(date, pointed(event))}
      onDragOver={(event) => {
        if (event.dataTransfer.types.includes(DRAGGED)) event.preventDefault();
      }}
      onDrop={(event) => {
        const postId = event.dataTransfer.getData(DRAGGED);
        if (postId !== '') props.onDrop(postId, date, pointed(event));
      }}
      sx={{
        position: 'relative',
        borderLeft: 1,
        borderColor: 'divider',
        bgcolor: date === props.day ? 'background.paper' : 'transparent',
        backgroundImage: `repeating-linear-gradient(to bottom, var(--mui-palette-divider) 0 1px, transparent 1px ${2 * HALF_HOUR}px)`,
      }}
    >
      {props.children}
    </Box>
  );
}
