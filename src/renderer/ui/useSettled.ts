import { useEffect, useState } from 'react';

/** A value once it has not changed for a moment; give it something with a stable identity. */
export function useSettled<T>(value: T, millis = 300): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), millis);
    return () => clearTimeout(timer);
  }, [value, millis]);
  return settled;
}
