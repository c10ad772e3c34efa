import { Box } from '@mui/material';
import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/ui/format.tsx';
import { hidden } from '#renderer/ui/hidden.ts';
import { byDay, type GridProps } from './grid.ts';
import { partOfDay, placed, timeAt, weekOf } from './layout.ts';
import { PostChip } from './PostChip.tsx';

/** CSS pixels. */
const HALF_HOUR = 22;
const HEIGHT = 48 * HALF_HOUR;
const GUTTER = 52;
const CHIP = 40;
/** What begins closer to each other than a chip is high stands side by side, in minutes. */
const TOUCHING = 60;
const columns = { display: 'grid', gridTemplateColumns: `${GUTTER}px repeat(7, minmax(0, 1fr))` } as const;
/** Where a working day begins, with the line above its first hour: what is seen first. */
const FIRST_SEEN = 7 * 2 * HALF_HOUR - 10;
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
      sx={{ height: '100%', overflow: 'auto', bgcolor: 'background.paper' }}
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
        <Box role="columnheader">
          <span style={hidden}>{t('calendar.time')}</span>
        </Box>
        {week.map((one) => (
          <Box
            key={one}
            role="columnheader"
            {...(one === props.today ? { 'aria-current': 'date' as const } : {})}
            sx={{
              px: 2,
              py: 1,
              fontSize: 12,
              borderBottom: 2,
              borderColor: one === props.day ? 'primary.main' : 'transparent',
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
          <Column key={one} {...props} date={one} count={days.get(one)?.length ?? 0}>
            {one === props.today ? <Now /> : null}
            {placed(days.get(one) ?? [], zone, TOUCHING).map(({ entry, minute, lane, lanes }) => (
              <Box
                key={entry.id}
                sx={{
                  position: 'absolute',
                  top: Math.min(HEIGHT - CHIP, (minute / 30) * HALF_HOUR) + 1,
                  left: `${(lane / lanes) * 100}%`,
                  width: `${100 / lanes}%`,
                  px: '1px',
                }}
              >
                <PostChip
                  post={entry}
                  lines={2}
                  reachable={one === props.day}
                  accounts={props.accounts}
                  brands={props.brands}
                  selectedId={props.selectedId}
                  onOpen={props.onOpen}
                  onDrag={props.onDrag}
                />
              </Box>
            ))}
          </Column>
        ))}
      </Box>
    </Box>
  );
}

/** A line where the day has got to. */
function Now(): ReactNode {
  const { zone } = useFormat();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <Box
      aria-hidden
      sx={{
        position: 'absolute',
        top: partOfDay(now, zone) * HEIGHT,
        left: 0,
        right: 0,
        borderTop: 2,
        borderColor: 'tokens.negative',
        pointerEvents: 'none',
        zIndex: 1,
      }}
    />
  );
}

function Column(props: GridProps & { date: string; count: number; children: ReactNode }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const [over, setOver] = useState<string | null>(null);
  const { date, dragging } = props;
  const pointed = (event: { clientY: number; currentTarget: Element }): string =>
    timeAt(event.clientY - event.currentTarget.getBoundingClientRect().top, HEIGHT);
  return (
    <Box
      role="gridcell"
      data-day={date}
      tabIndex={date === props.day ? 0 : -1}
      aria-selected={date === props.day}
      onClick={() => props.onDay(date)}
      onDoubleClick={(event) => props.onNew(date, pointed(event))}
      onDragOver={(event) => {
        if (dragging === null) return;
        event.preventDefault();
        setOver(pointed(event));
      }}
      onDragLeave={(event) => {
        const { relatedTarget } = event;
        if (!(relatedTarget instanceof Node && event.currentTarget.contains(relatedTarget))) setOver(null);
      }}
      onDrop={(event) => {
        setOver(null);
        if (dragging !== null) props.onDrop(dragging, date, pointed(event));
      }}
      sx={{
        position: 'relative',
        borderLeft: 1,
        borderColor: 'divider',
        backgroundImage: `repeating-linear-gradient(to bottom, var(--mui-palette-divider) 0 1px, transparent 1px ${2 * HALF_HOUR}px)`,
        '&:focus-visible': { outlineOffset: '-2px' },
      }}
    >
      <span style={hidden}>{`${format.day(date)}, ${t('calendar.posts', { count: props.count })}`}</span>
      {props.children}
      {over === null || dragging === null ? null : <Landing time={over} />}
    </Box>
  );
}

/** Where a post would land if it were let go now. */
function Landing({ time }: { time: string }): ReactNode {
  const half = Number(time.slice(0, 2)) * 2 + (time.endsWith('30') ? 1 : 0);
  return (
    <Box
      aria-hidden
      sx={{
        position: 'absolute',
        top: half * HALF_HOUR,
        left: 1,
        right: 1,
        height: CHIP,
        px: 1,
        fontSize: 12,
        fontWeight: 600,
        borderRadius: '4px',
        border: '1px dashed',
        borderColor: 'primary.main',
        bgcolor: 'tokens.wash',
        color: 'tokens.onWash',
        pointerEvents: 'none',
        zIndex: 2,
      }}
    >
      {time}
    </Box>
  );
}
