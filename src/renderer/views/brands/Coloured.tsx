import type { ReactNode } from 'react';
import { segmentsOf, type Segment } from './segments.ts';

const looks: Record<Segment['kind'], object> = {
  space: {},
  word: {},
  value: {},
  phrase: { color: 'var(--mui-palette-tokens-positive)' },
  operator: { color: 'var(--mui-palette-primary-main)', fontWeight: 600 },
  field: { color: 'var(--mui-palette-tokens-warning)' },
  paren: { color: 'var(--mui-palette-text-secondary)', fontWeight: 600 },
  error: {
    color: 'var(--mui-palette-tokens-negative)',
    textDecoration: 'underline wavy',
    textUnderlineOffset: '3px',
  },
};

/** A query coloured by what each part means. */
export function Coloured({ text }: { text: string }): ReactNode {
  return segmentsOf(text).map((segment) => (
    <span key={segment.start} style={looks[segment.kind]}>
      {segment.text}
    </span>
  ));
}
