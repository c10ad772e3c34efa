import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

const parts = ['words', 'phrase', 'or', 'not', 'near', 'star', 'group', 'field'] as const;

/** The query language on half a page, folded until wanted. */
export function SyntaxHelp(): ReactNode {
  const { t } = useTranslation();
  return (
    <Box component="details" sx={{ fontSize: 13, mt: 2 }}>
      <Box component="summary" sx={{ cursor: 'pointer', color: 'text.secondary', minHeight: 24 }}>
        {t('brands.query.help')}
      </Box>
      <Box
        component="dl"
        sx={{ display: 'grid', gridTemplateColumns: 'auto 1fr', columnGap: 4, rowGap: 1, m: 0, mt: 2 }}
      >
        {parts.map((part) => (
          <Box key={part} sx={{ display: 'contents' }}>
            <dt>
              <code>{t(`brands.query.helps.${part}.example`)}</code>
            </dt>
            <Box component="dd" sx={{ m: 0, color: 'text.secondary' }}>
              {t(`brands.query.helps.${part}.text`)}
            </Box>
          </Box>
        ))}
      </Box>
    </Box>
  );
}
