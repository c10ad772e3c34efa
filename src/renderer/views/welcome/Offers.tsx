import { Box, Checkbox, Typography } from '@mui/material';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/ui/format.tsx';
import { usePresetText } from '#renderer/ui/usePresetText.ts';
import { offerKey, type Offer } from './offer.ts';

export interface OffersProps {
  offers: readonly Offer[];
  onChange: (offers: readonly Offer[]) => void;
}

/** The proposed sources, each to be ticked. */
export function Offers({ offers, onChange }: OffersProps): ReactNode {
  const { t } = useTranslation();
  const titleId = useId();
  const toggle = (at: number): void =>
    onChange(offers.map((offer, index) => (index === at ? { ...offer, chosen: !offer.chosen } : offer)));
  return (
    <Box role="group" aria-labelledby={titleId}>
      <Typography variant="h2" id={titleId}>
        {t('welcome.sources')}
      </Typography>
      <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mb: 2 }}>
        {t(offers.length === 0 ? 'welcome.noSources' : 'welcome.sourcesText')}
      </Typography>
      {offers.length === 0 ? null : (
        <Box
          sx={{
            border: 1,
            borderColor: 'divider',
            borderRadius: '8px',
            bgcolor: 'background.paper',
            maxHeight: 300,
            overflow: 'auto',
          }}
        >
          {offers.map((offer, index) => (
            <OfferRow key={offerKey(offer)} offer={offer} onToggle={() => toggle(index)} />
          ))}
        </Box>
      )}
    </Box>
  );
}

function OfferRow({ offer, onToggle }: { offer: Offer; onToggle: () => void }): ReactNode {
  const { t } = useTranslation();
  const presetText = usePresetText();
  const format = useFormat();
  const [nameId, aboutId] = [useId(), useId()];
  const { name, presetId, entries, newestAt } = offer.proposal;
  const about = presetText(presetId).about(offer.proposal.about);
  const facts = [
    entries === null ? '' : t('common.entries', { count: entries }),
    newestAt === null ? '' : t('common.newest', { when: format.moment(newestAt) }),
  ].filter(Boolean);
  return (
    <Box
      component="label"
      sx={{
        display: 'flex',
        alignItems: 'flex-start',
        gap: 2,
        px: 2,
        py: 1.5,
        '& + &': { borderTop: 1, borderColor: 'divider' },
        '&:hover': { bgcolor: 'tokens.hover' },
      }}
    >
      <Checkbox
        checked={offer.chosen}
        onChange={onToggle}
        slotProps={{ input: { 'aria-labelledby': nameId, 'aria-describedby': aboutId } }}
      />
      <Box sx={{ minWidth: 0, py: 1 }}>
        <Box id={nameId} sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
          {name}
        </Box>
        <Box id={aboutId} sx={{ color: 'text.secondary', fontSize: 12 }}>
          {[about, ...facts].filter(Boolean).join(' · ')}
        </Box>
      </Box>
    </Box>
  );
}
