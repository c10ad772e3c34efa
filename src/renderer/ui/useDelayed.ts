import { useEffect, useState } from 'react';

/** True once `active` has been true for `millis`: a skeleton that never flashes for a fast answer. */
export function useDelayed(active: boolean, millis = 150): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!active) return undefined;
    const timer = setTimeout(() => setLate(true), millis);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [active, millis]);
  return active && late;
}
