import {
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  MenuItem,
  TextField,
} from '@mui/material';
import { ChevronLeft } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Network } from '#shared/contract/accounts.ts';
import { notify } from '#renderer/app/notify.ts';
import { useScreen } from '#renderer/app/state.ts';
import { call, useRequest } from '#renderer/client/index.ts';
import { ChoiceCard } from '#renderer/ui/ChoiceCard.tsx';
import { useNetworkText } from '#renderer/ui/useNetworkText.ts';
import { Abilities } from './Abilities.tsx';
import { SecretNotice } from './SecretNotice.tsx';
import { SignInForm } from './SignInForm.tsx';
import { connectable } from './abilities.ts';

/** First the network with what it can and cannot do, then what it asks for. */
export function AddDialog({
  networks,
  start,
  onClose,
}: {
  networks: readonly Network[];
  /** The network to begin with; null to choose one. */
  start: string | null;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const id = useId();
  const [picked, setPicked] = useState(start);
  const chosen = connectable(networks).find(({ connector }) => connector === picked) ?? null;
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby={id}>
      <DialogTitle id={id}>
        {chosen === null ? t('accounts.add.title') : t('accounts.add.of', { network: chosen.name })}
      </DialogTitle>
      <DialogContent sx={{ minHeight: 320 }}>
        {chosen === null ? (
          <Networks networks={connectable(networks)} onChoose={({ connector }) => setPicked(connector)} />
        ) : (
          <Chosen network={chosen} onAdded={onClose} />
        )}
      </DialogContent>
      <DialogActions>
        {chosen === null ? null : (
          <Button startIcon={<ChevronLeft size={14} aria-hidden />} onClick={() => setPicked(null)}>
            {t('accounts.add.back')}
          </Button>
        )}
        <Box sx={{ flex: 1 }} />
        <Button onClick={onClose}>{t('common.close')}</Button>
      </DialogActions>
    </Dialog>
  );
}

function Networks(props: { networks: readonly Network[]; onChoose: (network: Network) => void }): ReactNode {
  const texts = useNetworkText();
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 2 }}>
      {props.networks.map((network) => (
        <li key={network.connector}>
          <ChoiceCard
            title={network.name}
            text={texts(network).about}
            onChoose={() => props.onChoose(network)}
          />
        </li>
      ))}
    </Box>
  );
}

function Chosen({ network, onAdded }: { network: Network; onAdded: () => void }): ReactNode {
  const { t } = useTranslation();
  const texts = useNetworkText()(network);
  const filtered = useScreen((state) => state.brandIds);
  const brands = (useRequest('brands.list', {}).data?.brands ?? []).filter(({ role }) => role === 'own');
  const [picked, setPicked] = useState<string | null>(null);
  const brandId = picked ?? brands.find(({ id }) => filtered.includes(id))?.id ?? brands[0]?.id ?? '';
  return (
    <Box sx={{ display: 'grid', gap: 4 }}>
      <Box sx={{ fontSize: 13, color: 'text.secondary' }}>{texts.about}</Box>
      <Abilities network={network} />
      {texts.cannot.length === 0 ? null : (
        <Box>
          <Box sx={{ fontWeight: 600, fontSize: 13, mb: 1 }}>{t('accounts.cannot')}</Box>
          <Box
            component="ul"
            sx={{ m: 0, pl: 5, fontSize: 13, color: 'text.secondary', display: 'grid', gap: 1 }}
          >
            {texts.cannot.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </Box>
        </Box>
      )}
      <SecretNotice />
      <SignInForm
        network={network}
        submit={t('accounts.add.submit')}
        onSubmit={async (typed, allowLocalNetwork, signal) => {
          await call(
            'accounts.add',
            { brandId, connector: network.connector, typed, allowLocalNetwork },
            signal,
          );
          notify({ message: t('accounts.told.added', { network: network.name }) });
          onAdded();
        }}
      >
        {brands.length < 2 ? null : (
          <TextField
            select
            label={t('accounts.brand')}
            value={brandId}
            onChange={(event) => setPicked(event.target.value)}
          >
            {brands.map(({ id, name }) => (
              <MenuItem key={id} value={id}>
                {name}
              </MenuItem>
            ))}
          </TextField>
        )}
      </SignInForm>
    </Box>
  );
}
