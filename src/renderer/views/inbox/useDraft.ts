import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '#shared/contract/inbox.ts';
import { beforeLeaving } from '#renderer/app/leaving.ts';
import { notify } from '#renderer/app/notify.ts';
import { call } from '#renderer/client/index.ts';

const saveMillis = 600;

export interface Draft {
  text: string;
  setText: (text: string) => void;
  /** Takes over what the engine has stored itself: nothing after an answer was sent, or words that were taken back. */
  stored: (text: string) => void;
}

/** What is being written in a conversation, kept as it is typed, also when the person leaves in the middle of a word. */
export function useDraft({ id, draft }: Pick<Conversation, 'id' | 'draft'>): Draft {
  const { t } = useTranslation();
  const [text, setText] = useState(draft);
  const saved = useRef(draft);

  useEffect(() => {
    const timer = setTimeout(() => {
      if (text === saved.current) return;
      saved.current = text;
      call('conversations.draft', { conversationId: id, draft: text }).catch(() => {
        notify({ message: t('inbox.draftNotKept'), severity: 'error' });
      });
    }, saveMillis);
    return () => clearTimeout(timer);
  }, [id, text, t]);

  const latest = useRef(text);
  useEffect(() => {
    latest.current = text;
  });
  useEffect(() => {
    const keep = async (): Promise<void> => {
      if (latest.current === saved.current) return;
      await call('conversations.draft', { conversationId: id, draft: latest.current });
    };
    const stop = beforeLeaving(keep);
    return () => {
      stop();
      keep().catch(() => undefined);
    };
  }, [id]);

  const stored = (now: string): void => {
    saved.current = now;
    setText(now);
  };
  return { text, setText, stored };
}
