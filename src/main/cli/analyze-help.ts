/** What `earshot analyze --help` says beneath its first line. */
export const ANALYZE_HELP = `
Reads one JSON object a line from standard input and writes one a line to standard output, in the same order and
as they come. Needs no workspace and no network.

  in   {"id": …, "text": "…", "lang": "en", "kind": "review"}
       id    anything, given back as it is; null where it is missing
       lang  optional: the language the source declares; it decides near ties and very short texts
       kind  optional: social (what is assumed), review, news or forum
  out  {"id": …, "language": "en", "sentiment": "negative", "score": -0.62, "why": [{"word", "start", "end", "weight"}]}
       language   ISO 639-1, null where it cannot be told
       sentiment  negative, neutral, positive, or undefined where the language is not understood
       score      -1 (negative) to 1 (positive)
       why        the words that decided, strongest first: UTF-16 offsets into text; weight above 0 is towards positive

A line that cannot be used is answered in its place by {"id", "line", "error"}, the rest goes on, and the exit code
is 1 at the end. Empty lines are passed over. A line may have 4 MiB; the first 4,000 characters of a text are judged.
`;
