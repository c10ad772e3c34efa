import { it } from 'vitest';

/** Registers one check, or shows why it is left out. */
export function register(title: string, reason: string | null, run: () => Promise<void>): void {
  // oxlint-disable-next-line vitest/valid-title, vitest/expect-expect -- titles come from the list of checks, which expect
  it(reason === null ? title : `${title} (left out: ${reason})`, async ({ skip }) => {
    if (reason !== null) skip(reason);
    await run();
  });
}
