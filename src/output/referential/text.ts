import { words } from '../../catalogue/index.ts';
import type { Assessment, Block, Referential } from '../../domain/referential.ts';
import type { CertificationStatus } from '../../domain/referential/registration.ts';
import { createPage, type Page } from '../page.ts';
import { sayIdentity } from './identity.ts';
import { sayStanding } from './standing.ts';
import { saySource } from '../source-text.ts';
import type { Terminal } from '../terminal.ts';

/** A whole certification for people; only the hashes are left to `--format json`. */
export const referentialText = (
  referential: Referential,
  status: CertificationStatus,
  terminal: Terminal,
): string => {
  const page = createPage(terminal);
  const { heads } = words.referential;
  sayStanding(status, page);
  page.title(`${referential.title} (${referential.code})`);
  if (referential.titleNote !== undefined) page.ours(referential.titleNote);
  page.say(words.referential.legend);
  sayIdentity(referential, page);
  sayItems(heads.objectives, referential.objectives, page);
  sayItems(heads.activities, referential.targetedActivities, page);
  for (const block of referential.blocks) sayBlock(block, page);
  sayGeneralModes(referential, page);
  sayItems(heads.validation, [referential.validation], page);
  sayRoutes(referential, page);
  sayPrerequisites(referential, page);
  sayItems(heads.sectors, referential.sectors, page);
  sayItems(heads.jobs, referential.jobs, page);
  sayItems(heads.legal, referential.legalReferences, page);
  sayItems(heads.statistics, referential.statistics.map(words.referential.statistic), page);
  sayRemarks(referential, page);
  sayElsewhere(referential, page);
  saySource(referential, page);
  return page.text();
};

const sayItems = (head: string, items: readonly string[], page: Page): void => {
  if (items.length === 0) return;
  page.head(head);
  for (const item of items) page.item(item);
};

const sayBlock = (block: Block, page: Page): void => {
  const { referential: text } = words;
  page.head(`${block.code} ${block.title}`);
  page.ours(block.short);
  for (const { id, statement, short, asks, forms, note } of block.competences) {
    page.gap();
    page.title(id);
    page.ours(short, 1);
    page.say(`«\u00a0${statement}\u00a0»`, 1);
    page.ours(`${text.asks} ${asks}`, 1);
    if (forms.length > 0) page.ours(text.forms(forms), 1);
    if (note !== undefined) page.ours(`${text.note} ${note}`, 1);
  }
  if (block.assessments.length === 0) return;
  page.gap();
  page.title(text.heads.blockModes);
  for (const assessment of block.assessments) sayMode(assessment, page);
};

const sayMode = ({ label, kind, also }: Assessment, page: Page): void => {
  page.item(label);
  page.ours([kind, ...also].map((one) => words.referential.kinds[one]).join(', '), 2);
};

const sayGeneralModes = ({ assessments, blocks }: Referential, page: Page): void => {
  if (assessments.length === 0) return;
  page.head(words.referential.heads.generalModes);
  if (blocks.every((block) => block.assessments.length === 0))
    page.ours(words.referential.wholeCertification, 1);
  for (const assessment of assessments) sayMode(assessment, page);
};

const sayRoutes = ({ routes }: Referential, page: Page): void => {
  const { referential: text } = words;
  if (routes.length === 0) return;
  page.head(text.heads.routes);
  for (const { route, open, inferred, jury, updated } of routes) {
    page.item(`${text.routes[route]} : ${text.open[`${open}`]}${inferred ? ` (◇ ${text.inferred})` : ''}`);
    for (const member of jury) page.item(member, 2);
    if (updated !== undefined) page.say(text.modified(updated), 2);
  }
};

const sayPrerequisites = ({ prerequisites }: Referential, page: Page): void => {
  const { heads, trainingNote } = words.referential;
  sayItems(heads.training, prerequisites.training, page);
  if (prerequisites.training.length > 0) page.ours(trainingNote, 1);
  sayItems(heads.prerequisites, prerequisites.validation, page);
  if (prerequisites.blocks !== undefined) sayItems(heads.blockPrerequisites, [prerequisites.blocks], page);
};

const sayRemarks = ({ remarks }: Referential, page: Page): void => {
  if (remarks.length === 0) return;
  page.head(words.referential.heads.remarks);
  for (const { label, text, note } of remarks) {
    page.item(`${label} : ${text}`);
    if (note !== undefined) page.ours(note, 2);
  }
};

const sayElsewhere = ({ elsewhere }: Referential, page: Page): void => {
  if (elsewhere.length === 0) return;
  page.head(words.referential.heads.elsewhere);
  for (const { fields, source } of elsewhere) page.ours(`${fields.join(', ')} : ${source}`, 1);
};
