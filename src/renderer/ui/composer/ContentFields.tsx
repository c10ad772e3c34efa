import { Box, TextField } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PublishingAccount } from '#shared/contract/calendar.ts';
import { partsOf, withParts, type Content } from './draft.ts';
import { Images } from './Images.tsx';
import { Parts } from './Parts.tsx';
import { imagesIn, useAddImages } from './useAddImages.ts';

export interface ContentFieldsProps {
  id?: string;
  content: Content;
  /** Those it is for: there is a field for whatever any of their networks takes. */
  accounts: readonly PublishingAccount[];
  /** Those whose allowance is counted. */
  counted: readonly PublishingAccount[];
  label: string;
  disabled: boolean;
  /** Whether the text has the keyboard at once. */
  autoFocus: boolean;
  onChange: (part: Partial<Content>) => void;
  /** Stands between the text and the images. */
  children?: ReactNode;
}

/** What a post says: title, text and images, which can be dropped and pasted, too. */
export function ContentFields(props: ContentFieldsProps): ReactNode {
  const { content, accounts, disabled, onChange } = props;
  const { t } = useTranslation();
  const { add, busy } = useAddImages((added) =>
    onChange({ images: [...content.images, ...added.map(({ id }) => ({ mediaId: id, alt: '' }))] }),
  );
  return (
    <Box
      id={props.id}
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
      {accounts.some(({ publishing }) => publishing.title !== 'none') ? (
        <TextField
          label={t('composer.title')}
          value={content.title}
          disabled={disabled}
          onChange={(event) => onChange({ title: event.target.value })}
          slotProps={{ htmlInput: { maxLength: 1000 } }}
        />
      ) : null}
      <Parts
        parts={partsOf(content)}
        accounts={props.counted}
        label={props.label}
        disabled={disabled}
        autoFocus={props.autoFocus}
        onChange={(parts) => onChange(withParts(parts))}
      />
      {props.children}
      <Images
        images={content.images}
        hasAlt={accounts.some(({ publishing }) => publishing.images.altMax > 0)}
        busy={busy}
        disabled={disabled}
        onAdd={add}
        onChange={(images) => onChange({ images })}
      />
    </Box>
  );
}
