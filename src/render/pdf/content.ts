import { hasMarks, markArtifacts } from './artifacts.ts';
import { pageNumbers, refIn, type PdfObjects } from './objects.ts';
import { writeKids, type Tags } from './tags.ts';
import { packedStream, type PdfChanges } from './writer.ts';

/** The parent tree (ISO 32000-1 §14.7.4.4): key of a page, form or annotation → its object; new ones are added. */
type Parents = Map<number, number>;

/** Elements that hold the marked contents of one page, by number of the content. */
type PageParents = (string | undefined)[];

interface Work {
  readonly pdf: PdfObjects;
  readonly changes: PdfChanges;
  readonly tags: Tags;
  readonly parents: Parents;
}

const readPageParents = ({ pdf, parents }: Work, page: string): [number | undefined, PageParents] => {
  const key = /\/StructParents (\d+)/u.exec(page)?.[1];
  const number = key === undefined ? undefined : parents.get(Number(key));
  return [number, number === undefined ? [] : (pdf.body(number).match(/\d+ 0 R|null/gu) ?? [])];
};

const arrayOf = (entries: PageParents): string =>
  `[${Array.from(entries, (entry) => entry ?? 'null').join(' ')}]`;

/**
 * Marked contents of a form that count with its page, as Chromium 147 writes them: the tree has to name the form, and
 * the form to have a place of its own in the parent tree. Returns its dictionary with that place.
 */
const adoptForm = (
  { tags, changes, parents }: Work,
  form: { readonly number: number; readonly dictionary: string; readonly text: string },
  page: { readonly number: number; readonly parents: PageParents },
): string => {
  const own: PageParents = [];
  for (const [, match = ''] of form.text.matchAll(/\/MCID (\d+)/gu)) {
    const id = Number(match);
    const parent = page.parents[id];
    const tag = tags.get(Number.parseInt(parent ?? '', 10));
    if (!tag) continue;
    const onPage = new RegExp(`/Pg ${page.number} 0 R\\s*/MCID ${id}\\b`, 'u');
    const isIt = (kid: string): boolean =>
      kid === match ? tag.page === page.number : kid.startsWith('<<') && onPage.test(kid);
    const named = `<</Type /MCR\n/Pg ${page.number} 0 R\n/Stm ${form.number} 0 R\n/MCID ${id}>>`;
    tag.kids = tag.kids.map((kid) => (typeof kid === 'string' && isIt(kid) ? named : kid));
    writeKids(tag, changes);
    own[id] = parent;
    page.parents[id] = undefined;
  }
  const key = Math.max(-1, ...parents.keys()) + 1;
  parents.set(key, changes.add(arrayOf(own)));
  return form.dictionary.replace('<<', `<</StructParents ${key}\n`);
};

/** Marks what a form draws, and says whether the form brings marks of its own. Forms are few: shadows, turned words. */
const markForm = (
  work: Work,
  number: number,
  page: { readonly number: number; readonly parents: PageParents },
  sound: { all: boolean },
): boolean => {
  const { pdf, changes } = work;
  const { dictionary, text } = pdf.stream(number);
  if (!dictionary.includes('/Subtype /Form')) return false;
  const inner = formsIn(dictionary).map(([name, form]) => [name, markForm(work, form, page, sound)] as const);
  const brings = new Map(inner);
  if (!hasMarks(text)) return inner.some(([, isMarked]) => isMarked);
  const isOwn = dictionary.includes('/StructParents ');
  const whole = isOwn ? dictionary : adoptForm(work, { number, dictionary, text }, page);
  const marked = markArtifacts(text, (name) => brings.get(name) === true);
  sound.all &&= marked.isSound && marked.dropped.length === 0;
  changes.set(number, packedStream(whole, marked.text));
  return true;
};

const formsIn = (resources: string): [string, number][] => {
  const list = /\/XObject <<([^>]*)>>/u.exec(resources)?.[1] ?? '';
  return [...list.matchAll(/\/(\S+) (\d+) 0 R/gu)].map(([, name = '', number]) => [name, Number(number)]);
};

const markPage = (work: Work, number: number, sound: { all: boolean }): void => {
  const { pdf, changes } = work;
  const body = pdf.body(number);
  const [list, parents] = readPageParents(work, body);
  const before = parents.join();
  const page = { number, parents };
  const brings = new Map(formsIn(body).map(([name, form]) => [name, markForm(work, form, page, sound)]));
  const contents = refIn(body, 'Contents');
  if (contents === undefined) {
    sound.all = false;
    return;
  }
  const { dictionary, text } = pdf.stream(contents);
  const marked = markArtifacts(text, (name) => brings.get(name) === true);
  // Without a list nothing on the page is content: running titles on the back of the last word.
  sound.all &&= marked.isSound && (list !== undefined || !hasMarks(text));
  changes.set(contents, packedStream(dictionary, marked.text));
  for (const id of marked.dropped) parents[id] = undefined;
  if (list !== undefined && parents.join() !== before) changes.set(list, arrayOf(parents));
};

/**
 * Leaves nothing on any page that is neither content of the structure tree nor an artifact (ISO 14289-1 §7.1). False
 * where that cannot be promised.
 */
export const markContent = (pdf: PdfObjects, tags: Tags, changes: PdfChanges): boolean => {
  const root = refIn(pdf.body(pdf.root), 'StructTreeRoot');
  const tree = root === undefined ? undefined : refIn(pdf.body(root), 'ParentTree');
  if (root === undefined || tree === undefined) return false;
  const pairs = [...pdf.body(tree).matchAll(/(\d+) (\d+) 0 R/gu)];
  const parents: Parents = new Map(pairs.map(([, key, object]) => [Number(key), Number(object)]));
  const known = parents.size;
  const sound = { all: true };
  for (const page of pageNumbers(pdf)) markPage({ pdf, changes, tags, parents }, page, sound);
  if (parents.size > known) {
    const nums = [...parents].map(([key, object]) => `${key} ${object} 0 R`);
    changes.set(tree, `<</Type /ParentTree\n/Nums [${nums.join(' ')}]>>`);
    const next = Math.max(...parents.keys()) + 1;
    changes.set(root, changes.body(root).replace(/\/ParentTreeNextKey \d+/u, `/ParentTreeNextKey ${next}`));
  }
  return sound.all;
};
