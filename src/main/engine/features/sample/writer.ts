import type { ItemKind } from '#shared/model/item.ts';
import { localDate, type Subject } from './calendar.ts';
import { topics } from './model.ts';
import type { BrandKey, PhraseBank, SampleLanguage, StoryBank, Tone, Topic } from './model.ts';
import { phrasesDe } from './phrases-de.ts';
import { phrasesEn } from './phrases-en.ts';
import { phrasesRo } from './phrases-ro.ts';
import type { Random } from './random.ts';
import { storiesDe } from './stories-de.ts';
import { storiesEn } from './stories-en.ts';
import { storiesRo } from './stories-ro.ts';
import { render, type Slot } from './template.ts';
import { brandForms, brandNames, brands, seasonWord } from './world.ts';

const phraseBanks: Readonly<Record<SampleLanguage, PhraseBank>> = {
  en: phrasesEn,
  ro: phrasesRo,
  de: phrasesDe,
};
const storyBanks: Readonly<Record<SampleLanguage, StoryBank>> = {
  en: storiesEn,
  ro: storiesRo,
  de: storiesDe,
};
const monthNames = (locale: string): string[] => {
  const format = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2024, month, 15)));
};
const months: Readonly<Record<SampleLanguage, readonly string[]>> = {
  en: monthNames('en-GB'),
  ro: monthNames('ro-RO'),
  de: monthNames('de-DE'),
};

const REMEMBERED = 8_000;
const ATTEMPTS = 9;

export interface Assignment extends Subject {
  kind: ItemKind;
  language: SampleLanguage;
  tone: Tone;
  /** UTC milliseconds; decides months and seasons in the text. */
  at: number;
}
export interface Written {
  title: string;
  text: string;
  brandKeys: BrandKey[];
}

/** A writer remembers its last sentences and avoids them; its memory is bounded, whatever the volume. */
export function createWriter(random: Random): { write(assignment: Assignment): Written } {
  const recent = new Set<string>();
  const ring: string[] = [];
  let place = 0;

  function slotsFor(task: Assignment): (name: string) => Slot | undefined {
    const bank = phraseBanks[task.language].slots;
    const key = task.brand ?? 'miramar';
    const forms = brandForms(key, task.language);
    const rivals = brands.filter((brand) => brand.key !== key).map((brand) => brand.name);
    const month = localDate(task.at).getUTCMonth();
    let met = false;
    // One stay has one room, one home town and one company.
    const fixed = new Map<string, string>();
    const once =
      (name: string, choose: () => string): (() => string) =>
      () => {
        const value = fixed.get(name) ?? choose();
        fixed.set(name, value);
        return value;
      };
    const time = (low: number, high: number) => (): string =>
      `${random.int(low, high)}:${random.pick(['00', '15', '30', '45'])}`;
    const form = (which: 'the' | 'at') => (): string => {
      const chosen = met && random.chance(0.6) ? forms.short : forms.long;
      met = true;
      return chosen[which];
    };
    const own: Record<string, Slot> = {
      hotel: () => {
        met = true;
        return brandNames[key];
      },
      the: form('the'),
      at: form('at'),
      rival: rivals,
      room: once('room', () => `${random.int(1, 3)}0${random.int(1, 4)}`),
      city: once('city', () => random.pick(bank['city'] ?? [''])),
      who: once('who', () => random.pick(bank['who'] ?? [''])),
      price: () => String(random.int(22, 89) * 10 - random.int(0, 1)),
      eur: () => String(random.int(5, 90)),
      hour: time(9, 22),
      morning: time(8, 10),
      night: time(1, 4),
      dawn: time(5, 6),
      pct: () => String(random.int(21, 89)),
      min: () => String(random.int(4, 19)),
      month: () => months[task.language][(month + random.int(11, 13)) % 12] ?? '',
      season: () => seasonWord(task.language, month),
    };
    return (name) => {
      const lower = name.toLowerCase();
      const slot = own[lower] ?? bank[lower];
      if (lower === name || slot === undefined) return slot;
      return () => capital(typeof slot === 'function' ? slot() : random.pick(slot));
    };
  }

  function write(task: Assignment): Written {
    const bank = phraseBanks[task.language];
    const story = task.theme === 'everyday' ? null : storyBanks[task.language][task.theme];
    const slots = slotsFor(task);

    const say = (list: readonly string[]): string => {
      let sentence = '';
      // A full memory means a large volume, where repeats cannot be avoided and time matters.
      const attempts = recent.size < REMEMBERED ? ATTEMPTS : 3;
      for (let attempt = 0; attempt < attempts; attempt += 1) {
        sentence = tidy(render(random.pick(list), random, slots));
        if (sentence === '' || !recent.has(sentence)) break;
      }
      if (sentence !== '' && !recent.has(sentence)) {
        recent.delete(ring[place] ?? '');
        recent.add(sentence);
        ring[place] = sentence;
        place = (place + 1) % REMEMBERED;
      }
      return sentence;
    };
    const several = (list: readonly string[], low: number, high: number): string[] => {
      const rest = [...list];
      const out: string[] = [];
      for (let wanted = Math.min(random.int(low, high), rest.length); wanted > 0; wanted -= 1) {
        out.push(say(rest.splice(random.int(0, rest.length - 1), 1)));
      }
      return out;
    };
    const opinions = (low: number, high: number): string[] => {
      // A topic is as likely as it has ways to be told, so that no single sentence wears out.
      const left = new Set<Topic>(topics);
      const first = random.chance(0.5);
      return Array.from({ length: random.int(low, high) }, (_, index) => {
        const mixed = (index % 2 === 0) === first ? 'good' : 'bad';
        const tone = task.tone === 'good' || task.tone === 'bad' ? task.tone : mixed;
        const weights: Partial<Record<Topic, number>> = {};
        for (const topic of left) weights[topic] = bank.topics[topic][tone].length;
        const topic = random.weighted(weights);
        left.delete(topic);
        return say(bank.topics[topic][tone]);
      });
    };
    const line = (...parts: string[]): string => parts.filter((part) => part !== '').join(' ');
    const mood = task.tone === 'plain' ? 'mixed' : task.tone;

    let title = '';
    let text: string;
    if (task.kind === 'news') {
      title = say(story?.headline ?? bank.blog.title);
      text = story
        ? `${line(...several(story.lead, 1, 2))}\n\n${line(...several(story.detail, 1, 4))}`
        : `${line(say(bank.blog.opening), ...opinions(1, 2))}\n\n${line(...opinions(2, 5))}\n\n${line(...several(bank.blog.closing, 1, 2))}`;
    } else if (task.kind === 'review') {
      title = say(bank.titles[mood]);
      const told = story ? several(story.guest, 1, 3) : [];
      text = line(
        say(bank.stay),
        ...told,
        ...opinions(story ? 0 : 1, story ? 2 : 4),
        say(bank.closing[mood]),
      );
    } else if (task.kind === 'forum') {
      const asking = story === null && task.tone === 'plain';
      title = say(story?.headline ?? bank.forum.title);
      if (!asking && random.chance(0.8)) title = `Re: ${title}`;
      if (asking) text = line(...several(bank.forum.ask, 1, 3));
      else if (story) text = line(...several(story.guest, 1, 3));
      else text = line(...several(bank.forum.reply, 0, 2), ...opinions(1, 3));
    } else if (story) {
      text = say(story.social);
    } else if (task.tone === 'mixed' || (task.tone !== 'plain' && random.chance(0.4))) {
      text = line(...opinions(1, 2));
    } else {
      text = say(bank.social[task.tone]);
    }

    if (task.brand !== null && !`${title} ${text}`.includes(brandNames[task.brand])) {
      const place = `${brandNames[task.brand]}, Constanța`;
      if (task.kind === 'social') text += `${random.pick(['\n📍 ', ' @ ', ' – '])}${place}`;
      else if (task.kind === 'forum') title += ` (${place})`;
      else title = `${brandNames[task.brand]}: ${title}`;
    }
    const whole = `${title} ${text}`;
    const brandKeys =
      task.brand === null ? [] : brands.filter(({ name }) => whole.includes(name)).map(({ key }) => key);
    return { title, text, brandKeys };
  }

  return { write };
}

function tidy(sentence: string): string {
  return capital(
    sentence
      .replace(/ {2,}/g, ' ')
      .replace(/ ([.,!?])/g, '$1')
      .trim(),
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
