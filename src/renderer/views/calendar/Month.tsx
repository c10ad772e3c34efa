import { Box, ButtonBase } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/ui/format.tsx';
import { byDay, type GridProps } from './grid.ts';
import { monthOf } from './layout.ts';
import { DRAGGED, PostChip } from './PostChip.tsx';

/** More than these fold behind a line that opens the week. */
const SHOWN = 3;

/** A month that reads like a newspaper: whole weeks, Monday first. */
export function Month(props: GridProps & { onMore: (day: string) => void }): ReactNode {
  const { t } = useTranslation();
  const { locale, dayAt } = useFormat();
  const weeks = monthOf(props.day);
  const days = byDay(props.posts, dayAt);
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  return (
    <Box
      role="grid"
      aria-label={t('calendar.month')}
      sx={{ height: '100%', minHeight: 0, display: 'flex', flexDirection: 'column', overflow: 'auto' }}
    >
      <Box
        role="row"
        sx={{ display: 'grid', gridTemplateColumns: 'repeat(7, minmax(0, 1fr))', flex: 'none' }}
      >
        {(weeks[0] ?? []).map((one) => (
          <Box key={one} role="columnheader" sx={{ px: 2, py: 1, fontSize: 12, color: 'text.secondary' }}>
            {weekday.format(Date.parse(one))}
          </Box>
        ))}
      </Box>
      {weeks.map((week) => (
        <Box
          key={week[0]}
          role="row"
          sx={{ flex: '1 0 96px', display: 'grid', gridTemplateColumns: 'repeat(7, minmax(0, 1fr))' }}
        >
          {week.map((one) => (
            <DayCell key={one} {...props} date={one} here={days.get(one) ?? []} />
          ))}
        </Box>
      ))}
    </Box>
  );
}

interface DayCellProps extends GridProps {
  date: string;
  here: GridProps['posts'];
  onMore: (day: string) => void;
}

function DayCell(props: DayCellProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const [over, setOver] = useState(false);
  const { date, here } = props;
  const isToday = date === props.today;
  const isOther = date.slice(0, 7) !== props.day.slice(0, 7);
  const shown = here.slice(0, here.length > SHOWN ? SHOWN - 1 : SHOWN);
  return (
    <Box
      role="gridcell"
      aria-selected={date === props.day}
      aria-label={format.day(date)}
      onClick={() => props.onDay(date)}
      onDoubleClick={() => props.onNew(date, null)}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(DRAGGED)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        const postId = event.dataTransfer.getData(DRAGGED);
        if (postId !== '') props.onDrop(postId, date, null);
      }}
      sx={{
        borderTop: 1,
        borderLeft: 1,
        borderColor: 'divider',
        p: 1,
        display: 'flex',
        flexDirection: 'column',
        gap: 0.5,
        minWidth: 0,
        bgcolor: over ? 'tokens.hover' : isOther ? 'background.default' : 'background.paper',
        boxShadow: date === props.day ? 'inset 0 0 0 1px var(--mui-palette-primary-main)' : 'none',
      }}
    >
      <Box
        component="span"
        {...(isToday ? { 'aria-current': 'date' as const } : {})}
        sx={{
          alignSelf: 'flex-start',
          fontSize: 12,
          px: 1.5,
          borderRadius: '10px',
          fontVariantNumeric: 'tabular-nums',
          fontWeight: isToday ? 600 : 450,
          bgcolor: isToday ? 'primary.main' : 'transparent',
          color: isToday ? 'primary.contrastText' : isOther ? 'text.secondary' : 'text.primary',
        }}
      >
        {Number(date.slice(8))}
      </Box>
      {shown.map((post) => (
        <PostChip
          key={post.id}
          post={post}
          accounts={props.accounts}
          selected={post.id === props.selectedId}
          onOpen={() => props.onOpen(post)}
        />
      ))}
      {here.length === shown.length ? null : (
        <ButtonBase
          onClick={(event) => {
            event.stopPropagation();
            props.onMore(date);
          }}
          sx={{
            justifyContent: 'flex-start',
            px: 1,
            fontSize: 12,
            color: 'text.secondary',
            borderRadius: '4px',
          }}
        >
          {t('calendar.more', { count: here.length - shown.length })}
        </ButtonBase>
      )}
    </Box>
  );
}
