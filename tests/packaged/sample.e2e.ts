import { afterAll, describe, expect, it } from 'vitest';
import { launchPackaged } from '#tests/helpers/electron.ts';
import { texts } from '#tests/helpers/texts.ts';
import { newDataFolder } from '#tests/helpers/window.ts';

const t = texts('en');
const data = newDataFolder();
afterAll(() => data.remove());

describe('the packaged app with its fuses locked', () => {
  it('opens the sample hotel and shows a mention', async () => {
    const { page, close } = await launchPackaged({
      userDataDir: data.folder,
      env: { LANG: 'en_US.UTF-8', LANGUAGE: 'en' },
    });
    try {
      await page.getByRole('button', { name: t('welcome.sample') }).click();
      await page.getByText(t('frame.sample.text')).waitFor();
      const name = new RegExp(`^${t('frame.mentions')}`);
      await page.getByRole('navigation').getByRole('button', { name }).click();
      const row = page.getByRole('option').first();
      await row.click();
      const pane = page.getByRole('toolbar', { name: t('mentions.action.toolbar') });
      await pane.waitFor();
      expect(await row.innerText()).not.toBe('');
    } finally {
      await close();
    }
  });
});
