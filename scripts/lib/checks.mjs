import { join } from 'node:path';

import { installed, root } from './paths.mjs';
import { capture, toolEnv } from './spawn.mjs';

const script = (name) => join(root, 'scripts', name);

/** What `npm run check` looks at: a name, and the program for Node with its arguments. */
const CHECKS = [
  ['types', installed('typescript', 'bin', 'tsc'), '-p', 'tsconfig.json'],
  ['lint', installed('oxlint', 'bin', 'oxlint'), '--type-aware', '--deny-warnings', '--format=unix'],
  ['format', installed('prettier', 'bin', 'prettier.cjs'), '--check', '--log-level=warn', '.'],
  ['translations', script('check-i18n.mjs')],
  ['architecture', script('check-architecture.mjs')],
  ['networks page', script('docs-networks.mjs'), '--check'],
];

/** Runs every check, prints a line for each and what a failed one says. Gives how many passed and failed. */
export async function runChecks() {
  const counts = { passed: 0, failed: 0 };
  for (const [name, ...command] of CHECKS) {
    const args = ['--disable-warning=ExperimentalWarning', ...command];
    const { code, stdout, stderr } = await capture(process.execPath, args, { cwd: root, env: toolEnv() });
    process.stdout.write(`${code === 0 ? 'passed' : 'FAILED'}  ${name}\n`);
    if (code === 0) counts.passed += 1;
    else {
      counts.failed += 1;
      process.stdout.write(`${(stdout + stderr).trim()}\n`);
    }
  }
  return counts;
}
