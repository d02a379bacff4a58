import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readWorkflow } from './support/workflow.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const file = join(root, 'docs', 'examples', 'acquis.yml');
const { jobs, permissions } = readWorkflow(file);
const steps = Object.values(jobs).flatMap((job) => job.steps);
describe('the workflow', () => {
  it('names every action by a version, and asks for no right it does not use', () => {
    const used = steps.flatMap(({ uses }) => (uses === undefined ? [] : [uses]));
    expect(used.length).toBeGreaterThan(5);
    expect(used.filter((name) => !/^[\w-]+\/[\w-]+@(?:v\d+|[0-9a-f]{40})$/u.test(name))).toEqual([]);
    expect(permissions).toEqual({ contents: 'read', checks: 'write' });
  });

  it.each(['README.md', 'README.fr.md'])('is the one %s shows', (readme) => {
    const page = readFileSync(join(root, readme), 'utf8');
    const shown = /^```yaml\n([\s\S]*?)^```$/mu.exec(page)?.[1]?.trimEnd().split('\n') ?? [];
    const lines = readFileSync(file, 'utf8').split('\n');
    expect(page).toContain('](docs/examples/acquis.yml)');
    expect(shown.length).toBeGreaterThan(10);
    expect(shown.filter((line) => line !== '…' && !lines.includes(line))).toEqual([]);
  });
});
