/** Real feeds nest about ten deep; the parsers recurse. */
const DEEPEST = 200;
/** Longest tag, in characters; an inline picture in an attribute can be large. */
const LONGEST_TAG = 1_000_000;

/**
 * Whether a document is built to keep an XML parser busy rather than to be read: nested far too deep, with endless
 * tags, or with so many unfinished ones that looking for their ends takes the square of its length.
 */
export function isHostile(xml: string): boolean {
  return wouldStall(xml) || isTooDeep(xml);
}

/** Does what the parsers do at each `<`, look for the end of the tag outside quotes, and adds up how far they look. */
function wouldStall(xml: string): boolean {
  let work = 0;
  const most = 4 * xml.length + 1_000_000;
  for (let at = xml.indexOf('<'); at !== -1; at = xml.indexOf('<', at)) {
    if (xml.startsWith('<!--', at)) at = endOf(xml, '-->', at);
    else if (xml.startsWith('<![CDATA[', at)) at = endOf(xml, ']]>', at);
    else {
      const length = tagLength(xml, at);
      work += length;
      if (length > LONGEST_TAG || work > most) return true;
      at += 1;
    }
  }
  return false;
}

function tagLength(xml: string, start: number): number {
  const last = Math.min(xml.length, start + LONGEST_TAG + 2);
  let quote = 0;
  for (let at = start + 1; at < last; at += 1) {
    const code = xml.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 0x22 || code === 0x27) quote = code;
    else if (code === 0x3e) return at - start;
  }
  return last - start;
}

function endOf(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from);
  return at === -1 ? xml.length : at + mark.length;
}

function isTooDeep(xml: string): boolean {
  let depth = 0;
  let deepest = 0;
  const tag = /<!--[^]*?(?:-->|$)|<!\[CDATA\[[^]*?(?:\]\]>|$)|<(\/?)[a-z_][^<>]*?(\/?)>/gi;
  for (const match of xml.matchAll(tag)) {
    if (match[1] === undefined) continue;
    if (match[1] === '/') depth -= 1;
    else if (match[2] === '') depth += 1;
    deepest = Math.max(deepest, depth);
  }
  // Unclosed tags such as <br> pile up in sloppy feeds without nesting that deep, hence the second condition.
  return deepest > DEEPEST && deepest * 20 > (xml.match(/<\//g) ?? []).length;
}
