import { proposeQuery } from '#shared/query-language/index.ts';
import type { SourceProposal } from '#shared/contract/sources.ts';
import { connectors } from '../../connectors/index.ts';
import { buildPreset } from '../../connectors/feed/index.ts';

const unseen = { newestAt: null, entries: null };

/** A source from a preset. @throws ConnectorError `invalid`, naming the field */
export function proposalFromPreset(presetId: string, values: Record<string, string>): SourceProposal {
  const { name, settings, about } = buildPreset(presetId, values);
  return { connector: 'feed', presetId, name, settings: { ...settings }, about, ...unseen };
}

/** What can be heard about a name without an account or a key, and a query to begin with. */
export function proposeFor(
  brandName: string,
  language: string,
): { queryText: string; proposals: SourceProposal[] } {
  const words = brandName.replaceAll('"', ' ').replace(/\s+/g, ' ').trim();
  const phrase = words.includes(' ') ? `"${words}"` : words;
  const tag = words
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
  const proposals = [proposalFromPreset('google-news', { query: phrase, language: 'en' })];
  if (language !== 'en') proposals.push(proposalFromPreset('google-news', { query: phrase, language }));
  if (tag !== '') proposals.push(proposalFromPreset('mastodon-tag', { server: 'mastodon.social', tag }));
  const hackerNews = connectors.get('hacker-news');
  if (hackerNews) {
    const settings = { query: phrase, comments: true };
    proposals.push({
      connector: 'hacker-news',
      presetId: 'hacker-news',
      name: hackerNews.describe(settings).name,
      settings,
      about: hackerNews.about,
      ...unseen,
    });
  }
  return { queryText: proposeQuery(brandName), proposals };
}
