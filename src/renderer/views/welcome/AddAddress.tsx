import { Box, Button, TextField } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '#renderer/client/index.ts';
import { ConfirmDialog } from '#renderer/ui/ConfirmDialog.tsx';
import type { Offer } from './offer.ts';

/** Looks at an address and adds the feeds found there; asks once before going into the local network. */
export function AddAddress({ onFound }: { onFound: (offers: readonly Offer[]) => void }): ReactNode {
  const { t } = useTranslation();
  const discover = useCommand('sources.discover');
  const [address, setAddress] = useState('');
  const [said, setSaid] = useState('');
  const [asking, setAsking] = useState(false);

  const look = async (allowLocalNetwork: boolean): Promise<void> => {
    setSaid(t('welcome.looking'));
    const found = await discover.run({ address: address.trim(), allowLocalNetwork });
    setSaid('');
    if (found === null) return;
    if (found.needsLocalPermission && !allowLocalNetwork) {
      setAsking(true);
      return;
    }
    const count = found.proposals.length;
    setSaid(count === 0 ? t('welcome.foundNone') : t('welcome.found', { count }));
    if (count === 0) return;
    onFound(found.proposals.map((proposal) => ({ proposal, chosen: true, allowLocalNetwork })));
    setAddress('');
  };

  return (
    <Box
      component="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (address.trim() !== '' && !discover.busy) void look(false);
      }}
      sx={{ display: 'flex', gap: 2, alignItems: 'flex-start' }}
    >
      <TextField
        label={t('welcome.addAddress')}
        value={address}
        helperText={<span role="status">{said === '' ? t('welcome.addressHint') : said}</span>}
        onChange={(event) => setAddress(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 2000, spellCheck: false, inputMode: 'url' } }}
      />
      <Button type="submit" disabled={discover.busy || address.trim() === ''} sx={{ minHeight: 34 }}>
        {t('welcome.look')}
      </Button>
      <ConfirmDialog
        open={asking}
        title={t('welcome.localTitle')}
        text={t('welcome.localText', { address: address.trim() })}
        confirm={t('welcome.localAllow')}
        onClose={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          void look(true);
        }}
      />
    </Box>
  );
}
