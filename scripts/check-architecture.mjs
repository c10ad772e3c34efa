// Who may import whom; the rules and their tests are in tests/helpers/architecture.ts.
import { root } from './lib/paths.mjs';
import { findViolations, readSources } from '../tests/helpers/architecture.ts';

const violations = findViolations(readSources(root));
for (const { path, imported, rule } of violations)
  process.stdout.write(`${path} imports ${imported}: ${rule}\n`);
process.exitCode = violations.length === 0 ? 0 : 1;
