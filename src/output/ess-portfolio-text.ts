import { words } from '../catalogue/index.ts';
import type { EssPortfolio } from '../domain/ess-portfolio.ts';
import { createPage, type Page } from './page.ts';
import { saySource } from './source-text.ts';
import type { Terminal } from './terminal.ts';

/** The ten profiles and the seven transversal competences, for people. */
export const essPortfolioText = (portfolio: EssPortfolio, terminal: Terminal): string => {
  const page = createPage(terminal);
  const { referential: text } = words;
  page.title(`${portfolio.title} (${portfolio.code})`);
  page.say(text.legendRetold);
  page.head(text.heads.project);
  for (const name of portfolio.project) page.item(name);
  page.head(text.heads.profiles);
  for (const profile of portfolio.profiles) sayProfile(profile, page);
  page.head(portfolio.transversalTitle);
  for (const { id, title, short, definition, asks, note } of portfolio.transversal) {
    page.gap();
    page.title(`${id} ${title}`);
    page.ours(`${short}. ${definition}`, 1);
    page.ours(`${text.asks} ${asks}`, 1);
    if (note !== undefined) page.ours(`${text.note} ${note}`, 1);
  }
  saySource(portfolio, page);
  return page.text();
};

const sayProfile = (profile: EssPortfolio['profiles'][number], page: Page): void => {
  const { referential: text } = words;
  const listed = (items: readonly string[], open: boolean): string =>
    [...items, ...(open ? [text.andMore] : [])].join(', ');
  page.gap();
  page.title(`${profile.id} ${profile.title}`);
  page.ours(profile.short, 1);
  page.ours(profile.self, 1);
  page.say(`${text.toolbox} ${listed(profile.toolbox, profile.openToolbox)}`, 1);
  page.say(`${text.functions} ${listed(profile.functions, profile.openFunctions)}`, 1);
  if (profile.note !== undefined) page.ours(`${text.note} ${profile.note}`, 1);
};
