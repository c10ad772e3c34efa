import { Box, Button, ButtonBase } from '@mui/material';
import { Check, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Sentiment } from '#shared/contract/mentions.ts';
import { chipStyle } from './chipStyle.ts';
import { SentimentMark } from './SentimentMark.tsx';

export interface CorrectSentimentProps {
  /** What counts now; null where several mentions differ. */
  sentiment: Sentiment | null;
  /** Whether that is a person's word. */
  corrected: boolean;
  /** Null takes the correction back. */
  onCorrect: (sentiment: Sentiment | null) => void;
}

/** Sets the sentiment by hand, says that it is right, or takes that back. What is said here is learned from, except “not judged”. */
export function CorrectSentiment({ sentiment, corrected, onCorrect }: CorrectSentimentProps): ReactNode {
  const { t } = useTranslation();
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
      <Box role="group" aria-label={t('learning.correct.label')} sx={{ display: 'inline-flex', gap: 1 }}>
        {Sentiment.options.map((option) => (
          <ButtonBase
            key={option}
            aria-pressed={option === sentiment}
            onClick={() => onCorrect(option)}
            sx={chipStyle(option === sentiment)}
          >
            <SentimentMark sentiment={option} withLabel />
          </ButtonBase>
        ))}
      </Box>
      {corrected ? (
        <Button startIcon={<Undo2 size={14} aria-hidden />} onClick={() => onCorrect(null)}>
          {t('learning.correct.takeBack')}
        </Button>
      ) : sentiment === null || sentiment === 'undefined' ? null : (
        <Button startIcon={<Check size={14} aria-hidden />} onClick={() => onCorrect(sentiment)}>
          {t('learning.correct.right')}
        </Button>
      )}
    </Box>
  );
}
