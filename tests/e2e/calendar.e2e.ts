import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testWorkspace } from '#tests/helpers/engine.ts';
import { texts } from '#tests/helpers/texts.ts';
import {
  type Watched,
  endLeftovers,
  eventually,
  newDataFolder,
  openEarshot,
  resize,
} from '#tests/helpers/window.ts';

const t = texts('en');
const ZONE = 'UTC';
const ACCOUNTS = ['00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002'] as const;
/** Tests of one file share the workspace; each writes something of its own. */
const data = newDataFolder();
let watched: Watched;
let today: string;

/** Two accounts of one brand, as if they had been signed in to. */
async function prepare(): Promise<void> {
  const folder = join(data.folder, 'workspace');
  mkdirSync(folder, { recursive: true });
  const ws = testWorkspace({ folder });
  ws.clock.move(Date.now() - ws.clock.now());
  today = new Date(ws.clock.now()).toISOString().slice(0, 10);
  await ws.ask('settings.set', { key: 'zone', value: ZONE });
  const brandId = await ws.brand('Seaview', 'seaview');
  for (const [at, id] of ACCOUNTS.entries()) {
    ws.engine.workspace.write.run(
      `INSERT INTO account(id, brand_id, connector, ident, handle, name, url, settings, created_at)
       VALUES(?, ?, 'bluesky', ?, ?, 'Seaview', 'https://network.example/me', '{}', ?)`,
      [id, brandId, `me-${at}`, `seaview${at}.example`, ws.clock.now() + at],
    );
    // Never asked in this test: nothing here may touch a network.
    ws.engine.workspace.write.run(
      "INSERT INTO account_state(account_id, status, next_due_at, next_metrics_at) VALUES(?, 'ok', ?, ?)",
      [id, Date.now() * 2, Date.now() * 2],
    );
  }
  await ws.close();
}

const press = async (...keys: string[]): Promise<void> => {
  for (const key of keys) await watched.page.keyboard.press(key);
};
const posts = async () => {
  const { posts: list } = await watched.ask('posts.list', {
    from: Date.now() - 40 * 86_400_000,
    to: Date.now() + 50 * 86_400_000,
  });
  return list;
};
const saying = async (text: string) => (await posts()).find(({ variants }) => variants[0]?.text === text);
const toCalendar = async (): Promise<void> => {
  await watched.page
    .getByRole('navigation')
    .getByRole('button', { name: new RegExp(`^${t('frame.calendar')}`) })
    .click();
  await watched.page.locator(`[data-day="${today}"]`).waitFor();
};
const text = () => watched.page.getByRole('textbox', { name: t('composer.text') });
const focused = (): Promise<string> =>
  watched.page.evaluate(() => {
    const active = document.activeElement;
    return active?.getAttribute('data-post') ?? active?.getAttribute('data-day') ?? active?.tagName ?? '';
  });

beforeAll(async () => {
  await prepare();
  watched = await openEarshot(data.folder);
  await resize(watched, 1440, 900);
  await toCalendar();
});
afterAll(async () => {
  try {
    await watched.quit();
  } finally {
    await endLeftovers();
  }
  data.remove();
});

describe('no word is lost', () => {
  it('when the composer is left through the rail, with Escape, or for another post', async () => {
    await press('n');
    await watched.page.keyboard.type('Left through the rail');
    await watched.page
      .getByRole('navigation')
      .getByRole('button', { name: new RegExp(`^${t('frame.today')}`) })
      .click();
    await eventually(() => saying('Left through the rail')).toMatchObject({ state: 'draft' });
    await toCalendar();
    await press('n');
    await watched.page.keyboard.type('Left with Escape');
    await press('Escape');
    await eventually(() => saying('Left with Escape')).toMatchObject({ state: 'draft' });
    await press('n');
    await watched.page.keyboard.type('Left for another');
    await watched.page.getByRole('button', { name: /Left with Escape/ }).click();
    await eventually(() => saying('Left for another')).toMatchObject({ state: 'draft' });
    await press('Escape');
    expect(await posts()).toHaveLength(3);
  });

  it('while it is typed on: one post, with the newest words', async () => {
    await press('n');
    await watched.page.keyboard.type('First words');
    await eventually(() => saying('First words')).toBeDefined();
    await watched.page.keyboard.type(' and then some more');
    await eventually(() => saying('First words and then some more')).toBeDefined();
    expect(await text().inputValue()).toBe('First words and then some more');
    expect(
      (await posts()).filter(({ variants }) => variants[0]?.text.startsWith('First words')),
    ).toHaveLength(1);
    await press('Escape');
  });

  it('when no account is chosen yet', async () => {
    await press('n');
    for (const handle of ['seaview0.example', 'seaview1.example'])
      await watched.page.getByRole('checkbox', { name: new RegExp(handle) }).uncheck();
    await text().fill('Going nowhere yet');
    await press('Escape');
    await watched.page.getByRole('button', { name: t('calendar.goOn') }).click();
    await eventually(() => text().inputValue()).toBe('Going nowhere yet');
    await watched.page.getByRole('checkbox', { name: /seaview0/ }).check();
    await eventually(() => saying('Going nowhere yet')).toMatchObject({ state: 'draft' });
    await press('Escape');
    await eventually(() => watched.page.getByRole('button', { name: t('calendar.goOn') }).count()).toBe(0);
    expect((await watched.ask('posts.writing', { postId: null })).writing).toBeNull();
  });

  it('when the window is closed in the middle of a word', async () => {
    await press('n');
    await watched.page.keyboard.type('Closed in the middle of a wo');
    await watched.quit();
    watched = await openEarshot(data.folder);
    await resize(watched, 1440, 900);
    await toCalendar();
    expect(await saying('Closed in the middle of a wo')).toMatchObject({ state: 'draft' });
    // It starts twice in one test.
  }, 120_000);

  it('and what was approved stays as approved until the new words are, too', async () => {
    const at = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    const variants = [{ accountId: ACCOUNTS[0], text: 'Approved words', title: '', images: [], hold: false }];
    const brandId = (await watched.ask('brands.list', {})).brands[0]?.id ?? '';
    const { postId } = await watched.ask('posts.create', {
      brandId,
      slot: { local: `${at}T09:00`, zone: ZONE },
      variants,
    });
    await watched.ask('posts.approve', { postId });
    await watched.page.getByRole('button', { name: /Approved words/ }).click();
    await text().fill('Better words');
    await press('Escape');
    await eventually(async () => (await watched.ask('posts.get', { postId })).writing).toBe(true);
    expect(await watched.ask('posts.get', { postId })).toMatchObject({
      state: 'approved',
      stage: 'scheduled',
      variants: [{ text: 'Approved words' }],
    });
    await watched.page.getByRole('button', { name: /Approved words/ }).click();
    await eventually(() => text().inputValue()).toBe('Better words');
    await watched.page.getByRole('button', { name: t('calendar.discard') }).click();
    expect(await text().inputValue()).toBe('Approved words');
    await eventually(async () => (await watched.ask('posts.get', { postId })).writing).toBe(false);
    await press('Escape');
    await watched.ask('posts.remove', { postId });
  });
});

describe('by the keyboard alone', () => {
  const shift = (days: number, from = today): string =>
    new Date(Date.parse(`${from}T00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

  it('walks over the days, and comes back to where it was', async () => {
    await press('t');
    await eventually(focused).toBe(today);
    await press('ArrowRight');
    await eventually(async () => (await focused()) === today).toBe(false);
    await press('ArrowLeft', 'ArrowDown', 'ArrowUp');
    await press('v');
    await watched.page.getByRole('grid', { name: t('calendar.week') }).waitFor();
    await press('v');
    await watched.page.getByRole('grid', { name: t('calendar.month') }).waitFor();
    const chosen = watched.page.getByRole('gridcell', { selected: true });
    expect(await chosen.getAttribute('data-day')).toBe(today);
  });

  it('writes a post, moves it by days and half-hours, and to another time by its fields', async () => {
    await press('t', 'ArrowDown');
    const day = shift(7);
    await press('n');
    await watched.page.keyboard.type('Keyboard only');
    await eventually(() => saying('Keyboard only')).toBeDefined();
    await press('Escape');
    const postId = (await saying('Keyboard only'))?.id ?? '';
    const at = async (): Promise<string> => new Date((await saying('Keyboard only'))?.at ?? 0).toISOString();
    expect(await at()).toBe(`${day}T09:00:00.000Z`);
    await eventually(focused).toBe(postId);
    await press('Alt+ArrowRight');
    await eventually(at).toBe(`${shift(8)}T09:00:00.000Z`);
    await eventually(focused).toBe(postId);
    await press('Alt+ArrowDown');
    await eventually(at).toBe(`${shift(8)}T09:30:00.000Z`);
    await press('m');
    await watched.page.getByRole('dialog', { name: t('calendar.moveTo') }).waitFor();
    const clock = watched.page.getByRole('dialog').getByRole('textbox', { name: t('calendar.time') });
    while (!(await clock.evaluate((field) => field === document.activeElement))) await press('Tab');
    await press('ControlOrMeta+a');
    await watched.page.keyboard.type('18.15');
    await press('Enter');
    await eventually(at).toBe(`${shift(8)}T18:15:00.000Z`);
    await eventually(focused).toBe(postId);
    await press('Enter');
    await watched.page.getByRole('complementary', { name: t('calendar.post') }).waitFor();
    await press('Escape');
    await eventually(() =>
      watched.page.getByRole('complementary', { name: t('calendar.post') }).count(),
    ).toBe(0);
    await eventually(focused).toBe(postId);
  });

  it('goes on in another post, and splits what is too long', async () => {
    await press('n');
    const sentence = 'The sea is warm and the beach is empty today.';
    const long = Array.from({ length: 9 }, () => sentence).join(' ');
    await watched.page.keyboard.insertText(long);
    const split = watched.page.getByRole('button', {
      name: t('composer.split_other').replace('{{count}}', '2'),
    });
    await split.waitFor();
    await split.focus();
    await press('Enter');
    await eventually(async () =>
      (await posts()).some(({ variants }) => variants[0]?.thread.length === 1),
    ).toBe(true);
    await watched.page.getByRole('button', { name: t('composer.continue') }).focus();
    await press('Enter');
    await watched.page.keyboard.type('The end');
    await eventually(async () =>
      (await posts()).some(({ variants }) => variants[0]?.thread.at(-1) === 'The end'),
    ).toBe(true);
    const thread = (await posts()).find(({ variants }) => variants[0]?.thread.at(-1) === 'The end');
    expect(thread?.variants[0]?.thread).toHaveLength(2);
    await press('Escape');
  });
});

describe('by the mouse', () => {
  it('a post dropped on another day keeps its time of day', async () => {
    const before = new Date((await saying('Keyboard only'))?.at ?? 0);
    const chip = watched.page.getByRole('button', { name: /Keyboard only/ });
    await chip.click();
    await press('Escape');
    // Another day of the same week, which is on the screen wherever the month begins.
    const other = new Date(before.getTime() + (before.getUTCDay() === 1 ? 86_400_000 : -86_400_000));
    await chip.dragTo(watched.page.locator(`[data-day="${other.toISOString().slice(0, 10)}"]`));
    await eventually(async () => (await saying('Keyboard only'))?.at).toBe(other.getTime());
    expect(other.toISOString().slice(11)).toBe(before.toISOString().slice(11));
  });
});
