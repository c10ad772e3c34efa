import type { Highlight } from '#shared/contract/highlights.ts';

export interface ReportWords {
  /** "Highlights, 1 to 30 November". */
  title: string;
  /** Day and place of a mention, as the reader writes them. */
  where(highlight: Highlight): string;
}

/** Characters that Markdown would read as its own. */
const SPECIAL = /[\\`*_{}[\]<>#+|!~]/g;
const escaped = (text: string): string => text.replaceAll(SPECIAL, (sign) => `\\${sign}`);
const oneLine = (text: string): string => escaped(text.replaceAll(/\s+/g, ' ').trim());

/** The highlights as Markdown: collected text is quoted and cannot become markup; only web addresses are links. */
export function reportMarkdown(highlights: readonly Highlight[], words: ReportWords): string {
  const parts = highlights.map((highlight) => {
    const { mention, comment } = highlight;
    const name = oneLine(mention.title || mention.author || mention.site);
    const safe = /^https?:\/\/[^\s<>()]+$/.test(mention.url);
    return [
      `## ${safe ? `[${name}](${mention.url})` : name}`,
      oneLine(words.where(highlight)),
      ...(mention.excerpt === '' ? [] : [`> ${oneLine(mention.excerpt)}`]),
      ...(comment === '' ? [] : [oneLine(comment)]),
    ].join('\n\n');
  });
  return [`# ${oneLine(words.title)}`, ...parts].join('\n\n');
}
