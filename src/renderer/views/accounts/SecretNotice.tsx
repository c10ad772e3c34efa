import { Alert, Button } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { notify } from '#renderer/app/notify.ts';
import { useCommand, useRequest } from '#renderer/client/index.ts';

/** On a machine without a keyring: what that means for sign-ins, and the choice. Nothing elsewhere. */
export function SecretNotice(): ReactNode {
  const { t } = useTranslation();
  const keeping = useRequest('networks.list', {}).data?.secrets;
  const keep = useCommand('accounts.keepSecrets');
  if (keeping !== 'session') return null;
  const choose = async (): Promise<void> => {
    if ((await keep.run({})) !== null) notify({ message: t('accounts.secrets.told') });
  };
  return (
    <Alert
      severity="warning"
      action={
        <Button size="small" disabled={keep.busy} onClick={() => void choose()}>
          {t('accounts.secrets.keep')}
        </Button>
      }
    >
      {t('accounts.secrets.text')}
    </Alert>
  );
}
