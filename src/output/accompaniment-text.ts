import { words } from '../catalogue/index.ts';
import type { Accompaniment } from '../domain/accompaniment.ts';
import { createPage, type Page } from './page.ts';
import { saySource } from './source-text.ts';
import type { Terminal } from './terminal.ts';

/** The kinds of accompaniment, for people: whom, which métier, on what, how. */
export const accompanimentText = (accompaniment: Accompaniment, terminal: Terminal): string => {
  const page = createPage(terminal);
  const { referential: text } = words;
  const { targets, expertises, modalities } = accompaniment;
  page.title(`${accompaniment.title} (${accompaniment.code})`);
  page.say(text.legendRetold);
  page.say(text.published(accompaniment.published, accompaniment.updated));
  page.head(text.heads.dimensions);
  for (const dimension of accompaniment.dimensions) page.ours(dimension, 1);
  page.head(text.heads.targets);
  page.ours(targets.summary, 1);
  for (const question of targets.questions) page.ours(`${question.id} ${question.text}`, 1);
  page.ours(`${text.heads.publics} : ${targets.publics.join(', ')}.`, 1);
  page.head(text.heads.metiers);
  for (const metier of accompaniment.metiers) sayMetier(metier, page);
  page.head(text.heads.expertises);
  for (const { id, title, alias, about } of expertises) {
    page.item(`${id} ${title}${alias === undefined ? '' : ` ${text.alias(alias)}`}`);
    page.ours(about, 2);
  }
  page.head(text.heads.modalities);
  for (const { id, title, options } of modalities) {
    page.item(`${id} ${title}`);
    page.ours(`${options.join(' ; ')}.`, 2);
  }
  page.head(text.heads.context);
  for (const remark of accompaniment.remarks) page.ours(remark, 1);
  page.head(text.heads.themes);
  for (const theme of accompaniment.themes) page.item(theme);
  saySource(accompaniment, page);
  return page.text();
};

const sayMetier = (
  { id, title, titleOrigin, titleNote, purpose, scope, duration, features }: Accompaniment['metiers'][number],
  page: Page,
): void => {
  const { referential: text } = words;
  page.gap();
  page.title(titleOrigin === 'restored' ? `${id} ◇ ${title} (${text.restored})` : `${id} ${title}`);
  page.ours(titleNote, 1);
  page.ours(purpose, 1);
  page.ours(text.scope(scope, duration), 1);
  for (const feature of features) page.ours(feature, 2);
};
