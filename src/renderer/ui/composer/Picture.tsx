import { Box } from '@mui/material';
import { ImageOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRequest } from '#renderer/client/index.ts';

export interface PictureProps {
  mediaId: string;
  alt: string;
  /** Side of the square it fills, in CSS pixels; wide = as wide as there is room. */
  size: number | 'wide';
}

/** A small picture of an image of the workspace; a sign in its place when its file is gone. */
export function Picture({ mediaId, alt, size }: PictureProps): ReactNode {
  const { t } = useTranslation();
  const { data, error } = useRequest('media.get', { mediaId });
  const box = {
    width: size === 'wide' ? '100%' : size,
    height: size === 'wide' ? 160 : size,
    flex: 'none',
    borderRadius: '4px',
    bgcolor: 'tokens.hover',
    objectFit: 'cover',
  } as const;
  if (data?.picture != null) return <Box component="img" src={data.picture} alt={alt} sx={box} />;
  const isGone = data !== undefined || error !== null;
  return (
    <Box
      {...(isGone ? { role: 'img', 'aria-label': t('composer.imageGone') } : { 'aria-hidden': true })}
      sx={{ ...box, display: 'grid', placeItems: 'center', color: 'text.secondary' }}
    >
      {isGone ? <ImageOff size={14} /> : null}
    </Box>
  );
}
