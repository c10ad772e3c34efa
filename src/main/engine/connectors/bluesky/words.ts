import { fold } from '#shared/text/fold.ts';

/**
 * Makes a test of a text for what was typed as a search: every word and every “phrase in quotation marks” has to be in it,
 * none that has a minus before it. Case and diacritics do not count. Words of the network's own search language
 * (`from:`, `lang:`, …) narrow nothing here.
 */
export function wordsTest(query: string): (text: string) => boolean {
  const parts = [...query.matchAll(/(-?)"([^"]+)"|(-?)([^\s"]+)/g)]
    .map(([, minus, phrase, sign, word]) => ({
      isOut: (minus ?? sign) === '-',
      words: fold(phrase ?? word ?? '')
        .trim()
        .replace(/\s+/g, ' '),
    }))
    .filter(({ words }) => words !== '' && !/^[a-z]+:\S/.test(words));
  const wanted = parts.filter(({ isOut }) => !isOut);
  if (wanted.length === 0) return () => false;
  return (text) => {
    const folded = fold(text).replace(/\s+/g, ' ');
    return parts.every(({ words, isOut }) => folded.includes(words) !== isOut);
  };
}
