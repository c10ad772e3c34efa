import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '#shared/contract/inbox.ts';
import { answerDue } from '#shared/model/reply-clock.ts';
import { mentionName, strongestSentiment } from '#renderer/ui/MentionLine.tsx';
import { RelativeTime } from '#renderer/ui/RelativeTime.tsx';
import { SentimentMark } from '#renderer/ui/SentimentMark.tsx';
import { waitingWords } from './clock.ts';

/** CSS pixels. */
export const rowHeight = 76;
const oneLine = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', minWidth: 0 } as const;

/** One conversation of the list: who, what, and how much time is left. */
export function ConversationRow({ conversation }: { conversation: Conversation }): ReactNode {
  const { t } = useTranslation();
  const { mention, draft, state, saidAt, answeredAt } = conversation;
  return (
    <Box sx={{ px: 4, py: 2, display: 'grid', gap: 0.5 }}>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'baseline' }}>
        <SentimentMark sentiment={strongestSentiment(mention)} />
        <Box sx={{ ...oneLine, flex: 1, fontWeight: 600 }}>{mention.author || mention.site}</Box>
        <Box sx={{ fontSize: 12, color: 'text.secondary' }}>
          <RelativeTime at={answeredAt ?? saidAt} />
        </Box>
      </Box>
      <Box sx={{ ...oneLine, fontSize: 13 }}>
        {mention.title === '' ? mention.excerpt : mentionName(mention)}
      </Box>
      <Box sx={{ display: 'flex', gap: 2, fontSize: 12, color: 'text.secondary' }}>
        {state === 'open' ? <Clock due={answerDue({ ...mention, saidAt })} /> : t(`inbox.state.${state}`)}
        {draft === '' ? null : (
          <Box component="span" sx={{ color: 'primary.main' }}>
            {t('inbox.draft')}
          </Box>
        )}
      </Box>
    </Box>
  );
}

function Clock({ due }: { due: number }): ReactNode {
  const { t } = useTranslation();
  const { key, count, late } = waitingWords(due - Date.now());
  return (
    <Box
      component="span"
      sx={{ color: late ? 'tokens.negative' : 'text.secondary', fontWeight: late ? 600 : 450 }}
    >
      {t(`inbox.clock.${key}`, { count })}
    </Box>
  );
}
