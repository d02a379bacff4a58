/** Proofs that a text cites and the document does not join: what is carried of them is that they exist. */
import { CITATION, citationsIn } from '../../citations.ts';
import type { Evidence, Portfolio } from '../../portfolio.ts';
import { PLAIN_ID } from '../speaking-ids.ts';
import { mapTexts, textsIn } from '../../text/text-tree.ts';

/** `X1`, `X2` …: the first that nobody bears. */
const freeIds = (taken: ReadonlySet<string>): (() => string) => {
  let last = 0;
  return () => {
    do last++;
    while (taken.has(`X${last}`));
    return `X${last}`;
  };
};

const stub = (id: string): Evidence => ({ id, title: id, experiences: [], activities: [], shows: [] });

/** A stub for each, so that a citation still says « not joined »; ids that may speak give way to plain ones. */
export const withWithheldStubs = (shown: Portfolio, withheld: readonly string[]): Portfolio => {
  const known = new Set(withheld);
  const cited = [...new Set(textsIn(shown).flatMap(citationsIn))].filter((id) => known.has(id));
  if (cited.length === 0) return shown;
  const next = freeIds(new Set([...cited, ...shown.evidence.map(({ id }) => id)]));
  const names = new Map(cited.map((id) => [id, PLAIN_ID.test(id) ? id : next()]));
  const renamed = mapTexts(shown, (text) =>
    text.includes('[[')
      ? text.replaceAll(CITATION, (whole, id: string) => {
          const name = names.get(id);
          return name === undefined ? whole : `[[${name}]]`;
        })
      : text,
  );
  return { ...renamed, evidence: [...renamed.evidence, ...[...names.values()].map(stub)] };
};

/** Ids of entries that no anchor of the document names: under plain ones they tell nothing. */
export const plainIds = (prefix: string, ids: readonly string[]): ReadonlyMap<string, string> => {
  const speaking = ids.filter((id) => !PLAIN_ID.test(id));
  if (speaking.length === 0) return new Map(ids.map((id) => [id, id]));
  return new Map(ids.map((id, index) => [id, `${prefix}${index + 1}`]));
};
