import type { MakeService } from '../../services.ts';
import { runOnArrival, type RuleNotice } from './arrivals.ts';

/** Runs the rules over what arrives, and tells what a rule wants told once it is committed. */
export const rulesOnArrival: MakeService = ({ workspace, emit, emitChanged }) => {
  const tell = (notices: readonly RuleNotice[]): void => {
    for (const notice of notices) {
      // A batch that was rolled back has nothing to tell.
      const stored = workspace.read.get('SELECT 1 FROM rule_hit WHERE rule = ? AND item = ?', [
        notice.ruleId,
        notice.itemId,
      ]);
      if (stored) emit('rules.noticed', notice);
    }
  };
  return {
    onArrivals(_workspace, arrivals, now) {
      const { notices, acted } = runOnArrival(workspace, arrivals, now);
      if (!acted) return;
      // After the transaction: it is synchronous, so that by then it has ended, well or not.
      setImmediate(() => {
        tell(notices);
        emitChanged(['tags', 'people', 'history', 'rules']);
      });
    },
  };
};
