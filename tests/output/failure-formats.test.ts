import { describe, expect, test } from 'vitest';
import { AcquisError } from '../../src/app/errors.ts';
import { failureIn } from '../../src/output/failure-formats.ts';
import { elementsNamed, readXml } from '../support/read-xml.ts';

const error = new AcquisError(
  'data',
  'invalid-portfolio',
  { file: 'portfolio.yaml', count: 1 },
  { details: [{ file: 'portfolio.yaml', line: 3, path: 'titel', code: 'unknown-key', found: 'ti|tel' }] },
);

describe('a folder that cannot be checked', () => {
  test('is an error among test results', () => {
    const root = readXml(failureIn.junit(error));
    expect(root.attributes).toMatchObject({ tests: '1', failures: '0', errors: '1' });
    const [found] = elementsNamed('error', root);
    expect(found?.attributes['type']).toBe('invalid-portfolio');
    expect(found?.text).toContain('portfolio.yaml:3');
  });

  test('says itself in a summary', () => {
    expect(failureIn.markdown(error)).toMatch(
      /^\*\*portfolio\.yaml contient une erreur.*\n\n- portfolio\.yaml:3/u,
    );
  });
});
