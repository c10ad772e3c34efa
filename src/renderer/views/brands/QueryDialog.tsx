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
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { QueryKind, type Brand } from '#shared/contract/brands.ts';
import { parse } from '#shared/query-language/index.ts';
import { notify } from '#renderer/app/notify.ts';
import { useCommand } from '#renderer/client/index.ts';
import { Choice } from '#renderer/ui/Choice.tsx';
import { QueryBuilder } from './QueryBuilder.tsx';
import { QueryEditor } from './QueryEditor.tsx';
import { QueryPreview } from './QueryPreview.tsx';
import { QueryReview } from './QueryReview.tsx';
import { SyntaxHelp } from './SyntaxHelp.tsx';
import { changeDraft, isReady, listsOf, withLists, type QueryDraft } from './draft.ts';
import { errorWords } from './errorWords.ts';

/**
 * Makes or changes a query: first its words, as lists or as text, with a live count; then, where the words changed,
 * what saving adds and drops.
 */
export function QueryDialog(props: { brand: Brand; draft: QueryDraft; onClose: () => void }): ReactNode {
  const { brand, draft, onClose } = props;
  const { t } = useTranslation();
  const titleId = useId();
  const create = useCommand('queries.create');
  const update = useCommand('queries.update');
  const saved = brand.queries.find(({ id }) => id === draft.queryId);
  const ready = isReady(draft) && !create.busy && !update.busy;
  const text = draft.text.trim();
  const wordsChanged = text !== saved?.text;

  const save = async (): Promise<void> => {
    const input = { name: draft.name.trim(), kind: draft.kind, text };
    const done =
      draft.queryId === null
        ? await create.run({ brandId: brand.id, ...input })
        : await update.run({ queryId: draft.queryId, ...input });
    if (done === null) return;
    const told = draft.queryId === null ? 'brands.told.queryCreated' : 'brands.told.querySaved';
    notify({ message: t(told, { name: input.name }), undo: done.changeId });
    onClose();
  };
  const next = (): void => {
    if (!ready) return;
    if (wordsChanged && !draft.reviewing) changeDraft({ reviewing: true });
    else void save();
  };
  const title = draft.queryId === null ? 'brands.query.createTitle' : 'brands.query.editTitle';

  return (
    <Dialog open onClose={onClose} maxWidth="md" fullWidth aria-labelledby={titleId}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          next();
        }}
        style={{ display: 'contents' }}
      >
        <DialogTitle id={titleId}>
          {draft.reviewing ? t('brands.review.title', { name: draft.name.trim() }) : t(title)}
        </DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 4, pt: '12px !important', alignContent: 'start' }}>
          {draft.reviewing ? (
            <QueryReview brand={brand} queryId={draft.queryId} text={text} />
          ) : (
            <Words draft={draft} />
          )}
        </DialogContent>
        <DialogActions>
          {draft.reviewing ? (
            <Button onClick={() => changeDraft({ reviewing: false })}>{t('brands.review.back')}</Button>
          ) : (
            <Button onClick={onClose}>{t('brands.cancel')}</Button>
          )}
          <Button type="submit" variant="contained" color="primary" disabled={!ready}>
            {wordsChanged && !draft.reviewing ? t('brands.review.next') : t('brands.save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function Words({ draft }: { draft: QueryDraft }): ReactNode {
  const { t } = useTranslation();
  const formId = useId();
  const named = draft.name.trim() !== '';
  const result = parse(draft.text);
  const lists = listsOf(draft);
  return (
    <>
      <Box sx={{ display: 'flex', gap: 4 }}>
        <TextField
          autoFocus={!named}
          label={t('brands.query.name')}
          value={draft.name}
          onChange={(event) => changeDraft({ name: event.target.value })}
          error={draft.touched && !named}
          helperText={draft.touched && !named ? t('brands.query.nameNeeded') : undefined}
          slotProps={{ htmlInput: { maxLength: 120 } }}
        />
        <TextField
          select
          label={t('brands.query.kind')}
          value={draft.kind}
          onChange={(event) => changeDraft({ kind: QueryKind.parse(event.target.value) })}
          sx={{ maxWidth: 200 }}
        >
          {QueryKind.options.map((one) => (
            <MenuItem key={one} value={one}>
              {t(`brands.kind.${one}`)}
            </MenuItem>
          ))}
        </TextField>
      </Box>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 3 }}>
        <Box component="span" id={formId} sx={{ fontSize: 12, color: 'text.secondary' }}>
          {t('brands.form.writeAs')}
        </Box>
        <Choice
          labelledBy={formId}
          value={draft.form}
          options={[
            { value: 'lists', label: t('brands.form.lists') },
            { value: 'text', label: t('brands.form.text') },
          ]}
          onChange={(form) => changeDraft({ form })}
        />
      </Box>
      <div>
        {draft.form === 'text' ? (
          <QueryEditor
            value={draft.text}
            autoFocus={named}
            error={draft.touched && !result.ok ? result.error : null}
            onChange={(text) => changeDraft({ text, touched: true })}
          />
        ) : lists === null ? (
          <Unreadable text={draft.text} />
        ) : (
          <>
            <QueryBuilder model={lists} onChange={(model) => changeDraft(withLists(model))} />
            {draft.touched && !result.ok ? (
              <Box role="status" sx={{ fontSize: 12, mt: 2, color: 'error.main' }}>
                {errorWords(t, result.error)}
              </Box>
            ) : null}
          </>
        )}
        <Box sx={{ mt: 3 }}>
          <QueryPreview text={draft.text} readable={result.ok} queryId={draft.queryId} />
        </Box>
        {draft.form === 'text' ? <SyntaxHelp /> : null}
      </div>
    </>
  );
}

/** A half-written text has no lists yet: it is kept, and said why. */
function Unreadable({ text }: { text: string }): ReactNode {
  const { t } = useTranslation();
  const result = parse(text);
  return (
    <Box sx={{ border: 1, borderColor: 'divider', borderRadius: '8px', p: 4, fontSize: 13 }}>
      <Box sx={{ mb: 1 }}>{t('brands.builder.unreadable')}</Box>
      {result.ok ? null : <Box sx={{ color: 'error.main', mb: 2 }}>{errorWords(t, result.error)}</Box>}
      <Button onClick={() => changeDraft({ form: 'text' })}>{t('brands.builder.toText')}</Button>
    </Box>
  );
}
