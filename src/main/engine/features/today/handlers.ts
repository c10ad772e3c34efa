import type { Handlers } from '../../context.ts';
import { listSilent, listTrouble } from '../../storage/sources.ts';
import { countStuck } from '../../outbox/store.ts';
import { listAccounts } from '../accounts/list.ts';
import { movement } from './movement.ts';
import { askedBrands, waiting } from './waiting.ts';

export const todayHandlers = {
  'today.summary': ({ brandIds }, { read, view, ports }) => {
    const now = ports.clock.now();
    const brands = askedBrands(read, brandIds);
    return {
      ...waiting(read, view, brands, now),
      ...movement(read, brands, view.zone.day(now)),
      trouble: listTrouble(read),
      signIns: listAccounts(read, ports, brandIds)
        .filter(({ health }) => health.status === 'reauth')
        .map(({ id, handle, network, health: { code, params, message } }) => ({
          accountId: id,
          handle,
          network,
          code,
          params,
          message,
        })),
      stuckCount: countStuck(read, brandIds),
      silent: listSilent(read, now),
    };
  },
} satisfies Handlers<'today.summary'>;
