import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Media } from '#shared/contract/calendar.ts';
import { notify } from '#renderer/app/notify.ts';
import { queryClient, useCommand } from '#renderer/client/index.ts';

/** In bytes. */
const MOST = 20_000_000;

/** Bytes as base64, without the limits that a call with every byte as an argument has. */
async function base64Of(file: File): Promise<string> {
  const url = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(typeof reader.result === 'string' ? reader.result : ''));
    reader.addEventListener('error', () => reject(reader.error ?? new Error('the file cannot be read')));
    reader.readAsDataURL(file);
  });
  return url.slice(url.indexOf(',') + 1);
}

/** The images among what was dropped or pasted. */
export const imagesIn = (data: DataTransfer): File[] =>
  [...data.files].filter(({ type }) => type.startsWith('image/'));

/** Takes files that a person chose, dropped or pasted into the workspace. Failures are told; the others are kept. */
export function useAddImages(onAdded: (added: Media[]) => void): {
  add(files: readonly File[]): void;
  busy: boolean;
} {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const command = useCommand('media.add');
  const run = async (files: readonly File[]): Promise<void> => {
    setBusy(true);
    const added: Media[] = [];
    for (const file of files) {
      if (file.size > MOST) {
        notify({ message: t('composer.tooLarge', { name: file.name }), severity: 'error' });
        continue;
      }
      const media = await command.run({ name: file.name.slice(0, 300), bytes: await base64Of(file) });
      if (media === null) continue;
      queryClient.setQueryData(['media.get', { mediaId: media.id }], media);
      added.push(media);
    }
    setBusy(false);
    if (added.length > 0) onAdded(added);
  };
  return {
    busy,
    add: (files) => {
      run(files).catch(() => {
        setBusy(false);
        notify({ message: t('composer.unreadable'), severity: 'error' });
      });
    },
  };
}
