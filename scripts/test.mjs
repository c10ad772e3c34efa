// npm test: everything there is to check. `npm test -- unit` (or check, real, e2e, package) runs one part.
import { main } from './lib/main.mjs';
import { Stop } from './lib/print.mjs';

await main(async ([only, ...rest]) => {
  const { runChecks } = await import('./lib/checks.mjs');
  const { runSuite } = await import('./lib/suites.mjs');
  const { launchPlan } = await import('./lib/launch.mjs');
  const { packageApp } = await import('./lib/package-app.mjs');
  const { ensureRealServers } = await import('./lib/real.mjs');
  const { startDisplay } = await import('./lib/display.mjs');

  const parts = {
    check: runChecks,
    unit: () => runSuite('unit'),
    real: async () => {
      await Promise.all([launchPlan(), ensureRealServers()]);
      return runSuite('real');
    },
    e2e: async () => {
      await launchPlan();
      return runSuite('e2e');
    },
    package: async () => {
      await packageApp();
      return runSuite('package');
    },
  };
  if (rest.length > 0 || (only !== undefined && !Object.hasOwn(parts, only))) {
    throw new Stop(`npm test takes one of: ${Object.keys(parts).join(', ')}; without any it runs them all.`);
  }

  const needsDisplay = only === undefined || only === 'real' || only === 'e2e' || only === 'package';
  const display = needsDisplay ? await startDisplay() : undefined;
  const total = { passed: 0, failed: 0 };
  for (const name of only === undefined ? Object.keys(parts) : [only]) {
    process.stdout.write(`\n${name}\n`);
    const { passed, failed } = await parts[name]().catch(notRun);
    total.passed += passed;
    total.failed += failed;
  }
  display?.stop();
  process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
});

/** A part that could not even start counts as one failed test. */
function notRun(error) {
  process.stdout.write(`FAILED  ${error instanceof Error ? error.message : String(error)}\n`);
  return { passed: 0, failed: 1 };
}
