import {
  Alert,
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  MenuItem,
  TextField,
} from '@mui/material';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ComparedBrand } from '#shared/contract/compare.ts';
import { notify } from '#renderer/app/notify.ts';
import { call, useRequest } from '#renderer/client/index.ts';
import { fieldProblem, type FieldProblem } from '#renderer/ui/fieldProblem.ts';
import { useFormat } from '#renderer/ui/format.tsx';

/** Asks for a profile to watch. It is looked at before it is kept, so that a wrong name is told here. */
export function AddChannel(props: {
  brands: readonly ComparedBrand[];
  /** The brand chosen at first. */
  brandId: string;
  onClose: () => void;
}): ReactNode {
  const { brands, onClose } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const titleId = useId();
  const networks = useRequest('networks.list', {}).data?.networks ?? [];
  const shown = networks.filter(({ capabilities }) => capabilities.includes('profile'));
  const closed = networks.filter(
    ({ capabilities }) => capabilities.includes('account') && !capabilities.includes('profile'),
  );
  const [brandId, setBrandId] = useState(props.brandId);
  const [picked, setPicked] = useState<string | null>(null);
  const connector = picked ?? shown[0]?.connector ?? '';
  const [handle, setHandle] = useState('');
  const { problem, busy, send } = useSending(async (signal) => {
    await call('channels.watch', { brandId, connector, handle: handle.trim() }, signal);
    notify({ message: t('compare.channels.added', { handle: handle.trim() }) });
    onClose();
  });
  const inField = problem?.field === 'handle' ? problem.text : null;
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby={titleId}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (handle.trim() !== '') void send();
        }}
      >
        <DialogTitle id={titleId}>{t('compare.channels.add')}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 4 }}>
          <Box sx={{ color: 'text.secondary', fontSize: 13 }}>{t('compare.channels.addText')}</Box>
          <TextField
            select
            label={t('compare.channels.network')}
            value={connector}
            disabled={busy}
            helperText={
              closed.length === 0
                ? undefined
                : t('compare.channels.closed', {
                    networks: new Intl.ListFormat(format.locale, { type: 'conjunction' }).format(
                      closed.map(({ name }) => name),
                    ),
                  })
            }
            onChange={(event) => setPicked(event.target.value)}
          >
            {shown.map((network) => (
              <MenuItem key={network.connector} value={network.connector}>
                {network.name}
              </MenuItem>
            ))}
          </TextField>
          <TextField
            autoFocus
            required
            label={t('compare.channels.handle')}
            helperText={inField ?? t('compare.channels.handleText')}
            error={inField !== null}
            value={handle}
            disabled={busy}
            onChange={(event) => setHandle(event.target.value)}
            slotProps={{
              htmlInput: { maxLength: 300, autoComplete: 'off', spellCheck: false, autoCapitalize: 'none' },
              formHelperText: { role: inField === null ? undefined : 'alert' },
            }}
          />
          <TextField
            select
            label={t('compare.channels.brand')}
            value={brandId}
            disabled={busy}
            onChange={(event) => setBrandId(event.target.value)}
          >
            {brands.map((brand) => (
              <MenuItem key={brand.brandId} value={brand.brandId}>
                {brand.name}
              </MenuItem>
            ))}
          </TextField>
          {problem === null || inField !== null ? null : (
            <Alert severity="error" role="alert">
              {problem.text}
            </Alert>
          )}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button
            type="submit"
            variant="contained"
            color="primary"
            disabled={busy || handle.trim() === '' || connector === ''}
          >
            {busy ? t('compare.channels.looking') : t('compare.channels.watch')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

interface Sending {
  problem: FieldProblem | null;
  busy: boolean;
  send: () => Promise<void>;
}

/** Runs a request that may take long; leaving the form takes it back. */
function useSending(work: (signal: AbortSignal) => Promise<void>): Sending {
  const [problem, setProblem] = useState<FieldProblem | null>(null);
  const [busy, setBusy] = useState(false);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const send = async (): Promise<void> => {
    const controller = new AbortController();
    running.current = controller;
    setBusy(true);
    setProblem(null);
    try {
      await work(controller.signal);
    } catch (error) {
      if (!controller.signal.aborted) setProblem(fieldProblem(error));
    } finally {
      setBusy(false);
    }
  };
  return { problem, busy, send };
}
