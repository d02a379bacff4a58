import { describe, expect, it } from 'vitest';
import { officialTexts } from '../../src/domain/referential/official-texts.ts';
import { NAMES, provers, readYaml } from './provers.ts';

const withText = (value: unknown, path: string, text: string): unknown => {
  const copy = structuredClone(value) as any;
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  let place = copy;
  for (const key of keys) place = place[key];
  place[last] = text;
  return copy;
};

/** One letter or digit changed: the smallest alteration there is. */
const altered = (text: string): string =>
  text.replace(/[\p{L}\p{N}](?=[^\p{L}\p{N}]*$)/u, (char) => (char === 'e' ? 'a' : 'e'));

describe.each(provers)('official texts, proven by $by', (prover) => {
  it.each(NAMES)('%s is verbatim', (name) => {
    expect(prover.differences(name, readYaml(name))).toEqual([]);
  });

  it.each(NAMES)('%s: one letter changed anywhere is seen', (name) => {
    const data = readYaml(name);
    const outside: string[] = (data.elsewhere ?? []).flatMap(({ fields }: { fields: string[] }) => fields);
    const texts = officialTexts(data).filter(
      ({ path }) => prover.by === 'hashes' || !outside.some((field) => path.startsWith(field)),
    );
    expect(texts.length).toBeGreaterThan(30);
    const unseen = texts.filter(
      ({ path, text }) => !prover.differences(name, withText(data, path, altered(text))).includes(path),
    );
    expect(unseen).toEqual([]);
  });

  it.each(NAMES)('%s: a statement left out or added is seen', (name) => {
    const data = readYaml(name);
    const list = data.blocks?.at(-1).competences ?? data.transversal ?? data.modalities;
    list.push({ ...list.at(-1), id: 'X' });
    expect(prover.differences(name, data)).not.toEqual([]);
    list.splice(-2);
    expect(prover.differences(name, data)).not.toEqual([]);
  });
});
