import type { RawAuthor } from '#shared/model/item.ts';
import type { SampleLanguage } from './model.ts';
import { createRandom, type Random } from './random.ts';

export interface Person {
  name: string;
  handle: string;
  followers: number;
  language: SampleLanguage;
  /** Writes Romanian without diacritics, as many people do. */
  plainLetters: boolean;
  /** Never reaches for the shift key. */
  lowerCase: boolean;
}

const firstNames: Readonly<Record<SampleLanguage, readonly string[]>> = {
  ro: [
    'Ioana',
    'Andrei',
    'Mădălina',
    'Vlad',
    'Cătălin',
    'Ștefania',
    'Răzvan',
    'Oana',
    'Bogdan',
    'Ruxandra',
    'Dragoș',
    'Simona',
    'Paul',
    'Alexandra',
    'Florin',
    'Teodora',
    'Cosmin',
    'Anca',
    'Lucian',
    'Mirela',
  ],
  en: [
    'Megan',
    'Owen',
    'Fiona',
    'Callum',
    'Priya',
    'Sean',
    'Hannah',
    'Marcus',
    'Aoife',
    'Dylan',
    'Ruth',
    'Jonas',
    'Linnea',
    'Harriet',
    'Femke',
    'Gareth',
    'Nadia',
    'Toby',
  ],
  de: [
    'Jürgen',
    'Käthe',
    'Lukas',
    'Annika',
    'Björn',
    'Sabine',
    'Günther',
    'Lea',
    'Moritz',
    'Frieda',
    'Jörg',
    'Heike',
    'Matthias',
    'Svenja',
    'Rüdiger',
    'Elke',
  ],
};
const handleWords = [
  'mare',
  'pescarus',
  'salt',
  'nomad',
  'wander',
  'kueste',
  'valuri',
  'tide',
  'rucsac',
  'koffer',
  'cafea',
  'north',
  'lumina',
  'sand',
  'anchor',
];

/** The few who are heard: invented voices, each met again and again. */
const voices: readonly Person[] = [
  voice('Litoral cu Ana', 'litoralcuana', 48_200, 'ro'),
  voice('Harta cu pescăruși', 'hartacupescarusi', 23_900, 'ro'),
  voice('The Slow Coast', 'theslowcoast', 86_400, 'en'),
  voice('Suitcase & Spoon', 'suitcasespoon', 31_700, 'en'),
  voice('Küstenkinder', 'kuestenkinder', 27_300, 'de'),
  voice('Bahn & Bucht', 'bahnundbucht', 18_600, 'de'),
];

function voice(name: string, handle: string, followers: number, language: SampleLanguage): Person {
  return { name, handle, followers, language, plainLetters: false, lowerCase: false };
}

/** Someone who writes in `language`: seldom a known voice, mostly one of `crowd` people, some far more often. */
export function somebody(random: Random, language: SampleLanguage, crowd: number): Person {
  if (random.chance(0.05)) return random.pick(voices.filter((known) => known.language === language));
  return person(language, Math.floor(crowd * random.next() ** 2));
}

/** The same number is always the same person, so a crowd of any size needs no memory. */
function person(language: SampleLanguage, number: number): Person {
  const own = createRandom(number * 7919 + firstNames[language].length);
  const first = own.pick(firstNames[language]);
  const plain = first
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
  return {
    name: `${first} ${String.fromCharCode(65 + own.int(0, 25))}.`,
    handle: `${plain}.${own.pick(handleWords)}${number}`,
    followers: Math.min(9_000, Math.floor(12 + 40 * (1 - own.next()) ** -1.1)),
    language,
    plainLetters: language === 'ro' && own.chance(0.45),
    lowerCase: own.chance(0.1),
  };
}

/** The author as a network shows them; only social networks tell followers. */
export function asAuthor(who: Person, host: string, social: boolean): RawAuthor {
  return {
    ident: social ? `${who.handle}@${host}` : who.handle,
    name: who.name,
    url: `https://${host}/@${who.handle}`,
    followers: social ? who.followers : null,
  };
}

/** The text as this person types it. */
export function typedBy(who: Person, text: string): string {
  let typed = who.plainLetters
    ? text
        .normalize('NFD')
        .replace(/\p{Mn}/gu, '')
        .normalize('NFC')
    : text;
  if (who.lowerCase) typed = typed.toLowerCase().replace(/\.$/, '');
  return typed;
}
