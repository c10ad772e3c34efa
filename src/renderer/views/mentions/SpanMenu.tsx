import {
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  FormHelperText,
  TextField,
} from '@mui/material';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/ui/format.tsx';
import { ChipMenu } from './ChipMenu.tsx';
import { daysInOrder, spans, type Filters, type Span } from './filter.ts';

/** Which days the list covers: a ready span, or two days. */
export function SpanMenu(props: { filters: Filters; onChange: (filters: Filters) => void }): ReactNode {
  const { filters, onChange } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const [asking, setAsking] = useState(false);
  const { span, fromDay, toDay } = filters;

  const customWords = (): string => {
    if (fromDay === '') return t('mentions.span.until', { to: format.day(toDay) });
    if (toDay === '') return t('mentions.span.since', { from: format.day(fromDay) });
    return t('mentions.span.range', { from: format.day(fromDay), to: format.day(toDay) });
  };
  const choose = (value: Span): void => {
    if (value === 'custom') setAsking(true);
    else onChange({ ...filters, span: value, fromDay: '', toDay: '' });
  };
  const chosen = span === 'all' ? '' : span === 'custom' ? customWords() : t(`mentions.span.${span}`);
  return (
    <>
      <ChipMenu
        name={t('mentions.filters.date')}
        chosen={chosen}
        single
        options={spans.map((value) => ({
          value,
          label: t(`mentions.span.${value}`),
          chosen: value === span,
        }))}
        onChoose={(value) => choose(spans.find((one) => one === value) ?? 'all')}
      />
      {asking ? (
        <DaysDialog
          fromDay={fromDay}
          toDay={toDay}
          onClose={() => setAsking(false)}
          onChoose={(from, to) => {
            setAsking(false);
            const open = from === '' && to === '';
            onChange({ ...filters, span: open ? 'all' : 'custom', fromDay: from, toDay: to });
          }}
        />
      ) : null}
    </>
  );
}

function DaysDialog(props: {
  fromDay: string;
  toDay: string;
  onChoose: (fromDay: string, toDay: string) => void;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const [from, setFrom] = useState(props.fromDay);
  const [to, setTo] = useState(props.toDay);
  const titleId = useId();
  const right = daysInOrder(from, to);
  return (
    <Dialog open onClose={props.onClose} maxWidth="xs" fullWidth aria-labelledby={titleId}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (right) props.onChoose(from, to);
        }}
      >
        <DialogTitle id={titleId}>{t('mentions.span.customTitle')}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 4, pt: '12px !important' }}>
          <TextField
            type="date"
            label={t('mentions.span.from')}
            value={from}
            onChange={(event) => setFrom(event.target.value)}
            slotProps={{ inputLabel: { shrink: true } }}
          />
          <TextField
            type="date"
            label={t('mentions.span.to')}
            value={to}
            error={!right}
            onChange={(event) => setTo(event.target.value)}
            slotProps={{ inputLabel: { shrink: true } }}
          />
          {right ? null : (
            <FormHelperText error role="alert">
              {t('mentions.span.wrong')}
            </FormHelperText>
          )}
        </DialogContent>
        <DialogActions>
          <Button onClick={props.onClose}>{t('brands.cancel')}</Button>
          <Button type="submit" variant="contained" color="primary" disabled={!right}>
            {t('mentions.span.apply')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
