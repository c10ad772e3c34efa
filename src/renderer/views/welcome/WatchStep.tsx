import { Box, Button, TextField, Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#shared/contract/index.ts';
import { useAppState } from '#renderer/app/appState.ts';
import { useCommand, useRequest } from '#renderer/client/index.ts';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { ViewSkeleton } from '#renderer/ui/ViewSkeleton.tsx';
import { AddAddress } from './AddAddress.tsx';
import type { Started } from './CollectStep.tsx';
import { offerKey, type Offer } from './offer.ts';
import { Offers } from './Offers.tsx';

export interface WatchStepProps {
  name: string;
  onBack: () => void;
  onStarted: (started: Started) => void;
}

/** What we propose to look for and where; everything can be changed before it starts. */
export function WatchStep(props: WatchStepProps): ReactNode {
  const { t } = useTranslation();
  const language = useAppState()?.language ?? 'en';
  const proposal = useRequest('sources.propose', { brandName: props.name, language });
  return (
    <Box sx={{ display: 'grid', gap: 4 }}>
      <Typography variant="h1">{t('welcome.watchTitle', { name: props.name })}</Typography>
      {proposal.data !== undefined ? (
        <WatchForm {...props} proposed={proposal.data} />
      ) : proposal.isError ? (
        <ErrorState error={proposal.error} onRetry={() => void proposal.refetch()} />
      ) : (
        <ViewSkeleton lines={4} />
      )}
    </Box>
  );
}

function WatchForm(props: WatchStepProps & { proposed: Output<'sources.propose'> }): ReactNode {
  const { t } = useTranslation();
  const createBrand = useCommand('brands.create');
  const createSource = useCommand('sources.create');
  const collect = useCommand('collect.run');
  const [text, setText] = useState(props.proposed.queryText);
  const [offers, setOffers] = useState<readonly Offer[]>(() =>
    props.proposed.proposals.map((proposal) => ({ proposal, chosen: true, allowLocalNetwork: false })),
  );
  const [starting, setStarting] = useState(false);
  const [brandId, setBrandId] = useState<string | null>(null);

  const add = (found: readonly Offer[]): void =>
    setOffers((known) => {
      const keys = new Set(known.map(offerKey));
      return [...known, ...found.filter((offer) => !keys.has(offerKey(offer)))];
    });

  const makeBrand = async (): Promise<string | null> => {
    if (brandId !== null) return brandId;
    const made = await createBrand.run({
      name: props.name,
      role: 'own',
      query: { name: props.name, kind: 'brand', text },
    });
    if (made === null) return null;
    setBrandId(made.brandId);
    return made.brandId;
  };

  const start = async (): Promise<void> => {
    setStarting(true);
    try {
      const id = await makeBrand();
      if (id === null) return;
      for (const { proposal, chosen, allowLocalNetwork } of offers) {
        if (!chosen) continue;
        const { connector, settings } = proposal;
        await createSource.run({ connector, name: proposal.name, settings, allowLocalNetwork });
      }
      const job = await collect.run({ all: true });
      props.onStarted({ brandId: id, jobId: job?.jobId ?? null });
    } finally {
      setStarting(false);
    }
  };

  return (
    <Box sx={{ display: 'grid', gap: 5 }}>
      <TextField
        label={t('welcome.query')}
        helperText={t('welcome.queryHint')}
        value={text}
        multiline
        minRows={2}
        maxRows={6}
        disabled={brandId !== null}
        onChange={(event) => setText(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 10_000, spellCheck: false } }}
      />
      <Offers offers={offers} onChange={setOffers} />
      <AddAddress onFound={add} />
      <Box sx={{ display: 'flex', gap: 2 }}>
        <Button
          variant="contained"
          color="primary"
          disabled={starting || text.trim() === '' || !offers.some(({ chosen }) => chosen)}
          onClick={() => void start()}
        >
          {t('welcome.start')}
        </Button>
        <Button variant="text" disabled={starting || brandId !== null} onClick={props.onBack}>
          {t('welcome.back')}
        </Button>
      </Box>
    </Box>
  );
}
