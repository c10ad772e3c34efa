import { Box, Button, ButtonBase, Popover, Typography } from '@mui/material';
import { Info } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { resources } from '#renderer/app/i18n/types.ts';

export type FormulaName = keyof resources['formulas']['of'];

/** A number that goes into a formula, with what it is. */
export interface FormulaInput {
  label: string;
  value: string;
}

export interface FormulaProps {
  name: FormulaName;
  /** Whose number it is, and the number: "Miramar, 34%". */
  about: string;
  inputs: readonly FormulaInput[];
  /** Opens the items behind the number. */
  onItems?: (() => void) | undefined;
  /** The number as it is shown, which is then what opens the formula; without it, a small info mark. */
  children?: ReactNode;
}

/** A number that opens to its formula in words, what went into it, and the items behind it. */
export function Formula({ name, about, inputs, onItems, children }: FormulaProps): ReactNode {
  const { t } = useTranslation();
  const titleId = useId();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const title = t(`formulas.of.${name}.title`);
  return (
    <>
      <ButtonBase
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        aria-label={t('formulas.open', { title, about })}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{
          borderRadius: '4px',
          px: 0.5,
          mx: -0.5,
          color: 'inherit',
          textAlign: 'inherit',
          fontVariantNumeric: 'tabular-nums',
          textDecorationLine: 'underline',
          textDecorationStyle: 'dotted',
          textDecorationColor: 'transparent',
          textUnderlineOffset: '3px',
          '&:hover, &[aria-expanded=true]': { bgcolor: 'tokens.hover', textDecorationColor: 'currentcolor' },
        }}
      >
        {children ?? (
          <Box component="span" sx={{ display: 'flex', color: 'text.secondary', p: 0.5 }}>
            <Info size={14} aria-hidden />
          </Box>
        )}
      </ButtonBase>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{
          paper: {
            role: 'dialog',
            'aria-labelledby': titleId,
            sx: { width: 320, p: 4, '&:focus-visible': { outline: 'none' } },
          },
        }}
      >
        <Typography variant="h3" component="h2" id={titleId}>
          {title}
        </Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary', mt: 1 }}>
          {t(`formulas.of.${name}.words`)}
        </Typography>
        <Box
          component="dl"
          aria-label={t('formulas.inputs')}
          sx={{
            display: 'grid',
            gridTemplateColumns: 'minmax(0, 1fr) auto',
            gap: 1,
            columnGap: 4,
            my: 3,
            '& dt': { color: 'text.secondary' },
            '& dd': { m: 0, textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
          }}
        >
          {inputs.map(({ label, value }) => (
            <Box key={label} sx={{ display: 'contents' }}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </Box>
          ))}
        </Box>
        {onItems === undefined ? null : (
          <Button
            onClick={() => {
              setAnchor(null);
              onItems();
            }}
          >
            {t('formulas.items')}
          </Button>
        )}
      </Popover>
    </>
  );
}
