import type { Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startFaultProxy, type FaultProxy } from '#tests/helpers/fault-proxy.ts';
import { bitmapPng } from '#tests/helpers/pictures.ts';
import { texts } from '#tests/helpers/texts.ts';
import {
  type Watched,
  endLeftovers,
  keepScreen,
  newDataFolder,
  openEarshot,
  resize,
} from '#tests/helpers/window.ts';
import { blueskyGuest, type BlueskyGuest } from './bluesky/guest.ts';
import { startBlueskyNetwork, type BlueskyAccount, type BlueskyNetwork } from './bluesky/network.ts';
import type { SnacGuest } from './mastodon/guest.ts';
import { startSnac, type Snac, type SnacUser } from './mastodon/snac.ts';

const t = texts('en');
const ZONE = 'Europe/Bucharest';
const env = { LANG: 'en_US.UTF-8', LANGUAGE: 'en', TZ: ZONE };
const data = newDataFolder();
const ALT = 'The terrace at breakfast';

/** As `expect.poll`, for what has to travel through two real networks. */
function seen<T>(look: () => Promise<T>): ReturnType<typeof expect.poll<T>> {
  return expect.poll(look, { timeout: 90_000, interval: 500 });
}

let bluesky: BlueskyNetwork;
let blueskyDoor: FaultProxy;
let blueskyOwner: BlueskyAccount;
let blueskyVisitor: BlueskyGuest;
let snac: Snac;
let snacDoor: FaultProxy;
let snacOwner: SnacUser;
let snacVisitor: SnacGuest;

beforeAll(async () => {
  [bluesky, snac] = await Promise.all([startBlueskyNetwork(), startSnac()]);
  blueskyDoor = await startFaultProxy(bluesky.pdsUrl);
  snacDoor = await startFaultProxy(snac.url);
  blueskyOwner = await bluesky.createAccount('seaview');
  blueskyVisitor = await blueskyGuest(bluesky, 'mara');
  snacOwner = await snac.addUser('seaview');
  snacVisitor = await snac.guest(await snac.addUser('mara'));
});
afterEach(endLeftovers);
afterAll(async () => {
  await Promise.all([blueskyDoor.close(), snacDoor.close()]);
  await Promise.all([bluesky.close(), snac.close()]);
  data.remove();
});

interface Seen {
  ident: string;
  alts: string[];
}

/** What of the owner's posts with these words the guests of both networks see. */
async function everywhere(words: string): Promise<{ bluesky: Seen[]; mastodon: Seen[] }> {
  const own = await blueskyVisitor.posts(blueskyOwner.did);
  const there = await snacVisitor.find(words);
  return {
    bluesky: own
      .filter(({ record }) => record.text.includes(words))
      .map(({ uri, embed }) => ({ ident: uri, alts: (embed?.images ?? []).map(({ alt }) => alt) })),
    mastodon: there.map(({ ident, alts }) => ({ ident, alts: [...alts] })),
  };
}

async function howOften(words: string): Promise<[bluesky: number, mastodon: number]> {
  const found = await everywhere(words);
  return [found.bluesky.length, found.mastodon.length];
}

const ONCE_EACH = [1, 1];

const go = ({ page }: Watched, screen: string): Promise<void> =>
  page
    .getByRole('navigation')
    .getByRole('button', { name: t(`frame.${screen}`) })
    .click();

/** Opens the form of a network that an account is added on. */
async function addAccount(watched: Watched, network: string): Promise<Locator> {
  const { page } = watched;
  await go(watched, 'accounts');
  await page
    .getByRole('button', { name: t('accounts.add.button') })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: network }).click();
  return dialog;
}

/** Signs in; the server is on this machine, which the form asks about first. */
async function signIn(dialog: Locator): Promise<void> {
  const submit = dialog.getByRole('button', { name: t('accounts.add.submit') });
  await submit.click();
  await dialog.getByText(t('accounts.local.allow')).click();
  await submit.click();
}

/** Writes a post for both accounts, with a picture. */
async function write(watched: Watched, text: string): Promise<Locator> {
  const { page } = watched;
  await go(watched, 'calendar');
  await page.getByRole('button', { name: t('calendar.newPost') }).click();
  const drawer = page.getByRole('complementary', { name: t('calendar.post') });
  for (const box of await drawer.getByRole('checkbox', { name: /seaview/ }).all()) await box.check();
  await drawer.getByLabel(t('composer.text'), { exact: true }).fill(text);
  await drawer.locator('input[type=file]').setInputFiles({
    name: 'terrace.png',
    mimeType: 'image/png',
    buffer: bitmapPng(640, 400),
  });
  await drawer.getByLabel(t('composer.alt').replace('{{number}}', '1')).fill(ALT);
  return drawer;
}

/** The wall clock in the window's zone: day and time as a form takes them. */
const wall = (at: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short', timeStyle: 'short' }).format(at);

async function answer({ page }: Watched, comment: string, words: string): Promise<void> {
  await page.getByRole('option', { name: new RegExp(comment) }).click();
  await page.locator('[data-reply]').fill(words);
  await page.getByRole('button', { name: t('inbox.send'), exact: true }).click();
  await page.getByText(t('inbox.told.sent')).first().waitFor();
}

describe('a hotel with an account on two real networks', () => {
  it('connects both, one with an app password and one through the browser', async () => {
    const watched = await openEarshot(data.folder, env);
    const { page, app } = watched;
    await resize(watched, 1440, 900);
    await watched.ask('brands.create', { name: 'Sea View Hotel', role: 'own' });
    await page.reload();

    const form = await addAccount(watched, 'Bluesky');
    const { secrets } = await watched.ask('networks.list', {});
    if (secrets === 'session') await form.getByRole('button', { name: t('accounts.secrets.keep') }).click();
    await form.getByLabel('Handle').fill(blueskyOwner.handle);
    await form.getByLabel('App password').fill(blueskyOwner.appPassword);
    await form.getByLabel('Server').fill(blueskyDoor.url);
    await signIn(form);
    await form.waitFor({ state: 'detached' });

    // The person's browser is this test: it notes the page and acts on it.
    await app.evaluate(({ shell }) => {
      shell.openExternal = (page) => {
        (globalThis as unknown as { opened: string }).opened = page;
        return Promise.resolve();
      };
    });
    const second = await addAccount(watched, 'Mastodon');
    await second.getByLabel('Server').fill(snacDoor.url);
    await signIn(second);
    const opened = (): Promise<string | undefined> =>
      app.evaluate(() => (globalThis as unknown as { opened?: string }).opened);
    await seen(opened).toContain('/oauth/authorize');
    await snac.approve((await opened()) ?? '', snacOwner);
    await second.waitFor({ state: 'detached' });

    const { accounts } = await watched.ask('accounts.list', {});
    expect(accounts.map(({ network, health }) => `${network} ${health.status}`).toSorted()).toEqual([
      'Bluesky ok',
      'Mastodon ok',
    ]);
    await keepScreen(page, 'journey-accounts');
    await watched.quit();
  });

  it('publishes a planned post with its picture on both at its time, and once', async () => {
    const watched = await openEarshot(data.folder, env);
    const { page } = watched;
    await resize(watched, 1440, 900);
    const drawer = await write(watched, 'Breakfast is on the terrace again');
    // The next full minute that leaves time to press the button.
    const at = Math.ceil((Date.now() + 15_000) / 60_000) * 60_000;
    const [day = '', time = ''] = wall(at).split(' ');
    await drawer.getByLabel(t('calendar.day')).fill(day);
    await drawer.getByLabel(t('calendar.time'), { exact: true }).fill(time);
    await keepScreen(page, 'journey-composer');
    await drawer.getByRole('button', { name: t('calendar.approveAndSchedule') }).click();
    await page.getByText(t('calendar.told.scheduled')).first().waitFor();
    expect(await howOften('Breakfast')).toEqual([0, 0]);
    expect(Date.now(), 'looked before its time').toBeLessThan(at);
    await seen(() => howOften('Breakfast')).toEqual(ONCE_EACH);
    expect(Date.now(), 'came after its time').toBeGreaterThanOrEqual(at);
    const found = await everywhere('Breakfast');
    expect([found.bluesky[0]?.alts, found.mastodon[0]?.alts]).toEqual([[ALT], [ALT]]);
    await seen(async () => (await watched.ask('outbox.status', {})).queued).toBe(0);
    await keepScreen(page, 'journey-sent');
    await watched.quit();
  });

  it('hears what guests say under it, and they read the answer', async () => {
    const watched = await openEarshot(data.folder, env);
    const { page } = watched;
    await resize(watched, 1440, 900);
    const post = await everywhere('Breakfast');
    await blueskyVisitor.comment(post.bluesky[0]?.ident ?? '', 'Until what time on Sundays?');
    await snacVisitor.comment(post.mastodon[0]?.ident ?? '', 'Is the terrace heated?');
    await go(watched, 'inbox');
    const waiting = async (): Promise<number> => {
      await page.getByRole('button', { name: t('inbox.look') }).click();
      return (await watched.ask('conversations.list', { state: 'open' })).conversations.length;
    };
    await expect.poll(waiting, { timeout: 90_000, interval: 2000 }).toBe(2);
    await keepScreen(page, 'journey-inbox');
    await answer(watched, 'Sundays', 'Until eleven, and until noon in summer.');
    await answer(watched, 'heated', 'From October on, yes.');
    await seen(() => howOften('Until eleven')).toEqual([1, 0]);
    await seen(() => howOften('From October')).toEqual([0, 1]);
    await keepScreen(page, 'journey-answered');
    await watched.quit();
  });

  it('sends once what it was killed in the middle of', async () => {
    const watched = await openEarshot(data.folder, env);
    const { page, app } = watched;
    await resize(watched, 1440, 900);
    const drawer = await write(watched, 'The sauna opens on Friday');
    const isPost = ({ method, path }: { method: string; path: string }): boolean =>
      method === 'POST' && /\/api\/v1\/statuses$|com\.atproto\.repo\.(?:create|put)Record$/.test(path);
    // One network has it and could not say so; the other never heard of it.
    const givesUp = [
      blueskyDoor.inject({ fault: { kind: 'hold-answer' }, matches: isPost }),
      snacDoor.inject({ fault: { kind: 'hold-request' }, matches: isPost }),
    ];
    const before = [blueskyDoor.requests.filter(isPost).length, snacDoor.requests.filter(isPost).length];
    await drawer.getByRole('button', { name: t('calendar.publishNow') }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('calendar.publishNow') })
      .click();
    await seen(() =>
      Promise.resolve([
        blueskyDoor.requests.filter(isPost).length > (before[0] ?? 0),
        snacDoor.requests.filter(isPost).length > (before[1] ?? 0),
      ]),
    ).toEqual([true, true]);
    await seen(() => howOften('sauna')).toEqual([1, 0]);
    const ended = new Promise<void>((resolve) => {
      app.once('close', () => resolve());
    });
    app.process().kill('SIGKILL');
    await ended;
    expect(givesUp.map((end) => end())).toEqual([1, 1]);

    const again = await openEarshot(data.folder, env);
    await seen(async () => {
      const { queued, sending, uncertain } = await again.ask('outbox.status', {});
      return queued + sending + uncertain;
    }).toBe(0);
    await seen(() => howOften('sauna')).toEqual(ONCE_EACH);
    const { actions } = await again.ask('actions.list', { states: ['failed', 'missed'] });
    expect(actions).toEqual([]);
    await go(again, 'calendar');
    await keepScreen(again.page, 'journey-after-kill');
    await again.quit();
  });
});
