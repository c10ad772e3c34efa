import { startDisplay } from '../../scripts/lib/display.mjs';

/** Gives the tests that open windows a display where there is none. */
export default async function setup(): Promise<() => void> {
  const display = await startDisplay();
  return () => {
    display.stop();
  };
}
