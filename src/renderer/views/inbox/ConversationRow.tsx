import { Box } from '@mui/material';
import { Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '#shared/contract/inbox.ts';
import { RelativeTime } from '#renderer/ui/RelativeTime.tsx';
import { SentimentMark } from '#renderer/ui/SentimentMark.tsx';
import { useFormat } from '#renderer/ui/format.tsx';
import { waitingWords } from './clock.ts';
import { outgoingWord } from './outgoing.ts';

/** CSS pixels. */
export const rowHeight = 76;
const oneLine = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', minWidth: 0 } as const;

export interface ConversationRowProps {
  conversation: Conversation;
  /** The account or the site it came through. */
  where: string;
}

/** One conversation of the list: who, what, through which account, and how much time is left. */
export function ConversationRow({ conversation, where }: ConversationRowProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { said, draft, state, snoozedUntil, outgoing, dueAt, answeredAt } = conversation;
  const words = outgoing === null ? null : outgoingWord(outgoing);
  return (
    <Box sx={{ px: 4, py: 2, display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 0.5 }}>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'baseline' }}>
        <SentimentMark sentiment={said.sentiment} />
        <Box sx={{ ...oneLine, flex: 1, fontWeight: 600 }}>
          {said.who || t('inbox.unknownAuthor')}
          {said.private ? (
            <Lock size={11} role="img" aria-label={t('inbox.private')} style={{ marginInlineStart: 6 }} />
          ) : null}
        </Box>
        <Box sx={{ fontSize: 12, color: 'text.secondary' }}>
          <RelativeTime at={answeredAt ?? said.at} />
        </Box>
      </Box>
      <Box sx={{ ...oneLine, fontSize: 13 }}>{said.title || said.text}</Box>
      <Box sx={{ display: 'flex', gap: 2, fontSize: 12, color: 'text.secondary' }}>
        {state !== 'open' ? null : snoozedUntil === null ? (
          <Clock due={dueAt} />
        ) : (
          <Box component="span" sx={{ flex: 'none' }}>
            {t('inbox.snoozed', { when: format.slot(snoozedUntil) })}
          </Box>
        )}
        {words === null ? null : (
          <Box
            component="span"
            sx={{ flex: 'none', color: outgoing === 'failed' ? 'tokens.negative' : 'primary.main' }}
          >
            {t(`inbox.out.${words}`)}
          </Box>
        )}
        {draft === '' ? null : (
          <Box component="span" sx={{ color: 'primary.main', flex: 'none' }}>
            {t('inbox.draft')}
          </Box>
        )}
        <Box component="span" sx={{ ...oneLine, flex: 1, textAlign: 'right' }}>
          {where}
        </Box>
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
      sx={{ flex: 'none', color: late ? 'tokens.negative' : 'text.secondary', fontWeight: late ? 600 : 450 }}
    >
      {t(`inbox.clock.${key}`, { count })}
    </Box>
  );
}
