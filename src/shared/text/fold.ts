/**
 * The one folding of text that queries, full-text search and the matcher share: lower case, no diacritics,
 * `ü`, `ö`, `ä` and their spellings `ue`, `oe`, `ae` equal, `ß` = `ss`, `ș` = `ş` = `s`.
 */
const COMBINING = /\p{Mn}+/gu;
const NEEDS_WORK = /[^\u0000-\u007f]/u;

export function fold(text: string): string {
  const lower = text.toLowerCase();
  const plain = NEEDS_WORK.test(lower) ? unaccent(lower) : lower;
  return plain.replace(/([aou])e/g, '$1');
}

function unaccent(lower: string): string {
  return lower
    .replace(/ß/g, 'ss')
    .replace(/æ/g, 'ae')
    .replace(/œ/g, 'oe')
    .replace(/ø/g, 'o')
    .replace(/đ/g, 'd')
    .replace(/ł/g, 'l')
    .normalize('NFKD')
    .replace(COMBINING, '')
    .normalize('NFC');
}
