import { Notification } from 'electron';
import type { Notifier } from './notices.ts';

/** A notification nobody touched is forgotten with the oldest. */
const KEPT = 50;

/** The desktop's own notifications. Where there is no service for them, `show` fails quietly: the window has the list. */
export function systemNotifier(): Notifier {
  // Kept alive by us: one that is collected no longer hears its click.
  const shown: Notification[] = [];
  return {
    show({ title, body }, onClick) {
      if (!Notification.isSupported()) return;
      const notification = new Notification({ title, body });
      notification.on('click', onClick);
      shown.push(notification);
      if (shown.length > KEPT) shown.shift();
      notification.show();
    },
  };
}
