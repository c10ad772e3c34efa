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
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account } from '#shared/contract/accounts.ts';
import type { Source, SourceKind } from '#shared/contract/sources.ts';
import { notify } from '#renderer/app/notify.ts';
import { call, useRequest } from '#renderer/client/index.ts';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { ViewSkeleton } from '#renderer/ui/ViewSkeleton.tsx';
import { fieldProblem, type FieldProblem } from '#renderer/ui/fieldProblem.ts';
import { SourceFields } from './SourceFields.tsx';
import { changesOf, draftOf } from './draft.ts';
import { intervalParts, intervalsWith } from './order.ts';

interface EditDialogProps {
  source: Source;
  onClose: () => void;
}

/** Name, settings, account, interval and permission of a source. */
export function EditDialog({ source, onClose }: EditDialogProps): ReactNode {
  const { t } = useTranslation();
  const titleId = useId();
  const kinds = useRequest('sources.kinds', {});
  const accounts = useRequest('accounts.list', {});
  const error = kinds.error ?? accounts.error;
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{t('sources.edit.title')}</DialogTitle>
      {error !== null ? (
        <ErrorState
          error={error}
          onRetry={() => {
            void kinds.refetch();
            void accounts.refetch();
          }}
        />
      ) : kinds.data === undefined || accounts.data === undefined ? (
        <ViewSkeleton lines={4} />
      ) : (
        <EditForm
          source={source}
          kind={kinds.data.kinds.find(({ connector }) => connector === source.connector) ?? unknown(source)}
          accounts={accounts.data.accounts.filter(({ connector }) => connector === source.connector)}
          onClose={onClose}
        />
      )}
    </Dialog>
  );
}

/** A connector that this version does not have: its settings cannot be shown, name and interval can. */
const unknown = ({ connector }: Source): SourceKind => ({
  connector,
  name: connector,
  group: 'search',
  about: '',
  fields: [],
  start: {},
  account: 'none',
  minIntervalMinutes: 5,
});

function EditForm(props: EditDialogProps & { kind: SourceKind; accounts: readonly Account[] }): ReactNode {
  const { source, kind, accounts, onClose } = props;
  const { t } = useTranslation();
  const [name, setName] = useState(source.name);
  const [interval, setInterval] = useState(source.intervalMinutes);
  const [before] = useState(() => draftOf(kind, source));
  const [draft, setDraft] = useState(before);
  const [problem, setProblem] = useState<FieldProblem | null>(null);
  const [isBusy, setBusy] = useState(false);
  const isNamed = name.trim() !== '';

  const save = async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      const { changeId } = await call('sources.update', {
        sourceId: source.id,
        name: name.trim(),
        intervalMinutes: interval,
        ...changesOf(source, before, draft),
      });
      notify({ message: t('sources.told.saved', { name: name.trim() }), undo: changeId });
      onClose();
    } catch (error) {
      setProblem(fieldProblem(error));
      setBusy(false);
    }
  };
  return (
    <Box
      component="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (isNamed && !isBusy) void save();
      }}
      sx={{ display: 'contents' }}
    >
      <DialogContent sx={{ display: 'grid', gap: 4, pt: '12px !important' }}>
        <TextField
          autoFocus
          label={t('sources.edit.name')}
          value={name}
          onChange={(event) => setName(event.target.value)}
          error={!isNamed}
          helperText={isNamed ? undefined : t('sources.edit.nameNeeded')}
          slotProps={{ htmlInput: { maxLength: 200 } }}
        />
        <SourceFields
          kind={kind}
          accounts={accounts}
          draft={draft}
          problem={problem}
          offersLocal
          disabled={isBusy}
          onChange={setDraft}
        />
        <TextField
          select
          label={t('sources.edit.interval')}
          value={interval}
          onChange={(event) => setInterval(Number(event.target.value))}
        >
          {intervalsWith(source.intervalMinutes, kind.minIntervalMinutes).map((minutes) => {
            const { unit, count } = intervalParts(minutes);
            return (
              <MenuItem key={minutes} value={minutes}>
                {t(`sources.interval.${unit}`, { count })}
              </MenuItem>
            );
          })}
        </TextField>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('sources.edit.cancel')}</Button>
        <Button type="submit" variant="contained" color="primary" disabled={!isNamed || isBusy}>
          {t('sources.edit.save')}
        </Button>
      </DialogActions>
    </Box>
  );
}
