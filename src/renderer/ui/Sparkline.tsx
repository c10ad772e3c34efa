import type { ReactNode } from 'react';

const width = 88;
const height = 22;

/** A line without axes, from `min` to `max`: the shape only. What it says stands beside it, so it is not read out. */
export function Sparkline(props: {
  values: readonly number[];
  /** 0 where it is left out. */
  min?: number;
  max: number;
  color: string;
}): ReactNode {
  const { values, min = 0, max, color } = props;
  const step = width / Math.max(1, values.length - 1);
  const points = values
    .map((value, index) => {
      const part = (Math.min(value, max) - min) / Math.max(1, max - min);
      const y = height - 1 - part * (height - 2);
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
