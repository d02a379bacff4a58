import { DocumentSettings, type DocumentSection, type WrittenDocumentId } from '../document-settings.ts';
import { ECRIT_REFLEXIF_PLAN } from '../documents/ecrit-reflexif-plan.ts';
import { MEMOIRE_PLAN } from '../documents/memoire-plan.ts';
import { TOLD_CHAPTERS } from '../documents/told-document.ts';

/** Every section there is, as the schema names them. */
const ALL = (Object.keys(DocumentSettings.shape) as (keyof DocumentSettings)[]).filter(
  (key): key is DocumentSection => key !== 'activities',
);

const sectionsAmong = (chapters: readonly string[]): readonly DocumentSection[] =>
  chapters.filter((code): code is DocumentSection => (ALL as readonly string[]).includes(code));

const planned = ({
  sections,
}: typeof MEMOIRE_PLAN | typeof ECRIT_REFLEXIF_PLAN): readonly DocumentSection[] => [
  'acknowledgements',
  ...sections.map(({ code }) => code),
  'glossary',
  'bibliography',
];

/** The sections each document prints, in the order they are read: its own plan says which. */
const PRINTED: Readonly<Record<WrittenDocumentId, readonly DocumentSection[]>> = {
  'dossier-validation': sectionsAmong(TOLD_CHAPTERS['dossier-validation']),
  // There the career is the table of posts alone.
  portfolio: sectionsAmong(TOLD_CHAPTERS.portfolio).filter((code) => code !== 'career'),
  memoire: planned(MEMOIRE_PLAN),
  'ecrit-reflexif': planned(ECRIT_REFLEXIF_PLAN),
};

/** The sections a form of this document asks for, and behind them any other that has a text already. */
export const sectionsOf = (id: WrittenDocumentId, settings: DocumentSettings): readonly DocumentSection[] => [
  ...PRINTED[id],
  ...ALL.filter((key) => !PRINTED[id].includes(key) && settings[key] !== undefined),
];
