const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export interface WaitingWords {
  key: 'minutesLeft' | 'hoursLeft' | 'daysLeft' | 'minutesLate' | 'hoursLate' | 'daysLate';
  count: number;
  late: boolean;
}

/** How a deadline reads, from milliseconds until it (negative once it has passed); never "0 minutes". */
export function waitingWords(left: number): WaitingWords {
  const late = left < 0;
  const span = Math.abs(left);
  if (span < HOUR) {
    return { key: late ? 'minutesLate' : 'minutesLeft', count: Math.max(1, Math.round(span / MINUTE)), late };
  }
  if (span < 2 * DAY) return { key: late ? 'hoursLate' : 'hoursLeft', count: Math.round(span / HOUR), late };
  return { key: late ? 'daysLate' : 'daysLeft', count: Math.round(span / DAY), late };
}
