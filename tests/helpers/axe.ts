import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Everything axe finds wrong on the present screen, one line each: rule, what it means, where. The content
 * policy refuses script tags, so axe is evaluated; that is allowed to a debugger only.
 */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  await page.evaluate(`${source};0`);
  const results = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  return results.violations.flatMap((violation) =>
    violation.nodes.map(({ target, failureSummary }) =>
      [violation.id, target.join(' '), failureSummary?.split('\n')[1]?.trim() ?? violation.help].join(' | '),
    ),
  );
}
