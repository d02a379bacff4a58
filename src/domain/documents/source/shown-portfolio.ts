/** What a document for a jury carries with it: the portfolio reduced to what that document shows. */
import { organisationName } from '../career.ts';
import { isPlanned, isTold, type DocumentModel } from '../document.ts';
import type { DocumentInput } from '../document-input.ts';
import { markCompetences } from '../marks.ts';
import type { PlanDocument } from '../plan-document.ts';
import { pseudonymise } from '../pseudonyms.ts';
import { scopeOf, type Scope } from '../scope.ts';
import type { ToldDocument } from '../told-document.ts';
import type { DocumentSettings } from '../../document-settings.ts';
import {
  PORTFOLIO_VERSION,
  type Activity,
  type Experience,
  type Organisation,
  type Portfolio,
} from '../../portfolio.ts';
import { plainIds, withWithheldStubs } from './cited-withheld.ts';
import { printedActivity, printedFields, printedText } from './printed-text.ts';
import { shownEvidence, type Hashes } from './shown-evidence.ts';
import { shownSettings } from './shown-settings.ts';
import { ACQUIRED_FIELDS, ACTIVITY_FIELDS, CANDIDATE_FIELDS, DATE_FIELDS, EXPERIENCE_FIELDS, keepShown, ORGANISATION_FIELDS } from './shown-fields.ts'; // prettier-ignore

/** The documents that can be made again from what they show: those that are read. A deck shows first sentences alone. */
export type CarryingDocument = ToldDocument | PlanDocument;
import { EVIDENCE_FOLDER } from '../../folder-names.ts';

/** Outlines are papers to work with: nothing is handed in with them. */
export const carriesSource = (model: DocumentModel): model is CarryingDocument =>
  model.audience === 'jury' && (isTold(model) || isPlanned(model));

/** A picture that the document shows: where it will lie, and its bytes as `data:` address. */
export interface CarriedPicture {
  readonly path: string;
  readonly src: string;
}

export interface ShownPortfolio {
  /** Without an id of its own yet: `id` is the certification's code. */
  readonly portfolio: Portfolio;
  readonly pictures: readonly CarriedPicture[];
}

/**
 * The least portfolio from which `model`, which was built from `input`, comes out again: what the document does not
 * print is not in it, and names that have a pseudonym are not either. A second round gives the same. `hashes`: of the files
 * that have none on record.
 */
export const shownPortfolio = (
  model: CarryingDocument,
  { portfolio: stored, referential, blocks }: DocumentInput,
  hashes: Hashes = new Map(),
): ShownPortfolio => {
  const portfolio = pseudonymise(stored);
  const scope = scopeOf(portfolio, referential, blocks);
  const told = isTold(model) ? model : undefined;
  const organisations = told ? shownOrganisations(portfolio, told) : { list: [], pictures: [] };
  const posts = told ? portfolio.experiences : postsOfAnnexes(portfolio, model);
  const names = plainIds('E', posts.map(({ id }) => id)); // prettier-ignore
  const find = markCompetences(referential, scope.blocks);
  const activities = (told?.activities ?? []).flatMap(({ id }) =>
    portfolio.activities.filter((activity) => activity.id === id),
  );
  const { summary, ...candidate } = portfolio.candidate;
  const shown: Portfolio = {
    version: PORTFOLIO_VERSION,
    id: referential.code,
    certification: referential.code,
    stage: 'validation',
    target: targetOf(scope),
    dates: keepShown(portfolio.dates, DATE_FIELDS),
    feasibility: { blocks: [], prerequisites: [], objectives: [] },
    candidate: {
      ...(keepShown(candidate, CANDIDATE_FIELDS) as Portfolio['candidate']),
      ...(told && summary !== undefined && { summary: printedText(summary) }),
    },
    essProfile: { profiles: [], transversal: [] },
    organisations: organisations.list,
    experiences: posts.map(
      (post) =>
        ({
          ...(told
            ? printedFields(keepShown(post, EXPERIENCE_FIELDS), [
                'description',
                'delegation',
                'team',
                'budget',
              ])
            : { title: post.title }),
          organisations: told ? post.organisations : [],
          id: names.get(post.id),
        }) as Experience,
    ),
    activities: activities.map((activity) =>
      printedActivity({
        ...(keepShown(activity, ACTIVITY_FIELDS) as Activity),
        experiences: activity.experiences.flatMap((id) => names.get(id) ?? []),
        competences: activity.competences.flatMap(({ id, claim }) => {
          const marked = find(id);
          return marked ? [{ id: marked.id, ...(claim !== undefined && { claim }) }] : [];
        }),
      }),
    ),
    evidence: shownEvidence(portfolio.evidence, model.annexes, {
      activities: new Set(activities.map(({ id }) => id)),
      experiences: names,
      hashes,
    }),
    documents: { [model.kind]: shownSettings(model) satisfies DocumentSettings },
    reviews: [],
  };
  return { portfolio: withWithheldStubs(shown, model.withheld), pictures: organisations.pictures };
};

/** The whole certification, or the blocks that are presented. */
const targetOf = ({ whole, blocks, acquired }: Scope): Portfolio['target'] => ({
  blocks: whole ? [] : blocks.map(({ code }) => code),
  acquired: acquired.map(({ block, ...entry }) => ({
    ...keepShown({ proof: undefined, block: block.code, ...entry }, ACQUIRED_FIELDS),
    block: block.code,
  })),
});

const FACTS = ['legalForm', 'mission', 'size', 'governance', 'funding'] as const;
const TYPE = /^data:image\/([a-z]+);/u;

/** Those the career names or the document tells something of; the picture of one goes by its id. */
const shownOrganisations = (
  { organisations, experiences }: Portfolio,
  told: ToldDocument,
): { readonly list: Organisation[]; readonly pictures: CarriedPicture[] } => {
  const named = new Set([
    ...experiences.flatMap((post) => post.organisations),
    ...told.organisations.map(({ id }) => id),
  ]);
  const pictures: CarriedPicture[] = [];
  const list = organisations
    .filter(({ id }) => named.has(id))
    .map((organisation) => {
      const { organigramme } = told.organisations.find(({ id }) => id === organisation.id) ?? {};
      const shown = {
        ...printedFields(keepShown(organisation, ORGANISATION_FIELDS), FACTS),
        name: organisationName(organisation),
      };
      if (organigramme === undefined) return shown as Organisation;
      const { src, alt } = organigramme;
      const file = `${EVIDENCE_FOLDER}/organigramme-${organisation.id}.${TYPE.exec(src)?.[1] ?? 'png'}`;
      pictures.push({ path: file, src });
      return { ...shown, organigramme: { file, alt } } as Organisation;
    });
  return { list, pictures };
};

/** A document that does not tell the career still names the posts that its annexes attest. */
const postsOfAnnexes = (
  { experiences, evidence }: Portfolio,
  { annexes }: CarryingDocument,
): Experience[] => {
  const listed = new Set(annexes.map(({ id }) => id));
  const attested = new Set(evidence.filter(({ id }) => listed.has(id)).flatMap((each) => each.experiences));
  return experiences.filter(({ id }) => attested.has(id));
};
