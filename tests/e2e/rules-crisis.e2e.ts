import { afterAll, afterEach, expect, it } from 'vitest';
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

const t = texts('en');
const data = newDataFolder();
afterEach(endLeftovers);
afterAll(() => data.remove());

async function look({ page }: Watched, name: string): Promise<void> {
  await page.waitForTimeout(300);
  await keepScreen(page, name);
  expect(await accessibilityFaults(page), name).toEqual([]);
}

it('a rule is tried on what is stored before it runs, applied, and taken back', async () => {
  const watched = await openEarshot(data.folder);
  const { page } = watched;
  await resize(watched, 1440, 900);
  await page.getByRole('button', { name: t('welcome.sample') }).click();
  await page.getByText(t('frame.sample.text')).waitFor();
  const starred = async (): Promise<number> =>
    (await watched.ask('mentions.count', { filter: { starred: true } })).count;
  const before = await starred();

  await page
    .getByRole('navigation')
    .getByRole('button', { name: t('frame.rules') })
    .click();
  await page.getByRole('button', { name: t('rules.empty.action') }).click();
  await page.getByLabel(t('rules.form.name')).fill('Rooms');
  await page.getByLabel(t('rules.value.query')).fill('miramar');
  await page
    .getByRole('combobox', { name: t('rules.form.type') })
    .last()
    .click();
  await page.getByRole('option', { name: t('rules.action.star') }).click();
  await page.getByText(t('rules.preview.examples')).waitFor();
  await look(watched, 'rule-new');
  expect(await starred()).toBe(before);
  await page.getByRole('button', { name: t('rules.form.save') }).click();

  await page.getByRole('button', { name: t('rules.row.menu').replace('{{name}}', 'Rooms') }).click();
  await page.getByRole('menuitem', { name: t('rules.row.apply') }).click();
  await page.getByText(t('rules.preview.examples')).waitFor();
  await look(watched, 'rule-apply');
  await page.getByRole('button', { name: t('rules.run.apply'), exact: true }).click();
  await eventually(starred).toBeGreaterThan(before);
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('Control+z');
  await eventually(starred).toBe(before);
  await look(watched, 'rules');
  await watched.quit();
}, 120_000);

it('a crisis room is opened from the palette, seen everywhere, and ended', async () => {
  const watched = await openEarshot(data.folder);
  const { page } = watched;
  await resize(watched, 1440, 900);
  if ((await watched.ask('app.state', {})).workspace === 'own') {
    await watched.ask('app.openWorkspace', { workspace: 'sample' });
  }
  await page.getByText(t('frame.sample.text')).waitFor();
  const rail = page.getByRole('navigation');
  const inRail = rail.getByRole('button', { name: t('frame.crisis') });
  expect(await inRail.count()).toBe(0);
  await page.keyboard.press('Control+k');
  await page.keyboard.type(t('frame.crisis'));
  await page.keyboard.press('Enter');
  await page.getByText(t('crisis.empty.title'), { exact: true }).waitFor();
  await page.getByRole('button', { name: t('crisis.start.action') }).click();
  await look(watched, 'crisis-start');
  await page.getByRole('button', { name: t('crisis.start.start'), exact: true }).click();
  await page.getByText(t('crisis.status.queues')).waitFor();
  expect((await watched.ask('crisis.list', {})).queuesPaused).toBe(true);

  await page.getByLabel(t('crisis.timeline.note')).fill('The pump broke.');
  await page.getByRole('button', { name: t('crisis.timeline.add') }).click();
  await page.getByText('The pump broke.', { exact: true }).last().waitFor();
  await page.getByRole('button', { name: t('crisis.report.copy') }).click();
  await page.getByText(t('crisis.report.copied')).waitFor();
  for (const theme of ['light', 'dark'] as const) {
    await watched.ask('app.set', { theme });
    await look(watched, `crisis-${theme}`);
  }

  await rail.getByRole('button', { name: t('frame.rules') }).click();
  await page.getByRole('complementary', { name: t('crisis.banner.label') }).waitFor();
  await page.getByRole('button', { name: t('crisis.banner.open') }).click();
  await page.getByRole('button', { name: t('crisis.end.action') }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('crisis.end.action') })
    .click();
  await page.getByText(t('crisis.status.released')).waitFor();
  expect(await inRail.count()).toBe(0);
  expect((await watched.ask('crisis.list', {})).queuesPaused).toBe(false);
  await watched.quit();
}, 120_000);
