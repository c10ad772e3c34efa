import type { ReactNode } from 'react';
import { useFormat } from './format.tsx';

/** A time as short as it can be, with the whole date on hover. `at` in UTC milliseconds. */
export function RelativeTime({ at }: { at: number }): ReactNode {
  const format = useFormat();
  return (
    <time
      dateTime={new Date(at).toISOString()}
      title={format.full(at)}
      style={{ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}
    >
      {format.moment(at)}
    </time>
  );
}
