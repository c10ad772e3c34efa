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
import { QueryKind, type Brand, type BrandQuery } from '#shared/contract/brands.ts';
import { parse, proposeQuery } from '#shared/query-language/index.ts';
import { notify } from '#renderer/app/notify.ts';
import { useCommand } from '#renderer/client/index.ts';
import { QueryEditor } from './QueryEditor.tsx';
import { QueryPreview } from './QueryPreview.tsx';
import { SyntaxHelp } from './SyntaxHelp.tsx';

/** Makes or changes a query of a brand, with the count of what it would match. `query` null makes a new one. */
export function QueryDialog(props: {
  brand: Brand;
  query: BrandQuery | null;
  onClose: () => void;
}): ReactNode {
  const { brand, query, onClose } = props;
  const { t } = useTranslation();
  const titleId = useId();
  const first = brand.queries.length === 0;
  const [name, setName] = useState(query?.name ?? (first ? brand.name : ''));
  const [kind, setKind] = useState<BrandQuery['kind']>(query?.kind ?? (first ? 'brand' : 'product'));
  const [text, setText] = useState(query?.text ?? (first ? proposeQuery(brand.name) : ''));
  const [touched, setTouched] = useState(query !== null || first);
  const create = useCommand('queries.create');
  const update = useCommand('queries.update');
  const result = parse(text);
  const named = name.trim() !== '';
  const busy = create.busy || update.busy;
  const ready = named && result.ok && !busy;

  const save = async (): Promise<void> => {
    const input = { name: name.trim(), kind, text: text.trim() };
    const done =
      query === null
        ? await create.run({ brandId: brand.id, ...input })
        : await update.run({ queryId: query.id, ...input });
    if (done === null) return;
    const told = query === null ? 'brands.told.queryCreated' : 'brands.told.querySaved';
    notify({ message: t(told, { name: input.name }), undo: done.changeId });
    onClose();
  };

  return (
    <Dialog open onClose={onClose} maxWidth="md" fullWidth aria-labelledby={titleId}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) void save();
        }}
        style={{ display: 'contents' }}
      >
        <DialogTitle id={titleId}>
          {t(query === null ? 'brands.query.createTitle' : 'brands.query.editTitle')}
        </DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 4, pt: '12px !important', alignContent: 'start' }}>
          <Box sx={{ display: 'flex', gap: 4 }}>
            <TextField
              autoFocus={!named}
              label={t('brands.query.name')}
              value={name}
              onChange={(event) => setName(event.target.value)}
              error={touched && !named}
              helperText={touched && !named ? t('brands.query.nameNeeded') : undefined}
              slotProps={{ htmlInput: { maxLength: 120 } }}
            />
            <TextField
              select
              label={t('brands.query.kind')}
              value={kind}
              onChange={(event) => setKind(QueryKind.parse(event.target.value))}
              sx={{ maxWidth: 200 }}
            >
              {QueryKind.options.map((one) => (
                <MenuItem key={one} value={one}>
                  {t(`brands.kind.${one}`)}
                </MenuItem>
              ))}
            </TextField>
          </Box>
          <div>
            <QueryEditor
              value={text}
              autoFocus={named}
              error={touched && !result.ok ? result.error : null}
              onChange={(next) => {
                setText(next);
                setTouched(true);
              }}
            />
            <QueryPreview text={text} readable={result.ok} queryId={query?.id ?? null} />
            <SyntaxHelp />
          </div>
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
