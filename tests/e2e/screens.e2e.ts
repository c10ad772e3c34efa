import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults } from '#tests/helpers/axe.ts';
import { texts } from '#tests/helpers/texts.ts';
import {
  type Watched,
  endLeftovers,
  eventually,
  keepScreen,
  newDataFolder,
  openEarshot,
  resize,
} from '#tests/helpers/window.ts';

const SCREENS = [
  'today',
  'mentions',
  'inbox',
  'calendar',
  'contacts',
  'reports',
  'alerts',
  'compare',
  'insights',
  'brands',
  'accounts',
  'sources',
  'rules',
  'settings',
] as const;
const WIDE = [1440, 900] as const;
const NARROW = [1024, 700] as const;
/**
 * How each screen is looked at: every theme with every size, shared between the languages. Wide first, since a rail that
 * folds under the pointer that has just pressed it shows the name of its line for a moment.
 */
const LOOKS = {
  en: [
    ['light', WIDE],
    ['dark', NARROW],
  ],
  ro: [
    ['dark', WIDE],
    ['light', NARROW],
  ],
} as const;

const data = newDataFolder();
let watched: Watched;

beforeAll(async () => {
  watched = await openEarshot(data.folder);
});
afterAll(async () => {
  try {
    await watched.quit();
  } finally {
    await endLeftovers();
  }
  data.remove();
});

/** Waits until nothing that stands for something still loading is left. */
async function settle(): Promise<void> {
  await eventually(async () => watched.page.locator('[aria-busy="true"]').count()).toBe(0);
  await watched.page.waitForTimeout(300);
}

async function look(name: string, language: 'en' | 'ro'): Promise<string[]> {
  const faults: string[] = [];
  for (const [theme, [width, height]] of LOOKS[language]) {
    await watched.ask('app.set', { theme });
    await resize(watched, width, height);
    await settle();
    await keepScreen(watched.page, `${name}-${theme}-${width}x${height}`);
    for (const fault of await accessibilityFaults(watched.page)) faults.push(`${theme} ${width}: ${fault}`);
  }
  return faults;
}

describe('every screen, light and dark, wide and narrow', () => {
  it('welcome has no accessibility faults', async () => {
    expect(await look('welcome', 'en')).toEqual([]);
  });

  for (const language of ['en', 'ro'] as const)
    describe(`in ${language}`, () => {
      const t = texts(language);
      it.each(SCREENS)('%s has no accessibility faults', async (screen) => {
        await resize(watched, 1440, 900);
        if ((await watched.ask('app.state', {})).workspace === 'own') {
          await watched.page.getByRole('button', { name: texts('en')('welcome.sample') }).click();
          await watched.page.getByText(texts('en')('frame.sample.text')).waitFor();
        }
        await watched.ask('app.set', { language });
        const name = new RegExp(`^${t(`frame.${screen}`)}`);
        await watched.page.getByRole('navigation').getByRole('button', { name }).click();
        await watched.page.getByRole('heading', { level: 1, name: t(`${screen}.title`) }).waitFor();
        if (screen === 'mentions') {
          await watched.page.getByRole('option').first().waitFor();
          await watched.page.keyboard.press('j');
        }
        expect(await watched.page.evaluate(() => document.documentElement.lang)).toBe(language);
        expect(await look(`${screen}-${language}`, language)).toEqual([]);
      });
    });
});
