import { foldStatement } from '../../src/domain/referential/official-texts.ts';
import { bareLines, between, coded, isoDay, ROUTES } from './read-lines.ts';

/**
 * The official content of a fiche of the register, from its flattened web text, in the shape of our YAML. In a block, a
 * line that is among the attested competences is a competence; any other is a mode of evaluation.
 */
export const readFiche = (seed: string, code: string, title: string): object => {
  const attested = new Set(attestedIn(seed).map(foldStatement));
  const [, name, siret, brand, url] =
    /^(.+?) (\d{14}) (\S+) (\S+)$/u.exec(between(seed, 'Nom commercial Site internet\n', '\n')) ?? [];
  const blocks = seed.split(new RegExp(`^(${code}BC\\d\\d) - `, 'mu')).slice(1);
  const former = /^(RNCP\d+) (.+)$/mu.exec(seed);
  return {
    code,
    title,
    certifiers: [{ name, siret, brand, url }],
    level: Number(/^Niveau (\d)$/mu.exec(seed)?.[1]),
    nsf: coded(between(seed, 'Code(s) NSF\n', 'Icon formacode')),
    formacodes: coded(between(seed, 'Formacode(s)\n', 'Icon date')),
    rome: coded(between(seed, 'Code(s) ROME :', 'Références juridiques')),
    registration: {
      end: isoDay(between(seed, 'de l’enregistrement\n', 'Niveau')),
      ...(former !== null && { replaces: [{ code: former[1], label: former[2] }] }),
    },
    objectives: bareLines(between(seed, 'contexte de la certification :', 'Activités visées :')),
    targetedActivities: bareLines(between(seed, 'Activités visées :', 'Compétences attestées :')),
    blocks: blocks.flatMap((text, index) =>
      index % 2 === 1 ? [] : [readBlock(text, blocks[index + 1] ?? '', attested)],
    ),
    assessments: bareLines(between(seed, "Modalités d'évaluation :", `${code}BC01`)).map((label) => ({ label })),
    validation: bareLines(between(seed, 'par correspondance :', 'Secteurs d’activités :')).join(' '),
    routes: readRoutes(seed),
    prerequisites: readPrerequisites(seed),
    sectors: bareLines(between(seed, 'Secteurs d’activités :', "Type d'emplois accessibles :")),
    jobs: bareLines(between(seed, "Type d'emplois accessibles :", 'Code(s) ROME :')),
    legalReferences: bareLines(between(seed, 'règlementations d’activité :', 'Le cas échant')),
    statistics: readStatistics(seed),
    remarks: readRemarks(seed),
  };
};

const attestedIn = (seed: string): string[] =>
  bareLines(between(seed, 'Compétences attestées :', "Modalités d'évaluation :"));

const readBlock = (code: string, text: string, attested: ReadonlySet<string>): object => {
  const [title = '', , ...lines] = bareLines(text.split('Description des modalités')[0] ?? '');
  const isCompetence = (line: string): boolean => attested.has(foldStatement(line));
  const modes = lines.filter((line) => !isCompetence(line));
  return {
    code,
    title,
    competences: lines.filter(isCompetence).map((statement, index) => ({
      id: `${code}-C${String(index + 1).padStart(2, '0')}`,
      statement,
    })),
    assessments: modes.map((label) => ({ label })),
  };
};

/** The Oui/Non columns are lost: a dash stands for a closed route, a described jury for an open one. */
const readRoutes = (seed: string): object[] => {
  const table = between(seed, 'Voie d’accès à la certification', 'Inscrite au cadre');
  const found: { route: string; open: boolean; jury?: string[]; updated?: string }[] = [];
  for (const line of bareLines(table).slice(1, -2)) {
    const route = ROUTES.find(([label]) => line.startsWith(label));
    const last = found.at(-1);
    if (route !== undefined) found.push({ route: route[1], open: !/X\s*-/u.test(line) });
    else if (last !== undefined && /^\d\d-\d\d-\d{4}$/u.test(line)) last.updated = isoDay(line);
    else if (last !== undefined) last.jury = [...(last.jury ?? []), line];
  }
  return found;
};

const readPrerequisites = (seed: string): object => {
  const validation = bareLines(
    between(seed, 'prérequis à la validation de la certification :', 'Pré-requis disctincts'),
  );
  return {
    training: bareLines(between(seed, 'prérequis à l’entrée en formation :', 'Le cas échant')),
    ...(validation.length > 0 && { validation }),
    blocks: bareLines(between(seed, 'pour les blocs de compétences :', 'Validité'))[0],
  };
};

const readStatistics = (seed: string): object[] =>
  bareLines(between(seed, 'Statistiques :', 'Lien internet'))
    .filter((line) => /^\d{4} /u.test(line))
    .map((line) => {
      const [year, certified, byVae, insertion6Months, insertionJob6Months, insertionJob2Years] = line
        .split(' ')
        .map(Number);
      return { year, certified, byVae, insertion6Months, insertionJob6Months, insertionJob2Years };
    });

const readRemarks = (seed: string): object[] => {
  const [link] = bareLines(between(seed, 'vers le descriptif de la certification :', 'Le certificateur'));
  return [
    ...(link === undefined ? [] : [link]),
    ...bareLines(seed).filter((line) => line.startsWith("Le certificateur n'habilite")),
    ...bareLines(seed)
      .filter((line) => line.startsWith('Inscrite au cadre'))
      .map((line) => line.slice(-1)),
  ].map((text) => ({ text }));
};
