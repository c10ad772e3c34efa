import { Box } from '@mui/material';
import { CircleAlert, KeyRound, VolumeX } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { healthText } from '#renderer/app/i18n/failure.ts';
import { navigate, select } from '#renderer/app/state.ts';
import { useFormat } from '#renderer/ui/format.tsx';
import { Entry } from './Entry.tsx';
import { Part } from './Part.tsx';
import type { Summary } from './summary.ts';

const open = (sourceId: string): void => {
  select('sources', sourceId);
  navigate('sources', { sourceId });
};

const list = { listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 2 } as const;

/** Sources that bring nothing, with the reason in plain words. */
export function Trouble({ trouble }: { trouble: Summary['trouble'] }): ReactNode {
  const { t } = useTranslation();
  return (
    <Part title={t('today.broken')}>
      <Box component="ul" sx={list}>
        {trouble.map(({ sourceId, name, code, message, params }) => (
          <li key={sourceId}>
            <Entry
              icon={<CircleAlert size={14} />}
              color="tokens.warning"
              title={name}
              onOpen={() => open(sourceId)}
            >
              {healthText(code, message, params)}
            </Entry>
          </li>
        ))}
      </Box>
    </Part>
  );
}

/** Accounts whose sign-in has died, with what to do. */
export function SignIns({ signIns }: { signIns: Summary['signIns'] }): ReactNode {
  const { t } = useTranslation();
  return (
    <Part title={t('today.signIns')}>
      <Box component="ul" sx={list}>
        {signIns.map(({ accountId, handle, network, code, message, params }) => (
          <li key={accountId}>
            <Entry
              icon={<KeyRound size={14} />}
              color="error.main"
              title={`${handle} · ${network}`}
              onOpen={() => navigate('accounts')}
            >
              {healthText(code, message, params)}
            </Entry>
          </li>
        ))}
      </Box>
    </Part>
  );
}

/** Sources that answer and bring nothing: broken, or calm? */
export function Silent({ silent }: { silent: Summary['silent'] }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Part title={t('today.quiet')} text={t('today.quietText')}>
      <Box component="ul" sx={list}>
        {silent.map(({ sourceId, name, since }) => (
          <li key={sourceId}>
            <Entry
              icon={<VolumeX size={14} />}
              color="text.secondary"
              title={name}
              onOpen={() => open(sourceId)}
            >
              {t('today.since', { day: format.moment(since) })}
            </Entry>
          </li>
        ))}
      </Box>
    </Part>
  );
}
