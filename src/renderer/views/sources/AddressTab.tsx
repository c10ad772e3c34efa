import { Alert, Box, Button, Checkbox, FormControlLabel, TextField, Typography } from '@mui/material';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#shared/contract/index.ts';
import { failureText } from '#renderer/app/i18n/failure.ts';
import { call, RequestError } from '#renderer/client/index.ts';
import { ConfirmDialog } from '#renderer/ui/ConfirmDialog.tsx';
import { useFormat } from '#renderer/ui/format.tsx';
import { usePresetText } from '#renderer/ui/usePresetText.ts';
import { useAddSources } from './useAddSources.ts';

type Proposal = Output<'sources.discover'>['proposals'][number];

/** An address, what it offers, and a tick for each feed that is wanted. */
export function AddressTab({ onAdded }: { onAdded: () => void }): ReactNode {
  const { t } = useTranslation();
  const adding = useAddSources();
  const [address, setAddress] = useState('');
  const [looking, setLooking] = useState(false);
  const [found, setFound] = useState<Proposal[] | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const [local, setLocal] = useState(false);
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const running = useRef<AbortController | null>(null);

  const look = async (allowLocalNetwork: boolean): Promise<void> => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    setLooking(true);
    setProblem(null);
    setFound(null);
    setLocal(allowLocalNetwork);
    try {
      const input = { address: address.trim(), allowLocalNetwork };
      const { proposals, needsLocalPermission } = await call('sources.discover', input, controller.signal);
      if (needsLocalPermission && !allowLocalNetwork) setAsking(true);
      else {
        setFound(proposals);
        setChosen(new Set(proposals.length > 0 ? [0] : []));
      }
    } catch (error) {
      if (error instanceof RequestError && error.failure.code === 'cancelled') return;
      setProblem(failureText(error));
    }
    setLooking(false);
  };
  const add = async (): Promise<void> => {
    const wanted = (found ?? []).filter((_proposal, index) => chosen.has(index));
    if (await adding.add(wanted, local)) onAdded();
  };
  const toggle = (index: number): void => {
    const next = new Set(chosen);
    if (!next.delete(index)) next.add(index);
    setChosen(next);
  };

  return (
    <Box sx={{ display: 'grid', gap: 4 }}>
      <Box
        component="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (address.trim() !== '') void look(false);
        }}
        sx={{ display: 'flex', gap: 2, alignItems: 'flex-start' }}
      >
        <TextField
          autoFocus
          label={t('sources.dialog.address')}
          placeholder={t('sources.dialog.addressPlaceholder')}
          helperText={t('sources.dialog.addressHelp')}
          value={address}
          onChange={(event) => setAddress(event.target.value)}
          slotProps={{ htmlInput: { maxLength: 2000, spellCheck: false, autoCapitalize: 'none' } }}
        />
        <Button type="submit" disabled={address.trim() === '' || looking} sx={{ minHeight: 34 }}>
          {t(looking ? 'sources.dialog.finding' : 'sources.dialog.find')}
        </Button>
      </Box>
      <div role="status">
        {problem === null ? null : <Alert severity="error">{problem}</Alert>}
        {found !== null && found.length === 0 ? (
          <Alert severity="info">{t('sources.dialog.nothing')}</Alert>
        ) : null}
      </div>
      {found === null || found.length === 0 ? null : (
        <>
          <Box component="fieldset" sx={{ border: 0, m: 0, p: 0, display: 'grid', gap: 1 }}>
            <Typography component="legend" variant="h3" sx={{ mb: 1 }}>
              {t('sources.dialog.found')}
            </Typography>
            {found.map((proposal, index) => (
              <FormControlLabel
                key={`${proposal.connector} ${JSON.stringify(proposal.settings)}`}
                control={<Checkbox checked={chosen.has(index)} onChange={() => toggle(index)} />}
                label={<ProposalText proposal={proposal} />}
              />
            ))}
          </Box>
          <Box>
            <Button
              variant="contained"
              color="primary"
              disabled={chosen.size === 0 || adding.busy}
              onClick={() => void add()}
            >
              {chosen.size === 0
                ? t('sources.dialog.addNothing')
                : t('sources.dialog.add', { count: chosen.size })}
            </Button>
          </Box>
        </>
      )}
      <ConfirmDialog
        open={asking}
        title={t('sources.local.title')}
        text={`${t('sources.local.text', { address: address.trim() })} ${t('sources.local.consequence')}`}
        confirm={t('sources.local.allow')}
        onConfirm={() => {
          setAsking(false);
          void look(true);
        }}
        onClose={() => setAsking(false)}
      />
    </Box>
  );
}

function ProposalText({ proposal }: { proposal: Proposal }): ReactNode {
  const { t } = useTranslation();
  const presetText = usePresetText();
  const format = useFormat();
  const facts = [
    proposal.entries === null ? null : t('sources.dialog.entries', { count: proposal.entries }),
    proposal.newestAt === null ? null : t('sources.dialog.known', { time: format.moment(proposal.newestAt) }),
  ].filter((fact) => fact !== null);
  return (
    <Box sx={{ py: 1 }}>
      <Box sx={{ fontWeight: 600 }}>{proposal.name}</Box>
      <Box sx={{ color: 'text.secondary', fontSize: 12, overflowWrap: 'anywhere' }}>
        {[presetText(proposal.presetId).about(proposal.about), ...facts]
          .filter((part) => part !== '')
          .join(' · ')}
      </Box>
    </Box>
  );
}
