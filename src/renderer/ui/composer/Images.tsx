import { Box, Button, IconButton, TextField } from '@mui/material';
import { ImagePlus, X } from 'lucide-react';
import { useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Content } from './draft.ts';
import { Picture } from './Picture.tsx';

type Image = Content['images'][number];

export interface ImagesProps {
  images: readonly Image[];
  /** Whether any of the networks shows descriptions. */
  hasAlt: boolean;
  busy: boolean;
  disabled: boolean;
  onChange: (images: Image[]) => void;
  onAdd: (files: readonly File[]) => void;
}

/** The images of a post, each with the words for those who cannot see it. */
export function Images({ images, hasAlt, busy, disabled, onChange, onAdd }: ImagesProps): ReactNode {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      {images.map((image, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- the same image may be in a post twice; order is its identity
        <Box key={image.mediaId} sx={{ display: 'flex', gap: 2, alignItems: 'center' }}>
          <Picture mediaId={image.mediaId} alt={image.alt} size={56} />
          {hasAlt ? (
            <TextField
              label={t('composer.alt', { number: at + 1 })}
              value={image.alt}
              disabled={disabled}
              multiline
              maxRows={3}
              onChange={(event) =>
                onChange(
                  images.map((one, other) => (other === at ? { ...one, alt: event.target.value } : one)),
                )
              }
              slotProps={{ htmlInput: { maxLength: 10_000 } }}
            />
          ) : (
            <Box sx={{ flex: 1 }} />
          )}
          <IconButton
            aria-label={t('composer.removeImage', { number: at + 1 })}
            disabled={disabled}
            onClick={() => onChange(images.filter((_, other) => other !== at))}
          >
            <X size={14} />
          </IconButton>
        </Box>
      ))}
      <Box>
        <input
          ref={input}
          type="file"
          hidden
          multiple
          accept="image/jpeg,image/png,image/webp,image/gif"
          onChange={(event) => {
            onAdd([...(event.target.files ?? [])]);
            event.target.value = '';
          }}
        />
        <Button
          startIcon={<ImagePlus size={14} />}
          disabled={disabled || busy}
          onClick={() => input.current?.click()}
        >
          {t(busy ? 'composer.adding' : 'composer.addImage')}
        </Button>
      </Box>
    </Box>
  );
}
