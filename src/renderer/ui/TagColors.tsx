import { Box, ButtonBase } from '@mui/material';
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { tagColor, tagTokens } from '#renderer/app/tokens.ts';

/** The colours a tag may have, one of them chosen. `value` is `Tag.color`. */
export function TagColors(props: {
  label: string;
  value: number;
  onChange: (color: number) => void;
}): ReactNode {
  const { t } = useTranslation();
  const chosen = props.value % tagTokens.length;
  return (
    <Box role="radiogroup" aria-label={props.label} sx={{ display: 'flex', gap: 0.5, p: 1 }}>
      {tagTokens.map((token, color) => (
        <ButtonBase
          key={token}
          role="radio"
          aria-checked={color === chosen}
          aria-label={t('common.tagColor', { number: color + 1 })}
          onClick={() => props.onChange(color)}
          sx={{ width: 24, height: 24, borderRadius: '50%', '&:hover': { bgcolor: 'tokens.hover' } }}
        >
          <Box
            component="span"
            aria-hidden
            sx={{
              width: 16,
              height: 16,
              borderRadius: '50%',
              color: 'background.paper',
              display: 'grid',
              placeItems: 'center',
            }}
            style={{ background: tagColor(color) }}
          >
            {color === chosen ? <Check size={11} strokeWidth={3} /> : null}
          </Box>
        </ButtonBase>
      ))}
    </Box>
  );
}
