import type { AlertKind } from '#shared/contract/alerts.ts';
import type { ShellLanguage } from './index.ts';

/** What a notification says of an alert; numbers and texts are put in ready to be read. */
interface AlertWords {
  observed: string;
  expected: string;
  site: string;
  headline: string;
  word: string;
}

export interface AlertTexts {
  /** One alert, after the name of its brand. */
  one: Record<AlertKind, (words: AlertWords) => string>;
  /** The same in a list of several. */
  short: Record<AlertKind, string>;
  many(count: number): string;
  more(count: number): string;
  /** A rule applied to so many mentions. */
  rule(count: number): string;
}

const en: AlertTexts = {
  one: {
    influentialNegative: ({ site, headline }) => `Negative mention on ${site}: ${headline}`,
    volumeSpike: ({ observed, expected }) =>
      `More mentions than usual: ${observed}, where ${expected} are usual.`,
    negativeSpike: ({ observed, expected }) =>
      `More negative mentions than usual: ${observed}, where ${expected} are usual.`,
    crisisWords: ({ word, site, headline }) => `“${word}” on ${site}: ${headline}`,
    silence: () => 'Nothing has been said for unusually long. Broken or calm?',
    competitorSpike: ({ observed, expected }) =>
      `Your competitor is talked about more than usual: ${observed} mentions, where ${expected} are usual.`,
  },
  short: {
    influentialNegative: 'negative mention',
    volumeSpike: 'more mentions than usual',
    negativeSpike: 'more negative mentions than usual',
    crisisWords: 'crisis words',
    silence: 'unusually quiet',
    competitorSpike: 'competitor talked about more than usual',
  },
  many: (count) => `${count.toLocaleString('en')} alerts`,
  more: (count) => `and ${count.toLocaleString('en')} more`,
  rule: (count) => (count === 1 ? '1 mention' : `${count.toLocaleString('en')} mentions`),
};

/** Romanian puts „de” before the noun where the plural class is `other` (20, 21, 100, …). */
function counted(count: number, one: string, several: string): string {
  if (count === 1) return `1 ${one}`;
  const few = new Intl.PluralRules('ro').select(count) === 'few';
  return `${count.toLocaleString('ro')} ${few ? '' : 'de '}${several}`;
}

const ro: AlertTexts = {
  one: {
    influentialNegative: ({ site, headline }) => `Mențiune negativă pe ${site}: ${headline}`,
    volumeSpike: ({ observed, expected }) =>
      `Mai multe mențiuni decât de obicei: ${observed}, față de ${expected}.`,
    negativeSpike: ({ observed, expected }) =>
      `Mai multe mențiuni negative decât de obicei: ${observed}, față de ${expected}.`,
    crisisWords: ({ word, site, headline }) => `„${word}” pe ${site}: ${headline}`,
    silence: () => 'E neobișnuit de liniște de ceva vreme. S-a stricat ceva sau e calm?',
    competitorSpike: ({ observed, expected }) =>
      `Se vorbește despre concurent mai mult decât de obicei: ${observed} mențiuni, față de ${expected}.`,
  },
  short: {
    influentialNegative: 'mențiune negativă',
    volumeSpike: 'mai multe mențiuni decât de obicei',
    negativeSpike: 'mai multe mențiuni negative decât de obicei',
    crisisWords: 'cuvinte de criză',
    silence: 'neobișnuit de liniște',
    competitorSpike: 'concurent mai pomenit decât de obicei',
  },
  many: (count) => counted(count, 'alertă', 'alerte'),
  more: (count) => `și încă ${count.toLocaleString('ro')}`,
  rule: (count) => counted(count, 'mențiune', 'mențiuni'),
};

export const alertTexts: Record<ShellLanguage, AlertTexts> = { en, ro };
