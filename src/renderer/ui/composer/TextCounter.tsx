import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PublishingLimits } from '#shared/model/publishing.ts';
import { textLeft } from '#shared/networks/count.ts';
import { NumberText } from '../NumberText.tsx';

export interface TextCounterProps {
  text: string;
  rule: PublishingLimits['text'];
  /** Another limit than the rule's own, such as a reply's. */
  max?: number | null;
  /** The network, where several counters stand beside each other. */
  name?: string;
}

/** How much of a network's allowance is left, counted as the network counts. Nothing where there is no limit. */
export function TextCounter({ text, rule, max = rule.max, name }: TextCounterProps): ReactNode {
  const { t } = useTranslation();
  const left = textLeft(text, rule, max);
  if (left === null) return null;
  const over = left < 0;
  return (
    <Box
      component="span"
      title={t(over ? 'composer.over' : 'composer.left', { count: Math.abs(left) })}
      sx={{
        fontSize: 12,
        fontVariantNumeric: 'tabular-nums',
        color: over ? 'tokens.negative' : 'text.secondary',
        fontWeight: over ? 600 : 450,
      }}
    >
      {name === undefined ? '' : `${name} `}
      {over ? '−' : ''}
      <NumberText value={Math.abs(left)} />
    </Box>
  );
}
