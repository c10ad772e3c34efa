import type { MakeService } from '../../services.ts';
import { raiseOnArrival } from './arrivals.ts';
import { evaluateAlerts } from './evaluate.ts';
import { loadWordTools, wordToolsReady } from './rising-words.ts';
import { takeDue, wakeAlerts } from './tell.ts';

const QUARTER_MS = 15 * 60_000;
/** While much comes in, the sums are looked at no more often than this. */
const CALM_MS = 60_000;

/**
 * Watches for alerts: at each arrival for what one mention decides, and by the clock for spikes, silence, the end
 * of snoozes, of quiet hours, and digests. The first look comes once the word lists are loaded.
 */
export const watchForAlerts: MakeService = ({ workspace, ports, emit, emitChanged }) => {
  let arrived = true;
  let lookedAt = -Infinity;
  let soon: NodeJS.Immediate | null = null;

  const tell = (): void => {
    const due = takeDue(workspace, ports.clock.now());
    if (due !== null) emit('alert.raised', due);
  };

  return {
    onArrivals(_workspace, arrivals, now) {
      arrived = true;
      if (raiseOnArrival(workspace, arrivals, { now }) === 0) return;
      // After the transaction, which has ended by then, well or not: what was rolled back is not there to be told.
      soon ??= setImmediate(() => {
        soon = null;
        emitChanged(['alerts']);
        tell();
      });
    },
    tick(now) {
      if (!wordToolsReady()) {
        void loadWordTools();
        return;
      }
      const since = now - lookedAt;
      let changed = wakeAlerts(workspace, now);
      if (since >= QUARTER_MS || (arrived && since >= CALM_MS)) {
        arrived = false;
        lookedAt = now;
        changed = evaluateAlerts(workspace, now) > 0 || changed;
      }
      if (changed) emitChanged(['alerts']);
      tell();
    },
    stop() {
      if (soon !== null) clearImmediate(soon);
    },
  };
};
