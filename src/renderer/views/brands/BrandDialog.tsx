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
import { BrandRole, type Brand } from '#shared/contract/brands.ts';
import { parse, proposeQuery } from '#shared/query-language/index.ts';
import { notify } from '#renderer/app/notify.ts';
import { chartColor, okabeIto } from '#renderer/app/tokens.ts';
import { useCommand } from '#renderer/client/index.ts';
import { QueryEditor } from './QueryEditor.tsx';
import { QueryPreview } from './QueryPreview.tsx';

export interface BrandDialogProps {
  /** The brand to change; null makes a new one. */
  brand: Brand | null;
  role: Brand['role'];
  ownerId: string | null;
  ownBrands: readonly Brand[];
  onClose: () => void;
}

/** Makes a brand with its first query, or changes one. */
export function BrandDialog(props: BrandDialogProps): ReactNode {
  const { brand, onClose } = props;
  const { t } = useTranslation();
  const titleId = useId();
  const [name, setName] = useState(brand?.name ?? '');
  const [role, setRole] = useState<Brand['role']>(brand?.role ?? props.role);
  const owners = props.ownBrands.filter(({ id }) => id !== brand?.id);
  const [ownerId, setOwnerId] = useState(brand?.ownerId ?? props.ownerId ?? owners[0]?.id ?? null);
  const [color, setColor] = useState(brand?.color ?? 0);
  const [typed, setTyped] = useState<string | null>(null);
  const create = useCommand('brands.create');
  const update = useCommand('brands.update');

  const text = typed ?? proposeQuery(name);
  const result = parse(text);
  const named = name.trim() !== '';
  const owned = role === 'own' || ownerId !== null;
  const ready = named && owned && (brand !== null || result.ok) && !create.busy && !update.busy;

  const save = async (): Promise<void> => {
    const given = { name: name.trim(), role, ownerId: role === 'own' ? null : ownerId };
    const done =
      brand === null
        ? await create.run({ ...given, query: { name: given.name, kind: 'brand', text: text.trim() } })
        : await update.run({ brandId: brand.id, ...given, color });
    if (done === null) return;
    const told = brand === null ? 'brands.told.created' : 'brands.told.saved';
    notify({ message: t(told, { name: given.name }), undo: done.changeId });
    onClose();
  };
  const title =
    brand !== null
      ? t('brands.form.editTitle')
      : t(props.role === 'own' ? 'brands.form.createTitle' : 'brands.form.createCompetitorTitle');

  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby={titleId}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) void save();
        }}
        style={{ display: 'contents' }}
      >
        <DialogTitle id={titleId}>{title}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 4, pt: '12px !important', alignContent: 'start' }}>
          <TextField
            autoFocus
            label={t('brands.form.name')}
            value={name}
            onChange={(event) => setName(event.target.value)}
            error={brand !== null && !named}
            helperText={brand !== null && !named ? t('brands.form.nameNeeded') : undefined}
            slotProps={{ htmlInput: { maxLength: 120 } }}
          />
          <Box sx={{ display: 'flex', gap: 4 }}>
            <TextField
              select
              label={t('brands.form.role')}
              value={role}
              onChange={(event) => setRole(BrandRole.parse(event.target.value))}
            >
              <MenuItem value="own">{t('brands.own')}</MenuItem>
              <MenuItem value="competitor" disabled={owners.length === 0}>
                {t('brands.competitor')}
              </MenuItem>
            </TextField>
            {role === 'own' ? null : (
              <TextField
                select
                label={t('brands.form.owner')}
                value={ownerId ?? ''}
                onChange={(event) => setOwnerId(event.target.value)}
              >
                {owners.map((owner) => (
                  <MenuItem key={owner.id} value={owner.id}>
                    {owner.name}
                  </MenuItem>
                ))}
              </TextField>
            )}
          </Box>
          {brand === null || role === 'own' ? null : <ColorChoice value={color} onChange={setColor} />}
          {brand !== null || !named ? null : (
            <div>
              <QueryEditor value={text} onChange={setTyped} error={result.ok ? null : result.error} />
              <QueryPreview text={text} readable={result.ok} queryId={null} />
            </div>
          )}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('brands.cancel')}</Button>
          <Button type="submit" variant="contained" color="primary" disabled={!ready}>
            {t('brands.save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function ColorChoice(props: { value: number; onChange: (color: number) => void }): ReactNode {
  const { t } = useTranslation();
  const name = useId();
  return (
    <Box component="fieldset" sx={{ border: 0, m: 0, p: 0, display: 'flex', gap: 2, flexWrap: 'wrap' }}>
      <Box component="legend" sx={{ fontSize: 12, color: 'text.secondary', mb: 1 }}>
        {t('brands.form.color')}
      </Box>
      {okabeIto.map((hex, index) => (
        <Box
          component="label"
          key={hex}
          sx={{ display: 'flex', alignItems: 'center', gap: 1, minHeight: 24 }}
        >
          <input
            type="radio"
            name={name}
            checked={props.value % okabeIto.length === index}
            onChange={() => props.onChange(index)}
            aria-label={t('brands.form.colorNumber', { number: index + 1 })}
          />
          <span
            aria-hidden
            style={{ width: 16, height: 16, borderRadius: 4, background: chartColor(index) }}
          />
        </Box>
      ))}
    </Box>
  );
}
