import type { ReactNode } from 'react';

const width = 88;
const height = 22;

/** A line without axes, from 0 to `max`: the shape only. What it says stands beside it, so it is not read out. */
export function Sparkline(props: { values: readonly number[]; max: number; color: string }): ReactNode {
  const { values, max, color } = props;
  const step = width / Math.max(1, values.length - 1);
  const points = values
    .map((value, index) => {
      const y = height - 1 - (Math.min(value, max) / Math.max(1, max)) * (height - 2);
      return `${(index * step).toFixed(1)},${y.toFixed(1)}`;
    })
    .join(' ');
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden>
      <polyline
        points={points}
        fill="none"
        style={{ stroke: color }}
        strokeWidth={1.5}
        strokeLinejoin="round"
      />
    </svg>
  );
}
