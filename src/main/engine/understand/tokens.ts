import { fold } from '#shared/text/fold.ts';

/** What a piece of text is to the sentiment model. */
export type TokenKind = 'word' | 'emoji' | 'emoticon' | 'url' | 'mention' | 'shout' | 'ask' | 'stop';

/** One piece of a text; `start` and `end` are UTF-16 offsets into the text it was cut from. */
export interface Token {
  kind: TokenKind;
  raw: string;
  start: number;
  end: number;
}

/** Words longer than this are cut before they are hashed: nothing a person writes is longer. */
const LONGEST_WORD = 40;

const PIECE =
  /(https?:\/\/\S{1,2000}|www\.\S{1,2000})|(@[\p{L}\p{N}_.]{1,60})|(<3|[:;=][-o']?[)(DPp\][/|*3]+)|(\p{L}[\p{L}\p{M}\p{N}]*(?:['’][\p{L}]+)*|\p{N}+)|(\p{Extended_Pictographic}(?:\uFE0F|\u200D\p{Extended_Pictographic}|\p{Emoji_Modifier})*)|(!+)|(\?[?!]*)|([.,;:…\n]+)/gu;

/** Cuts a text into words, emoji, links and the punctuation that matters. Anything else is skipped. Never throws. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  PIECE.lastIndex = 0;
  for (let m = PIECE.exec(text); m !== null; m = PIECE.exec(text)) {
    const raw = m[0];
    tokens.push({ kind: kindOf(m), raw, start: m.index, end: m.index + raw.length });
  }
  return tokens;
}

function kindOf(m: RegExpExecArray): TokenKind {
  if (m[4] !== undefined) return 'word';
  if (m[8] !== undefined) return 'stop';
  if (m[1] !== undefined) return 'url';
  if (m[2] !== undefined) return 'mention';
  if (m[3] !== undefined) return 'emoticon';
  if (m[5] !== undefined) return 'emoji';
  return m[6] !== undefined ? 'shout' : 'ask';
}

const LONG_RUN = /(.)\1{2,}/gu;

/** The folded, shortened form of a word under which it is hashed and looked up: `SOOOO` and `soo` are equal. */
export function foldWord(raw: string): string {
  const folded = fold(raw.length > LONGEST_WORD ? raw.slice(0, LONGEST_WORD) : raw);
  return folded.replace(/’/g, "'").replace(LONG_RUN, '$1$1');
}

/** True where a letter is drawn out at least three times, as in `sooo`. */
export function isDrawnOut(raw: string): boolean {
  return /(\p{L})\1{2,}/iu.test(raw);
}

/** True for a word of at least three letters written in capitals throughout. */
export function isShouted(raw: string): boolean {
  return raw.length >= 3 && raw === raw.toUpperCase() && raw !== raw.toLowerCase();
}

/** The bare emoji: variation selectors and skin tones do not change what it says. */
export function plainEmoji(raw: string): string {
  return raw.replace(/\uFE0F|\p{Emoji_Modifier}/gu, '');
}
