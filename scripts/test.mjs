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
    check: () => runChecks(),
    unit: () => runSuite('unit'),
    e2e: async () => {
      await launchPlan();
      return runSuite('e2e');
    },
    real: async (turn) => {
      await Promise.all([launchPlan(), ensureRealServers()]);
      return runSuite('real', turn);
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
  const add = ({ passed, failed }) => {
    total.passed += passed;
    total.failed += failed;
  };
  if (only === undefined) {
    for (const name of ['check', 'unit']) add(await run(name, parts[name]));
    // Real networks are mostly waited for: the windows are looked at meanwhile.
    const windows = run('e2e', parts.e2e);
    const real = counted('real', () => parts.real(windows));
    for (const counts of await Promise.all([windows, real])) add(counts);
    add(await run('package', parts.package));
  } else add(await run(only, parts[only]));
  display?.stop();
  process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
});

function run(name, part) {
  process.stdout.write(`\n${name}\n`);
  return counted(name, part);
}

/** A part that could not even start counts as one failed test. */
async function counted(name, part) {
  try {
    return await part();
  } catch (error) {
    process.stdout.write(`FAILED  ${name}: ${error instanceof Error ? error.message : String(error)}\n`);
    return { passed: 0, failed: 1 };
  }
}
