import { addMonths } from '../dates.ts';
import type { Evidence } from '../portfolio.ts';
import type { Competence } from '../referential.ts';
import type { ProofPattern, SampleBank } from './bank.ts';
import type { Deal, ToldActivity } from './activities.ts';
import type { Career, Role } from './career.ts';
import type { Plan } from './plan.ts';
import { makeProofFile, type MadeFile } from './proof-file.ts';
import type { Random } from './random.ts';
import { themeOf } from './themes.ts';

/** Hexadecimal SHA-256. */
export type Digest = (bytes: Uint8Array) => string;

export interface Proofs {
  readonly evidence: readonly Evidence[];
  readonly files: readonly MadeFile[];
}

export interface ProofMaker {
  readonly proofs: () => Proofs;
  /** A received proof with its file. */
  readonly add: (
    pattern: ProofPattern,
    role: Role,
    fields: Partial<Evidence> & Pick<Evidence, 'date'>,
  ) => Evidence;
  /** A proof that somebody still has to send. */
  readonly await: (pattern: ProofPattern, role: Role, fields: Partial<Evidence>) => Evidence;
}

export const createProofMaker = (bank: SampleBank, digest: Digest, random: Random): ProofMaker => {
  const evidence: Evidence[] = [];
  const files: MadeFile[] = [];
  const nextId = (): string => `P${String(evidence.length + 1).padStart(2, '0')}`;
  const describe = (pattern: ProofPattern, role: Role, fields: Partial<Evidence>): Evidence => ({
    id: nextId(),
    title: bank.fill(pattern.title, role.slots, random.fork(nextId())),
    kind: pattern.kind,
    form: pattern.form,
    experiences: [],
    activities: [],
    shows: [],
    ...fields,
  });
  return {
    proofs: () => ({ evidence, files }),
    add: (pattern, role, fields) => {
      const described = describe(pattern, role, fields);
      const file = makeProofFile(
        bank,
        pattern.file,
        described,
        role.slots,
        random.fork(`file ${described.id}`),
      );
      const made: Evidence = {
        ...described,
        state: 'reçue',
        file: { path: file.path, sha256: digest(file.content), bytes: file.content.length },
        confidentiality: fields.confidentiality ?? 'publiable',
        ...(pattern.file === 'png' && { alt: bank.file.alt }),
      };
      evidence.push(made);
      files.push(file);
      return made;
    },
    await: (pattern, role, fields) => {
      const awaited = describe(pattern, role, fields);
      evidence.push(awaited);
      return awaited;
    },
  };
};

/** Forms that a statement asks for and that its proofs do not have yet. */
const lackingForms = ({ forms }: Competence, had: readonly (string | undefined)[]): string[] =>
  forms.length > 1 ? forms.filter((form) => !had.includes(form)) : [];

/** Proofs for the posts, then for every competence that is to be supported; some of the others wait for theirs. */
export const makeProofs = (
  bank: SampleBank,
  { levels }: Plan,
  career: Career,
  told: readonly ToldActivity[],
  maker: ProofMaker,
  deal: Deal,
  random: Random,
): void => {
  for (const role of career.roles)
    maker.add(random.pick(bank.employment), role, {
      date: addMonths(`${role.to}-01`, -1).slice(0, 7),
      experiences: [role.experience.id],
    });
  for (const { activity, role, shown, until } of told) {
    const part = random.fork(`proofs ${activity.id}`);
    const supported = shown.filter(({ id }) => levels.get(id) === 'supported');
    const linked = { activities: [activity.id] };
    const patternFor = (competence: Competence): ProofPattern => {
      const theme = themeOf(bank, competence);
      const titles = theme.proofs.map(({ title }) => title);
      const title = deal(`${theme.id} proofs`, titles);
      return theme.proofs.find((pattern) => pattern.title === title)!;
    };
    const what = (competence: Competence): string =>
      bank.fill(
        deal(`${themeOf(bank, competence).id} shows`, themeOf(bank, competence).shows),
        role.slots,
        part,
      );
    while (supported.length > 0) {
      const [first, second] = supported.splice(0, part.chance(45) ? 2 : 1);
      if (first === undefined) break;
      const also = bank.fill(part.pick(bank.alsoShows), { titre: second?.short ?? '' }, part);
      const pattern = patternFor(first);
      const date = `${until.slice(0, 8)}${String(part.int(1, 28)).padStart(2, '0')}`;
      maker.add(pattern, role, {
        date,
        ...linked,
        shows: [
          { competence: first.id, what: what(first) },
          ...(second ? [{ competence: second.id, what: also }] : []),
        ],
      });
      for (const competence of second ? [first, second] : [first])
        for (const form of lackingForms(competence, [pattern.form]))
          maker.add(form === 'oral' ? bank.recording : patternFor(competence), role, {
            date,
            ...linked,
            shows: [{ competence: competence.id, what: bank.fill(part.pick(bank.alsoShows), { titre: competence.short }, part) }],
          }); // prettier-ignore
    }
    const awaited = shown.find(({ id }) => levels.get(id) === 'cited');
    if (awaited && part.chance(50))
      maker.await(patternFor(awaited), role, {
        state: 'demandée',
        askedFrom: bank.fill(bank.defects.askedFrom, role.slots, part),
        askedOn: `${until.slice(0, 8)}${String(part.int(1, 28)).padStart(2, '0')}`,
        ...linked,
        shows: [{ competence: awaited.id, what: what(awaited) }],
      });
  }
};
