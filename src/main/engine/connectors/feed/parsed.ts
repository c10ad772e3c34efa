/** Text as the feed holds it: HTML to be converted, or plain. */
export interface Marked {
  value: string;
  html: boolean;
}

/** One entry in the terms all formats share; nothing is cleaned or resolved yet. */
export interface FeedEntry {
  id: string;
  link: string;
  title: Marked;
  /** Candidates for the text, fullest first by intent; the longest after conversion wins. */
  texts: Marked[];
  author: { name: string; url: string } | null;
  date: string;
  language: string;
  /** Whether pictures, recordings or films are attached to it. */
  media: boolean;
  comments: number | null;
  views: number | null;
  likes: number | null;
}

export interface ParsedFeed {
  title: Marked;
  /** The website the feed belongs to. */
  link: string;
  language: string;
  generator: string;
  /** How long the feed asks to be left alone, in minutes. */
  ttlMinutes: number | null;
  entries: FeedEntry[];
}
