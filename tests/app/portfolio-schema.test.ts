import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { portfolioSchema } from '../../src/app/portfolio-schema.ts';
import { runAcquis } from '../support/run-acquis.ts';

test('the schema in the documentation is the one the program reads by', async () => {
  const shipped = readFileSync(new URL('../../docs/portfolio.schema.json', import.meta.url), 'utf8');
  expect(shipped, 'node bin/acquis.js schema > docs/portfolio.schema.json').toBe(portfolioSchema());
  expect(await runAcquis(['schema'])).toEqual({ status: 0, stdout: shipped, stderr: '' });
  const { properties, required } = JSON.parse(shipped) as { properties: object; required: string[] };
  expect(Object.keys(properties)).toContain('evidence');
  // What has a default may be left out of the file.
  expect(required.toSorted()).toEqual(['candidate', 'certification', 'id', 'version']);
});
