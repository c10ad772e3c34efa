import { Box, Button } from '@mui/material';
import { Siren } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useActiveCrises } from '#renderer/ui/crises.ts';
import { navigate, useScreen } from '../state.ts';

/** While a crisis lasts, says so everywhere and leads to its room. */
export function CrisisBanner(): ReactNode {
  const { t } = useTranslation();
  const crises = useActiveCrises();
  const here = useScreen(({ route }) => route === 'crisis');
  const [first] = crises;
  if (first === undefined || here) return null;
  const names = crises.map(({ brandName }) => brandName).join(', ');
  return (
    <Box
      component="aside"
      aria-label={t('crisis.banner.label')}
      sx={{
        display: 'flex',
        alignItems: 'center',
        justifyContent: 'center',
        flexWrap: 'wrap',
        gap: 2,
        px: 4,
        py: 1,
        bgcolor: 'background.paper',
        borderBottom: 2,
        borderColor: 'tokens.negative',
      }}
    >
      <Box component="span" aria-hidden sx={{ display: 'flex', color: 'tokens.negative' }}>
        <Siren size={16} />
      </Box>
      <span>{t('crisis.banner.text', { names })}</span>
      <Button variant="text" onClick={() => navigate('crisis', { crisisId: first.id })}>
        {t('crisis.banner.open')}
      </Button>
    </Box>
  );
}
