import { words } from '../../catalogue/index.ts';
import type { Listed, Listing } from '../../domain/referential/listing.ts';
import { createPage, type Page } from '../page.ts';
import { sayStanding } from './standing.ts';
import type { Terminal } from '../terminal.ts';

/** What is shipped, for people: those one may still aim at first, an ended registration said before its title. */
export const listText = (
  { certifications, essPortfolio, accompaniment }: Listing,
  terminal: Terminal,
): string => {
  const page = createPage(terminal);
  const { summary, otherHeading } = words.referential;
  for (const one of certifications) listOne(one, page);
  page.title(otherHeading);
  page.item(
    `${essPortfolio.code} : ${essPortfolio.title} (${summary.ess(essPortfolio.profiles.length, essPortfolio.transversal.length)})`,
  );
  page.item(
    `${accompaniment.code} : ${accompaniment.title} (${summary.accompaniment(accompaniment.metiers.length, accompaniment.expertises.length, accompaniment.modalities.length)})`,
  );
  return page.text();
};

const listOne = ({ referential, status }: Listed, page: Page): void => {
  const { summary } = words.referential;
  sayStanding(status, page);
  page.title(`${referential.code}  ${referential.title}`);
  const fonctions = referential.blocks[0]?.kind === 'fonction';
  const competences = referential.blocks.reduce((total, block) => total + block.competences.length, 0);
  page.say(
    [
      ...referential.certifiers.map(({ name, brand }) => brand ?? name),
      summary.level(referential.level),
      summary.blocks(referential.blocks.length, fonctions),
      summary.competences(competences, fonctions),
    ].join(', '),
    1,
  );
  if (status.status !== 'expired') page.say(summary.until(status.expires), 1);
  page.gap();
};
