import type { SampleBank } from '../../../domain/sample/bank.ts';
import { degrees, organisation, posts, summaries } from './career.ts';
import { fill } from './fill.ts';
import { defectWords, documentTexts, feasibility, fileWords, transversal } from './frame.ts';
import { firstNames, lastNames, towns } from './people.ts';
import { sectors } from './sectors.ts';
import { telling } from './telling.ts';
import { peopleThemes } from './themes-people.ts';
import { resourceThemes } from './themes-resources.ts';
import { strategyThemes } from './themes-strategy.ts';

/** Loaded by `acquis sample` alone. */
export const sampleBank: SampleBank = {
  fill,
  firstNames,
  lastNames,
  towns,
  sectors,
  funders: ['la région', 'le département', 'la communauté de communes', 'la fondation territoriale', 'l’État', 'la caisse d’allocations familiales', 'le fonds européen', 'la métropole'],
  posts,
  // A theme further down only sees what those above it did not recognise.
  themes: [...strategyThemes, ...resourceThemes, ...peopleThemes],
  degrees,
  summaries,
  organisation,
  activity: telling,
  employment: [
    { title: 'Attestation de fonction', kind: 'attestation employeur', form: 'écrit', file: 'pdf' },
    { title: 'Attestation de la présidence', kind: 'attestation', form: 'écrit', file: 'pdf' },
  ],
  employmentShows: 'la période et la nature du poste',
  recording: { title: 'Enregistrement d’une réunion', kind: 'enregistrement', form: 'oral', file: 'wav' },
  alsoShows: ['une partie du document porte aussi sur ce point : « {titre} »', 'la suite du document traite de « {titre} »', 'on y trouve aussi la trace de « {titre} »'],
  transversal,
  feasibility,
  document: documentTexts,
  file: fileWords,
  defects: defectWords,
}; // prettier-ignore
