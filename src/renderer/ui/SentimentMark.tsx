import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Sentiment } from '#shared/contract/mentions.ts';

const signs: Record<Sentiment, string> = { negative: '▼', neutral: '●', positive: '▲', undefined: '○' };
const colors: Record<Sentiment, string> = {
  negative: 'var(--mui-palette-tokens-negative)',
  neutral: 'var(--mui-palette-tokens-neutral)',
  positive: 'var(--mui-palette-tokens-positive)',
  undefined: 'var(--mui-palette-tokens-neutral)',
};

/** Sign and colour, never colour alone. `withLabel` writes the word beside it. */
export function SentimentMark(props: { sentiment: Sentiment; withLabel?: boolean }): ReactNode {
  const { t } = useTranslation();
  const label = t(`common.sentiment.${props.sentiment}`);
  const sign = (
    <span
      {...(props.withLabel === true
        ? { 'aria-hidden': true }
        : { role: 'img', 'aria-label': label, title: label })}
      style={{
        color: colors[props.sentiment],
        fontSize: 11,
        width: 14,
        display: 'inline-block',
        flex: 'none',
      }}
    >
      {signs[props.sentiment]}
    </span>
  );
  if (props.withLabel !== true) return sign;
  return (
    <span style={{ whiteSpace: 'nowrap' }}>
      {sign} {label}
    </span>
  );
}
