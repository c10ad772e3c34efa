import { Box, Button, FormControlLabel, Switch, Tab, Tabs, TextField } from '@mui/material';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PublishingAccount } from '#shared/contract/calendar.ts';
import { Accounts } from './Accounts.tsx';
import { contentFor, edited, sharedAgain, type Content, type PostDraft } from './draft.ts';
import { Images } from './Images.tsx';
import { Preview } from './Preview.tsx';
import { Problems, type NamedProblem } from './Problems.tsx';
import { TextCounter } from './TextCounter.tsx';
import { imagesIn, useAddImages } from './useAddImages.ts';

const ALL = 'all';

export interface ComposerProps {
  draft: PostDraft;
  /** Those that can be chosen. */
  accounts: readonly PublishingAccount[];
  problems: readonly NamedProblem[];
  disabled: boolean;
  onChange: (draft: PostDraft) => void;
}

/** Writes a post once, with a version of its own for any account that needs one. */
export function Composer({ draft, accounts, problems, disabled, onChange }: ComposerProps): ReactNode {
  const { t } = useTranslation();
  const [tab, setTab] = useState(ALL);
  const panelId = useId();
  const chosen = draft.accountIds.flatMap((id) => accounts.find((account) => account.id === id) ?? []);
  const here = chosen.find(({ id }) => id === tab) ?? null;
  const content = here === null ? draft.shared : contentFor(draft, here.id);
  const change = (part: Partial<Content>): void => onChange(edited(draft, here?.id ?? null, part));
  const { add, busy } = useAddImages((added) =>
    change({ images: [...content.images, ...added.map(({ id }) => ({ mediaId: id, alt: '' }))] }),
  );
  const counted = here === null ? chosen.filter(({ id }) => draft.own[id] === undefined) : [here];
  const hasTitle = (here === null ? chosen : [here]).some(({ publishing }) => publishing.title !== 'none');
  return (
    <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Accounts draft={draft} accounts={accounts} disabled={disabled} onChange={onChange} />
      {chosen.length < 2 ? null : (
        <Tabs
          value={here === null ? ALL : tab}
          onChange={(_event, value: string) => setTab(value)}
          variant="scrollable"
          aria-label={t('composer.versions')}
        >
          <Tab value={ALL} label={t('composer.all')} aria-controls={panelId} />
          {chosen.map(({ id, handle }) => (
            <Tab
              key={id}
              value={id}
              aria-controls={panelId}
              label={draft.own[id] === undefined ? handle : t('composer.ownVersion', { handle })}
            />
          ))}
        </Tabs>
      )}
      <Box
        id={panelId}
        sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}
        onPaste={(event) => {
          const files = imagesIn(event.clipboardData);
          if (files.length === 0 || disabled) return;
          event.preventDefault();
          add(files);
        }}
        onDragOver={(event) => {
          if (event.dataTransfer.types.includes('Files')) event.preventDefault();
        }}
        onDrop={(event) => {
          event.preventDefault();
          if (!disabled) add(imagesIn(event.dataTransfer));
        }}
      >
        {hasTitle ? (
          <TextField
            label={t('composer.title')}
            value={content.title}
            disabled={disabled}
            onChange={(event) => change({ title: event.target.value })}
            slotProps={{ htmlInput: { maxLength: 1000 } }}
          />
        ) : null}
        <TextField
          multiline
          minRows={5}
          maxRows={14}
          label={here === null ? t('composer.text') : t('composer.textFor', { handle: here.handle })}
          value={content.text}
          disabled={disabled}
          onChange={(event) => change({ text: event.target.value })}
          slotProps={{ htmlInput: { maxLength: 100_000 } }}
        />
        <Box sx={{ display: 'flex', gap: 3, flexWrap: 'wrap', alignItems: 'center', minHeight: 20 }}>
          {counted.map(({ id, network, publishing }) => (
            <TextCounter key={id} text={content.text} rule={publishing.text} name={network} />
          ))}
          {here === null || draft.own[here.id] === undefined ? null : (
            <Button variant="text" disabled={disabled} onClick={() => onChange(sharedAgain(draft, here.id))}>
              {t('composer.sameAgain')}
            </Button>
          )}
        </Box>
        <Images
          images={content.images}
          busy={busy}
          disabled={disabled}
          onAdd={add}
          onChange={(images) => change({ images })}
        />
      </Box>
      {chosen.some(({ publishing }) => publishing.holds !== null) ? (
        <FormControlLabel
          control={
            <Switch
              checked={draft.hold}
              disabled={disabled}
              onChange={(event) => onChange({ ...draft, hold: event.target.checked })}
            />
          }
          label={t('composer.hold')}
        />
      ) : null}
      <Problems problems={problems} />
      {(here === null ? chosen : [here]).map((account) => (
        <Preview key={account.id} account={account} content={contentFor(draft, account.id)} />
      ))}
    </Box>
  );
}
