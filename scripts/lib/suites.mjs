import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { remove } from './files.mjs';
import { installed, localCache, root } from './paths.mjs';
import { capture, run, toolEnv } from './spawn.mjs';

/**
 * Runs one project of vitest.config.ts and gives how many of its tests passed and failed. What it says appears in this
 * terminal as it comes, or, where another suite is running beside it, in one piece under its name after `turn` has come.
 */
export async function runSuite(project, turn) {
  const report = join(localCache, 'reports', `${project}.json`);
  remove(report);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const args = [installed('vitest', 'vitest.mjs'), 'run', '--project', project, ...reporters];
  const options = { cwd: root, env: toolEnv() };
  const code = turn ? await later(project, args, options, turn) : await run(process.execPath, args, options);
  const counts = existsSync(report)
    ? count(JSON.parse(readFileSync(report, 'utf8')))
    : { passed: 0, failed: 0 };
  // No report, no tests, or an error outside of any test: that is a failure too.
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
  return counts;
}

async function later(project, args, options, turn) {
  const { code, stdout, stderr } = await capture(process.execPath, args, options);
  await turn;
  process.stdout.write(`\n${project}\n${stdout}${stderr}`);
  return code;
}

function count(report) {
  // A file that cannot be loaded has no tests of its own to count.
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length };
}
