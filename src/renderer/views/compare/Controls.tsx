import { Box, FormHelperText, MenuItem, TextField } from '@mui/material';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Brand } from '#shared/contract/brands.ts';
import { Choice } from '#renderer/ui/Choice.tsx';
import { hidden } from '#renderer/ui/hidden.ts';
import { measures } from './compared.ts';
import { setCompare, spans, useCompareScreen } from './store.ts';
import { spanTrouble } from './request.ts';

/** Which days are compared and what shares are counted in; `owns` is empty where the switcher has chosen. */
export function Controls({ owns, today }: { owns: readonly Brand[]; today: string }): ReactNode {
  const { t } = useTranslation();
  const { span, measure, ownId, fromDay, toDay } = useCompareScreen();
  const [spanId, measureId] = [useId(), useId()];
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'end', gap: 2 }}>
      {owns.length < 2 ? null : (
        <TextField
          select
          label={t('compare.own')}
          value={ownId ?? owns[0]?.id ?? ''}
          onChange={(event) => setCompare({ ownId: event.target.value })}
          sx={{ width: 180 }}
        >
          {owns.map(({ id, name }) => (
            <MenuItem key={id} value={id}>
              {name}
            </MenuItem>
          ))}
        </TextField>
      )}
      <span id={measureId} style={hidden}>
        {t('compare.measure.label')}
      </span>
      <Choice
        labelledBy={measureId}
        value={measure}
        options={measures.map((value) => ({ value, label: t(`compare.measure.${value}`) }))}
        onChange={(value) => setCompare({ measure: value })}
      />
      <span id={spanId} style={hidden}>
        {t('compare.span.label')}
      </span>
      <Choice
        labelledBy={spanId}
        value={span}
        options={spans.map((value) => ({
          value,
          label:
            value === 'custom' ? t('compare.span.custom') : t('compare.span.days', { count: Number(value) }),
        }))}
        onChange={(value) =>
          setCompare({ span: value, ...(value === 'custom' && toDay === '' ? { toDay: today } : {}) })
        }
      />
      {span === 'custom' ? <Days fromDay={fromDay} toDay={toDay} /> : null}
    </Box>
  );
}

function Days({ fromDay, toDay }: { fromDay: string; toDay: string }): ReactNode {
  const { t } = useTranslation();
  const trouble = spanTrouble(fromDay, toDay);
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', justifyContent: 'end' }}>
      {(['from', 'to'] as const).map((side) => (
        <TextField
          key={side}
          type="date"
          label={t(`compare.span.${side}`)}
          value={side === 'from' ? fromDay : toDay}
          error={trouble !== null}
          onChange={({ target }) =>
            setCompare(side === 'from' ? { fromDay: target.value } : { toDay: target.value })
          }
          slotProps={{ inputLabel: { shrink: true } }}
          sx={{ width: 150 }}
        />
      ))}
      {trouble === null ? null : (
        <FormHelperText error role="alert" sx={{ width: '100%', textAlign: 'right', m: 0 }}>
          {t(`compare.span.${trouble}`)}
        </FormHelperText>
      )}
    </Box>
  );
}
