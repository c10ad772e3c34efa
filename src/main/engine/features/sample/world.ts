import { spans, windowStart } from './calendar.ts';
import type {
  BrandKey,
  SampleBrand,
  SampleCampaign,
  SampleLanguage,
  SampleQuery,
  SampleSource,
} from './model.ts';

export const brands: readonly SampleBrand[] = [
  { key: 'miramar', name: 'Hotel Miramar', role: 'own', ownerKey: null, color: 0 },
  { key: 'scoicilor', name: 'Casa Scoicilor', role: 'competitor', ownerKey: 'miramar', color: 1 },
  { key: 'crivat', name: 'Hotel Crivăț', role: 'competitor', ownerKey: 'miramar', color: 2 },
  { key: 'ovidia', name: 'Vila Ovidia', role: 'competitor', ownerKey: 'miramar', color: 3 },
];

export const brandNames: Readonly<Record<BrandKey, string>> = {
  miramar: 'Hotel Miramar',
  scoicilor: 'Casa Scoicilor',
  crivat: 'Hotel Crivăț',
  ovidia: 'Vila Ovidia',
};

/** A brand inside a sentence: `the` as subject, `at` for being there; the first mention is the long one. */
export function brandForms(
  key: BrandKey,
  language: SampleLanguage,
): { long: { the: string; at: string }; short: { the: string; at: string } } {
  const name = brandNames[key];
  const brief = name.replace(/^Hotel /, '');
  const isHotel = brief !== name;
  const form = (word: string, hotel: boolean): { the: string; at: string } => {
    if (language === 'ro') return { the: word, at: `la ${word}` };
    if (language === 'de') {
      return hotel ? { the: `das ${word}`, at: `im ${word}` } : { the: `die ${word}`, at: `in der ${word}` };
    }
    return {
      the: hotel && word === brief ? `the ${word}` : word,
      at: `at ${hotel && word === brief ? `the ${word}` : word}`,
    };
  };
  return { long: form(name, isHotel), short: form(isHotel ? brief : name, isHotel) };
}

const seasons = {
  en: ['winter', 'spring', 'summer', 'autumn'],
  ro: ['iarnă', 'primăvară', 'vară', 'toamnă'],
  de: ['winter', 'frühlings', 'sommer', 'herbst'],
} as const;

/** The season of a month (0–11) as the sentences of that language use it. */
export function seasonWord(language: SampleLanguage, month: number): string {
  return seasons[language][Math.floor(((month + 1) % 12) / 3)] ?? seasons[language][0];
}

const ELSEWHERE = 'AND NOT (Spain OR Spania OR Spanien OR España OR Valencia OR Gandia)';

function offerQuery(month: number): string {
  const [en, ro, de] = (['en', 'ro', 'de'] as const).map((language) => seasonWord(language, month));
  return `Miramar AND ("${en} offer" OR "oferta de ${ro}" OR ${de}angebot)`;
}
const JAZZ =
  'Miramar AND ("jazz evening" OR "jazz evenings" OR "seara de jazz" OR "seară de jazz" OR "serile de jazz" OR jazzabend*)';
const CLEAR_WATER =
  'Miramar AND ("clear water" OR ClearWater OR "apă limpede" OR ApaLimpede OR "klares wasser" OR KlaresWasser)';

/** `offerMonth` (0–11) names the offer after the season in which it ran. */
export function sampleQueries(offerMonth: number): SampleQuery[] {
  return [
    {
      brandKey: 'miramar',
      name: 'Hotel Miramar',
      kind: 'brand',
      text: `("Hotel Miramar" OR (Miramar AND (Constan* OR Mamaia OR hotel* OR pension*))) ${ELSEWHERE}`,
    },
    {
      brandKey: 'miramar',
      name: 'The pool',
      kind: 'product',
      text: `Miramar AND (pool* OR piscin* OR chlor* OR clor*) ${ELSEWHERE}`,
    },
    {
      brandKey: 'miramar',
      name: 'Breakfast',
      kind: 'product',
      text: `Miramar AND (breakfast OR "micul dejun" OR "mic dejun" OR Frühstück*) ${ELSEWHERE}`,
    },
    {
      brandKey: 'miramar',
      name: 'Irina at the desk',
      kind: 'person',
      text: `Miramar AND Irina ${ELSEWHERE}`,
    },
    { brandKey: 'miramar', name: 'Seasonal offer', kind: 'campaign', text: offerQuery(offerMonth) },
    { brandKey: 'miramar', name: 'Jazz evenings', kind: 'campaign', text: JAZZ },
    { brandKey: 'miramar', name: 'Clear Water', kind: 'campaign', text: CLEAR_WATER },
    {
      brandKey: 'miramar',
      name: 'Parking',
      kind: 'topic',
      text: `Miramar AND (parking OR parcare* OR Parkplatz OR Parken) ${ELSEWHERE}`,
    },
    { brandKey: 'scoicilor', name: 'Casa Scoicilor', kind: 'brand', text: '"Casa Scoicilor"' },
    {
      brandKey: 'crivat',
      name: 'Hotel Crivăț',
      kind: 'brand',
      text: '"Hotel Crivăț" OR (Crivăț AND (hotel* OR Constan*))',
    },
    {
      brandKey: 'ovidia',
      name: 'Vila Ovidia',
      kind: 'brand',
      text: '"Vila Ovidia" OR (Ovidia AND Constan*)',
    },
  ];
}

export function sampleCampaigns(now: number, offerMonth: number): SampleCampaign[] {
  const span = (key: 'offer' | 'jazz' | 'recovery'): { from: number; to: number } => ({
    from: windowStart(now, spans[key][0]),
    to: windowStart(now, spans[key][1] + 1),
  });
  const season = seasonWord('en', offerMonth);
  const offer = `${season.charAt(0).toUpperCase()}${season.slice(1)} offer`;
  return [
    { brandKey: 'miramar', name: offer, ...span('offer'), queryText: offerQuery(offerMonth) },
    { brandKey: 'miramar', name: 'Jazz evenings', ...span('jazz'), queryText: JAZZ },
    { brandKey: 'miramar', name: 'Clear Water', ...span('recovery'), queryText: CLEAR_WATER },
  ];
}

const feed = (key: string, name: string, url: string, kind: SampleSource['kind']): SampleSource => ({
  key,
  connector: 'feed',
  name,
  settings: { url },
  kind,
});

export const sources: readonly SampleSource[] = [
  feed('ziua-de-coasta', 'Ziua de Coastă', 'https://ziuadecoasta.example/rss', 'news'),
  feed('faleza-azi', 'Faleza Azi', 'https://falezaazi.example/feed.xml', 'news'),
  feed('agentia-pontica', 'Agenția Pontica', 'https://pontica.example/flux.rss', 'news'),
  feed('black-sea-post', 'Black Sea Post', 'https://blackseapost.example/constanta/atom.xml', 'news'),
  feed('kuestenbote', 'Der Küstenbote', 'https://kuestenbote.example/rss/rumaenien', 'news'),
  feed('salt-on-the-map', 'Salt on the Map (blog)', 'https://saltonthemap.example/feed', 'news'),
  feed('marea-pe-jos', 'Marea pe jos (blog)', 'https://mareapejos.example/feed', 'news'),
  feed('meersalz', 'Fernweh und Meersalz (blog)', 'https://fernwehmeersalz.example/feed', 'news'),
  feed(
    'forumul-vacantei',
    'Forumul Vacanței: Litoral',
    'https://forumulvacantei.example/litoral.rss',
    'forum',
  ),
  feed(
    'travel-table',
    'Travel Table: Black Sea',
    'https://traveltable.example/boards/black-sea.rss',
    'forum',
  ),
  {
    key: 'hacker-news',
    connector: 'hacker-news',
    name: 'Hacker News: small hotels',
    settings: { url: 'https://hn.example/api', query: 'hotel Constanța' },
    kind: 'forum',
  },
  feed('stayscore', 'Stayscore reviews', 'https://stayscore.example/constanta/reviews.rss', 'review'),
  feed('parerea-mea', 'Părerea Mea: cazări', 'https://parereamea.example/cazari/constanta.rss', 'review'),
  feed('mastodon-constanta', 'Mastodon: #Constanta', 'https://mastodon.example/tags/constanta.rss', 'social'),
  feed('bluesky-miramar', 'Bluesky search: Miramar', 'https://bluesky.example/search/miramar.rss', 'social'),
  feed(
    'bluesky-hotels',
    'Bluesky search: hotels in Constanța',
    'https://bluesky.example/search/hotels.rss',
    'social',
  ),
];

export const tags: readonly { name: string; color: number }[] = [
  { name: 'pool', color: 0 },
  { name: 'complaint', color: 1 },
  { name: 'praise', color: 2 },
  { name: 'press', color: 3 },
  { name: 'answer today', color: 4 },
  { name: 'quote on our site', color: 5 },
];
