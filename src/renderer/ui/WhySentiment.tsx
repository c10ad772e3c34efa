import { Box, Button, Typography } from '@mui/material';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Why, WhyWord } from '#shared/contract/learning.ts';
import { useRequest } from '#renderer/client/index.ts';
import { ErrorState } from './ErrorState.tsx';
import { useFormat } from './format.tsx';
import { SentimentMark } from './SentimentMark.tsx';
import { ViewSkeleton } from './ViewSkeleton.tsx';
import { weighedPart, weighedPieces } from './weighed.ts';
import { WhyNumbers } from './WhyNumbers.tsx';

export interface WhySentimentProps {
  itemId: number;
  brandId: string;
  title: string;
  /** The whole text, as `mentions.get` answers it. */
  text: string;
}

/** Folded: a button. Open: the words that decided, in the text and by weight, and how the numbers came about. */
export function WhySentiment(props: WhySentimentProps): ReactNode {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const regionId = useId();
  return (
    <Box sx={{ my: 2 }}>
      <Button
        aria-expanded={open}
        aria-controls={regionId}
        startIcon={open ? <ChevronDown size={14} aria-hidden /> : <ChevronRight size={14} aria-hidden />}
        onClick={() => setOpen(!open)}
      >
        {t('learning.why.title')}
      </Button>
      <Box id={regionId} role="region" aria-label={t('learning.why.title')} hidden={!open}>
        {open ? <Reasons {...props} /> : null}
      </Box>
    </Box>
  );
}

function Reasons({ itemId, brandId, title, text }: WhySentimentProps): ReactNode {
  const { t } = useTranslation();
  const { data, error, refetch } = useRequest('learning.why', { itemId, brandId });
  if (data === undefined) {
    if (error === null) return <ViewSkeleton lines={4} />;
    return <ErrorState error={error} onRetry={() => void refetch()} />;
  }
  return (
    <Box sx={{ display: 'grid', gap: 3, pt: 2, fontSize: 13 }}>
      <Verdict why={data} />
      {data.words.length === 0 ? (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t(data.base.sentiment === 'undefined' ? 'learning.why.noLanguage' : 'learning.why.noWords')}
        </Typography>
      ) : (
        <>
          <Weighed text={title} words={data.words.filter((word) => word.in === 'title')} />
          <Weighed text={text} words={data.words.filter((word) => word.in === 'text')} />
          <Words words={data.words} />
        </>
      )}
      <WhyNumbers why={data} />
    </Box>
  );
}

function Verdict({ why }: { why: Why }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const judged = why.learned ?? why.base;
  const differs = why.learned !== null && why.learned.sentiment !== why.base.sentiment;
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      {why.corrected ? (
        <div>
          <SentimentMark sentiment={why.sentiment} withLabel /> {t('learning.why.byYou')}
        </div>
      ) : null}
      <div>
        <SentimentMark sentiment={judged.sentiment} withLabel />{' '}
        {judged.sentiment === 'undefined'
          ? t('learning.why.notJudged')
          : t('learning.why.byApp', { certainty: format.percent(judged.certainty) })}
      </div>
      {differs ? (
        <Box sx={{ color: 'text.secondary' }}>
          {t('learning.why.withoutLearning', { sentiment: t(`common.sentiment.${why.base.sentiment}`) })}
        </Box>
      ) : null}
    </Box>
  );
}

const signOf = (weight: number): string => (weight > 0 ? '▲' : '▼');
const colorOf = (weight: number): string => (weight > 0 ? 'tokens.positive' : 'tokens.negative');

/** The part of a text around the words that decided, each with its sign. */
function Weighed({ text, words }: { text: string; words: readonly WhyWord[] }): ReactNode {
  const { t } = useTranslation();
  if (words.length === 0) return null;
  const { from, to } = weighedPart(words, text.length);
  const shown = text.slice(from, to);
  const pieces = weighedPieces(
    shown,
    words.map((word) => ({ ...word, start: word.start - from, end: word.end - from })),
  );
  return (
    <Box
      component="blockquote"
      sx={{ m: 0, pl: 3, borderLeft: 2, borderColor: 'divider', lineHeight: 1.8, overflowWrap: 'anywhere' }}
    >
      {from > 0 ? '… ' : ''}
      {pieces.map((piece) =>
        piece.weight === 0 ? (
          piece.text
        ) : (
          <Box
            key={piece.start}
            component="span"
            title={t(piece.weight > 0 ? 'learning.why.towardsPositive' : 'learning.why.towardsNegative')}
            sx={{
              fontWeight: 600,
              borderBottom: piece.weight > 0 ? '2px solid' : '2px dashed',
              borderColor: colorOf(piece.weight),
            }}
          >
            {piece.text}
            <Box component="sup" aria-hidden sx={{ fontSize: 9, color: colorOf(piece.weight) }}>
              {signOf(piece.weight)}
            </Box>
          </Box>
        ),
      )}
      {to < text.length ? ' …' : ''}
    </Box>
  );
}

/** The words by weight, as a table: what a person who does not see colours, or the text, goes by. */
function Words({ words }: { words: readonly WhyWord[] }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const most = Math.max(...words.map(({ weight }) => Math.abs(weight)));
  return (
    <Box
      component="table"
      sx={{
        borderCollapse: 'collapse',
        '& td, & th': { textAlign: 'left', py: 0.5, pr: 3, fontWeight: 450 },
      }}
    >
      <thead>
        <Box component="tr" sx={{ color: 'text.secondary', fontSize: 12 }}>
          <th scope="col">{t('learning.why.word')}</th>
          <th scope="col">{t('learning.why.weight')}</th>
          <th scope="col">{t('learning.why.from')}</th>
        </Box>
      </thead>
      <tbody>
        {words.map((word) => (
          <tr key={`${word.in}${word.start}${word.learned}`}>
            <td>{word.word}</td>
            <td>
              <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
                <Box component="span" sx={{ color: colorOf(word.weight), whiteSpace: 'nowrap' }}>
                  <span aria-hidden>{signOf(word.weight)} </span>
                  {word.weight.toLocaleString(format.locale, {
                    signDisplay: 'always',
                    maximumFractionDigits: 2,
                  })}
                </Box>
                <Box
                  aria-hidden
                  sx={{ height: 4, borderRadius: 1, bgcolor: colorOf(word.weight) }}
                  style={{ width: Math.round((60 * Math.abs(word.weight)) / most) }}
                />
              </Box>
            </td>
            <Box component="td" sx={{ color: 'text.secondary' }}>
              {t(word.learned ? 'learning.why.fromYou' : 'learning.why.fromModel')}
            </Box>
          </tr>
        ))}
      </tbody>
    </Box>
  );
}
