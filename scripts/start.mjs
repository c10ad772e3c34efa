// npm start: opens Earshot. Arguments after `--` go to the app.
import { main } from './lib/main.mjs';

await main(async (args) => {
  const { launchPlan } = await import('./lib/launch.mjs');
  const { startDisplay } = await import('./lib/display.mjs');
  const { run } = await import('./lib/spawn.mjs');

  const display = await startDisplay();
  try {
    const plan = await launchPlan();
    const env = { ...plan.env, ...(process.env.DISPLAY && { DISPLAY: process.env.DISPLAY }) };
    return await run(plan.executablePath, [...plan.args, ...args], { env });
  } finally {
    display.stop();
  }
});
