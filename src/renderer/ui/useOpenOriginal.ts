import { useTranslation } from 'react-i18next';
import { notify, notifyFailure } from '#renderer/app/notify.ts';
import { call } from '#renderer/client/index.ts';

/** Opens an original in the system's browser, and says so when that did not work. */
export function useOpenOriginal(): (url: string) => Promise<void> {
  const { t } = useTranslation();
  return async (url) => {
    try {
      const { opened } = await call('app.openExternal', { url });
      if (!opened) notify({ message: t('common.notOpened'), severity: 'warning' });
    } catch (error) {
      notifyFailure(error);
    }
  };
}
