import { Button, IconButton } from '@mui/material';
import { ChevronLeft, ChevronRight, Plus, ShieldCheck } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '#renderer/ui/Choice.tsx';
import { useFormat } from '#renderer/ui/format.tsx';
import { hidden } from '#renderer/ui/hidden.ts';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { turn, weekOf, type Span } from './layout.ts';

export interface CalendarHeaderProps {
  /** The selected day, `YYYY-MM-DD`. */
  day: string;
  today: string;
  span: Span;
  /** Whether there is anything to turn the pages of. */
  hasPages: boolean;
  canWrite: boolean;
  onDay: (day: string) => void;
  onSpan: (span: Span) => void;
  onApproval: () => void;
  onNew: () => void;
}

/** Which month or week this is, and the ways to another. */
export function CalendarHeader({ day, today, span, hasPages, ...props }: CalendarHeaderProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const spanId = useId();
  const week = weekOf(day);
  const month = new Intl.DateTimeFormat(format.locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const heading =
    span === 'month'
      ? month.format(Date.parse(day))
      : `${format.day(week[0] ?? day)} – ${format.day(week.at(-1) ?? day)} ${day.slice(0, 4)}`;
  return (
    <PageHeader
      title={t('calendar.title')}
      text={<span aria-live="polite">{heading}</span>}
      actions={
        hasPages ? (
          <>
            <IconButton aria-label={t('calendar.before')} onClick={() => props.onDay(turn(day, span, -1))}>
              <ChevronLeft size={16} />
            </IconButton>
            <Button onClick={() => props.onDay(today)}>{t('calendar.today')}</Button>
            <IconButton aria-label={t('calendar.after')} onClick={() => props.onDay(turn(day, span, 1))}>
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
              onChange={props.onSpan}
            />
            <IconButton
              aria-label={t('calendar.approval.title')}
              title={t('calendar.approval.title')}
              onClick={props.onApproval}
            >
              <ShieldCheck size={16} />
            </IconButton>
            <Button
              variant="contained"
              color="primary"
              startIcon={<Plus size={14} />}
              disabled={!props.canWrite}
              onClick={props.onNew}
            >
              {t('calendar.newPost')}
            </Button>
          </>
        ) : null
      }
    />
  );
}
