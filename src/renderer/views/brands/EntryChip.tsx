import { Box, IconButton } from '@mui/material';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isExpression, print, type QueryNode } from '#shared/query-language/index.ts';
import { Coloured } from './Coloured.tsx';

/** One entry of a list, coloured as in the editor. What is more than one word, phrase or field says so. */
export function EntryChip({ node, onRemove }: { node: QueryNode; onRemove: () => void }): ReactNode {
  const { t } = useTranslation();
  const text = print(node);
  const expression = isExpression(node);
  return (
    <Box
      component="span"
      title={expression ? t('brands.builder.expressionHint') : undefined}
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 1,
        minHeight: 28,
        maxWidth: '100%',
        pl: 2,
        borderRadius: '6px',
        border: 1,
        borderStyle: expression ? 'dashed' : 'solid',
        borderColor: 'divider',
        bgcolor: 'tokens.hover',
        fontSize: 12,
      }}
    >
      {expression ? (
        <Box component="span" sx={{ color: 'text.secondary' }}>
          {t('brands.builder.expression')}
        </Box>
      ) : null}
      <Box component="code" sx={{ overflowWrap: 'anywhere', py: 0.5 }}>
        <Coloured text={text} />
      </Box>
      <IconButton
        aria-label={t('brands.builder.removeNamed', { name: text })}
        onClick={onRemove}
        sx={{ p: 1 }}
      >
        <X size={12} aria-hidden />
      </IconButton>
    </Box>
  );
}
