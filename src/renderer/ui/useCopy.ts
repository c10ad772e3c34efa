import { useTranslation } from 'react-i18next';
import { notify } from '#renderer/app/notify.ts';

/** Writes a text to the clipboard and says so, or says that it did not work. */
export function useCopy(): (text: string, told: string) => Promise<void> {
  const { t } = useTranslation();
  return async (text, told) => {
    try {
      await navigator.clipboard.writeText(text);
      notify({ message: told });
    } catch {
      notify({ message: t('common.copyFailed'), severity: 'error' });
    }
  };
}
