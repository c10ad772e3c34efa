import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { texts } from '#tests/helpers/texts.ts';
import { endLeftovers, eventually, newDataFolder, openEarshot } from '#tests/helpers/window.ts';

const t = texts('en');
const data = newDataFolder();
afterAll(() => data.remove());

afterEach(endLeftovers);

describe('the sample hotel', () => {
  it('opens from the welcome screen, can be triaged by keyboard alone, and goes with one click', async () => {
    const watched = await openEarshot(data.folder);
    const { page } = watched;
    await page.getByRole('button', { name: t('welcome.sample') }).click();
    await page.getByText(t('frame.sample.text')).waitFor();
    expect((await watched.ask('workspace.info', {})).sample).toBe(true);

    await page.keyboard.press('Control+2');
    await page.keyboard.press('g');
    await page.keyboard.press('m');
    await page.getByRole('heading', { name: t('mentions.title'), level: 1 }).waitFor();
    const filter = { states: ['done' as const] };
    const done = async (): Promise<number> => (await watched.ask('mentions.count', { filter })).count;
    const before = await done();
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('e');
    await eventually(done).toBe(before + 1);
    await page.keyboard.press('s');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.keyboard.press('e');
    await eventually(done).toBe(before + 3);
    await page.keyboard.press('u');
    await eventually(done).toBe(before + 1);

    await page.getByRole('button', { name: t('frame.sample.remove') }).click();
    await eventually(() => page.getByText(t('frame.sample.text')).count()).toBe(0);
    expect(existsSync(join(data.folder, 'sample'))).toBe(false);
    expect((await watched.ask('app.state', {})).workspace).toBe('own');
    await watched.quit();
  });
});
