import { citationsIn } from '../citations.ts';
import { WRITTEN_DOCUMENTS, type DocumentSection } from '../document-settings.ts';
import { finding } from '../findings.ts';
import { isPlanned, isTold, type DocumentModel } from './document.ts';
import type { FinalRule } from './final-context.ts';
import type { ToldDocument, ToldDocumentId } from './told-document.ts';
import { textsIn } from '../text/text-tree.ts';

/** Sections without which a told document is not finished; ours, since few certifiers publish a trame. */
const EXPECTED = {
  'dossier-validation': ['introduction', 'career', 'learning', 'synthesis', 'project', 'conclusion'],
  portfolio: ['introduction', 'synthesis'],
} as const satisfies Readonly<Record<ToldDocumentId, readonly DocumentSection[]>>;
type ExpectedSection = (typeof EXPECTED)[ToldDocumentId][number] | 'bibliography';

/** From this level on a dossier is expected to name what it was nourished by. */
const LEVEL_OF_A_BIBLIOGRAPHY = 7;

/** What stands for a section where it is not its own text alone. */
const textOf = (model: ToldDocument, section: ExpectedSection): string | undefined =>
  section === 'career' ? (model.careerStory ?? model.summary) : model[section];

/** A section that another document has is named with it: the candidate may want to take it up, we never do. */
export const everySectionIsWritten: FinalRule = ({ portfolio, referential, models }) =>
  models.filter(isTold).flatMap((model) => {
    const { kind } = model;
    const learned =
      kind === 'dossier-validation' && referential.level >= LEVEL_OF_A_BIBLIOGRAPHY
        ? (['bibliography'] as const)
        : [];
    return ([...EXPECTED[kind], ...learned] as ExpectedSection[])
      .filter((section) => textOf(model, section) === undefined)
      .map((section) => {
        const elsewhere = WRITTEN_DOCUMENTS.find(
          (other) => portfolio.documents[other]?.[section] !== undefined,
        );
        return finding('final-section-unwritten', `documents.${kind}.${section}`, {
          document: kind,
          section,
          elsewhere: elsewhere ?? '',
        });
      });
  });

/** A told document without its career, its organisations or its activities is a cover and a grid. */
export const everyChapterHasSomethingInIt: FinalRule = ({ models }) =>
  models
    .filter(isTold)
    .flatMap(({ kind, career, organisations, activities }) =>
      Object.entries({ career, organisations, activities }).flatMap(([chapter, parts]) =>
        parts.length === 0
          ? [finding('final-chapter-empty', `documents.${kind}`, { document: kind, chapter })]
          : [],
      ),
    );

export const noOutlineIsHandedIn: FinalRule = ({ models }) =>
  models.filter(isPlanned).flatMap(({ kind, audience, sections, bibliography }) => {
    if (audience === 'jury') return [];
    const unwritten = [
      ...sections.filter(({ written }) => written === undefined).map(({ code }) => code),
      ...(bibliography === undefined ? ['bibliography'] : []),
    ];
    return [
      finding('final-outline', `documents.${kind}`, {
        document: kind,
        count: unwritten.length,
        sections: unwritten.join(' '),
      }),
    ];
  });

/** A reader who is sent to a piece has to find it among the annexes. */
export const everyCitationLeadsToAnAnnex: FinalRule = ({ portfolio, models }) =>
  models
    .filter(({ audience }) => audience === 'jury')
    .flatMap((model: DocumentModel) => {
      const joined = new Set(model.annexes.map(({ id }) => id));
      const cited = new Set(textsIn(model).flatMap(citationsIn));
      return [...cited]
        .filter((id) => !joined.has(id))
        .map((id) =>
          finding('final-citation-unjoined', `evidence.${id}`, {
            document: model.kind,
            id,
            known: portfolio.evidence.some((evidence) => evidence.id === id) ? 1 : 0,
          }),
        );
    });
