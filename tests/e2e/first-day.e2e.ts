import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { rss, sampleItems, startFeedServer, type FeedServer } from '#tests/helpers/feed-server.ts';
import { texts } from '#tests/helpers/texts.ts';
import { type Watched, endLeftovers, eventually, newDataFolder, openEarshot } from '#tests/helpers/window.ts';

const t = texts('en');
const data = newDataFolder();
let server: FeedServer;
let count = 4;

beforeAll(async () => {
  server = await startFeedServer();
  server.route('/feed.xml', (_request, response) => {
    const now = new Date().toUTCString();
    response.setHeader('content-type', 'application/rss+xml');
    response.end(rss(sampleItems(count).map((item) => ({ ...item, date: now }))));
  });
});
afterAll(async () => {
  await server.close();
  data.remove();
});

const newMentions = async (watched: Watched): Promise<number> =>
  (await watched.ask('mentions.count', { filter: { states: ['new'] } })).count;

afterEach(endLeftovers);

describe('the first day with Earshot', () => {
  it('names a brand, listens to a feed on this machine after asking, and triages by keyboard', async () => {
    const watched = await openEarshot(data.folder);
    const { page } = watched;
    await page.getByLabel(t('welcome.name')).fill('Sea View Hotel');
    await page.getByRole('button', { name: t('welcome.continue') }).click();
    await page.getByRole('button', { name: t('welcome.start') }).waitFor();

    // What is proposed lies outside this machine.
    for (const box of await page.getByRole('checkbox').all()) await box.uncheck();
    await page.getByLabel(t('welcome.addAddress')).fill(`${server.url}/feed.xml`);
    await page.getByRole('button', { name: t('welcome.look'), exact: true }).click();
    await page.getByRole('dialog').getByText(t('welcome.localTitle')).waitFor();
    expect(server.requests, 'asked before it was allowed').toEqual([]);
    await page.getByRole('button', { name: t('welcome.localAllow') }).click();
    await page.getByText('Sample news').first().waitFor();
    await page.getByRole('button', { name: t('welcome.start') }).click();
    await page.getByRole('button', { name: t('welcome.open'), exact: true }).click();
    // The last step of the welcome shows the newest mentions, too: the key belongs to the screen after it.
    await page.getByLabel(t('mentions.search.label')).waitFor();
    await page.getByText('Post 4 about the Sea View Hotel').first().waitFor();

    await page.keyboard.press('/');
    await page.keyboard.type('"Guest 3"');
    await page.keyboard.press('Enter');
    await eventually(() => page.getByText('Post 4 about the Sea View Hotel').count()).toBe(0);
    await page.getByText('Post 3 about the Sea View Hotel').first().waitFor();

    await page.keyboard.press('j');
    await page.keyboard.press('e');
    const done = async (): Promise<number> =>
      (await watched.ask('mentions.count', { filter: { states: ['done'] } })).count;
    await eventually(done).toBe(1);
    await page.keyboard.press('u');
    await eventually(done).toBe(0);
    // The key takes back what the window shows as done, so it has to show the undone state first.
    await page
      .getByRole('button', { name: t('mentions.action.done') })
      .first()
      .waitFor();
    await page.keyboard.press('e');
    await eventually(done).toBe(1);
    await watched.quit();
  });

  it('is as it was left after a restart', async () => {
    const watched = await openEarshot(data.folder);
    const { brands } = await watched.ask('brands.list', {});
    expect(brands.map(({ name, counts }) => [name, counts.total, counts.done])).toEqual([
      ['Sea View Hotel', 4, 1],
    ]);
    await watched.page
      .getByRole('button', { name: t('frame.mentions') })
      .first()
      .click();
    await watched.page.getByText('Post 4 about the Sea View Hotel').first().waitFor();
    await watched.quit();
  });

  it('goes on collecting with its window closed, and says so once', async () => {
    const watched = await openEarshot(data.folder);
    await watched.app.evaluate(({ BrowserWindow, dialog }) => {
      const told = globalThis as unknown as { told: number[] };
      told.told = [];
      dialog.showMessageBox = () => {
        told.told.push(1);
        return Promise.resolve({ response: 0, checkboxChecked: false });
      };
      BrowserWindow.getAllWindows()[0]?.close();
    });
    const visible = (): Promise<boolean | undefined> =>
      watched.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());
    await eventually(visible).toBe(false);
    const before = await newMentions(watched);
    count = 6;
    await watched.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('check')?.click());
    await eventually(() => newMentions(watched)).toBe(before + 2);

    // A second start shows the window of the first.
    await watched.app.evaluate(({ app }) => app.emit('second-instance'));
    await eventually(visible).toBe(true);
    await watched.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await eventually(visible).toBe(false);
    expect(await watched.app.evaluate(() => (globalThis as unknown as { told: number[] }).told.length)).toBe(
      1,
    );
    await watched.quit();
  });
});
