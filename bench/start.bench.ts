import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchPlan } from '../scripts/lib/launch.mjs';
import { startDisplay } from '../scripts/lib/display.mjs';
import { launchEarshot } from '#tests/helpers/electron.ts';

/**
 * From starting the program to a window whose Today page shows its mentions, with the sample workspace. The
 * driver's own connection is part of it. Usage: npm run bench -- start [rounds, default 5]
 */
const rounds = Number(process.argv[2] ?? 5);
const BUDGET_MS = 1500;
const userDataDir = mkdtempSync(join(tmpdir(), 'earshot-start-'));
const display = await startDisplay();
const times: number[] = [];
try {
  const cli = join(import.meta.dirname, '..', 'src', 'main', 'cli.ts');
  execFileSync(process.execPath, [cli, 'demo', '--data', join(userDataDir, 'workspace')], {
    stdio: 'ignore',
  });
  await launchPlan();
  for (let round = 0; round < rounds; round += 1) {
    const started = performance.now();
    const app = await launchEarshot({ userDataDir });
    const page = await app.firstWindow();
    await page.getByText('Hotel Miramar').first().waitFor();
    times.push(performance.now() - started);
    await app.close();
  }
} finally {
  display.stop();
  rmSync(userDataDir, { recursive: true, force: true });
}
times.sort((a, b) => a - b);
const ms = (value: number | undefined): string => `${Math.round(value ?? 0)} ms`;
process.stdout.write(
  `start to usable window with the sample: best ${ms(times[0])}, median ${ms(times[Math.floor(times.length / 2)])}, worst ${ms(times.at(-1))} (budget ${BUDGET_MS} ms)\n`,
);
