import { launchPlan } from '../../scripts/lib/launch.mjs';

/** Builds the app once for all tests that start it, so that they all run the same one. */
export default async function setup(): Promise<void> {
  const { executablePath, args } = await launchPlan();
  process.env['EARSHOT_TEST_APP'] = JSON.stringify({ executablePath, args });
}
