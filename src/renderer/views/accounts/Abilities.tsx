import { Box } from '@mui/material';
import { Check, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Network } from '#shared/contract/accounts.ts';
import { abilities, abilitiesOf } from './abilities.ts';

/** Everything a network could do, with a sign for whether it does. */
export function Abilities({ network }: { network: Pick<Network, 'capabilities'> }): ReactNode {
  const { t } = useTranslation();
  const able = abilitiesOf(network);
  return (
    <Box
      component="ul"
      sx={{
        listStyle: 'none',
        m: 0,
        p: 0,
        display: 'grid',
        gridTemplateColumns: 'repeat(auto-fill, minmax(150px, 1fr))',
        gap: 1,
        fontSize: 13,
      }}
    >
      {abilities.map((ability) => {
        const can = able.includes(ability);
        const Sign = can ? Check : Minus;
        return (
          <Box
            component="li"
            key={ability}
            sx={{
              display: 'flex',
              gap: 1.5,
              alignItems: 'center',
              color: can ? 'text.primary' : 'text.secondary',
            }}
          >
            <Box
              component="span"
              aria-hidden
              sx={{ display: 'flex', color: can ? 'success.main' : 'text.secondary' }}
            >
              <Sign size={14} />
            </Box>
            <span>
              {t(`accounts.ability.${ability}`)}
              {can ? null : (
                <Box component="span" sx={{ fontSize: 12 }}>{` · ${t('accounts.notThere')}`}</Box>
              )}
            </span>
          </Box>
        );
      })}
    </Box>
  );
}
