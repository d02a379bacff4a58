import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'puppeteer-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8');

/** What axe finds on the page as it is shown: rule, impact, the first element; and how many rules held. */
export const axeFindings = async (
  page: Page,
): Promise<{ readonly violations: readonly unknown[]; readonly passed: number }> => {
  await page.evaluate(axe);
  const { violations, passes } = (await page.evaluate('axe.run(document)')) as AxeResults;
  return {
    violations: violations.map(({ id, impact, nodes }) => [id, impact, nodes[0]?.html]),
    passed: passes.length,
  };
};
