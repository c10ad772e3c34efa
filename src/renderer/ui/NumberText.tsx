import type { ReactNode } from 'react';
import { useFormat } from './format.tsx';

/** A number in the language's own digits grouping; figures of equal width. `rough` writes 18k. */
export function NumberText(props: { value: number; rough?: boolean }): ReactNode {
  const format = useFormat();
  return (
    <span style={{ fontVariantNumeric: 'tabular-nums' }}>
      {props.rough === true ? format.rough(props.value) : format.number(props.value)}
    </span>
  );
}
