import type { TemplateSet } from '../app/ports/templates.ts';
import type { DocumentModel } from '../domain/documents/document.ts';
import { helpers } from './helpers.ts';
import { loadTemplate, type DocumentTemplate } from './templates.ts';

type Kind = DocumentModel['kind'];

/** Folders whose partials and style a kind builds on, besides what all share. */
const BUILDS_ON: Partial<Record<Kind, readonly string[]>> = {
  'dossier-validation': ['portfolio'],
  'ecrit-reflexif': ['memoire'],
};

const ours = new Map<Kind, DocumentTemplate>();
const ofSets = new WeakMap<TemplateSet, Map<Kind, DocumentTemplate>>();

const cacheOf = (set: TemplateSet | undefined): Map<Kind, DocumentTemplate> => {
  if (set === undefined) return ours;
  const known = ofSets.get(set) ?? new Map<Kind, DocumentTemplate>();
  ofSets.set(set, known);
  return known;
};

/** Each kind of document is read and compiled once per process and set. */
export const templateOf = async (kind: Kind, set: TemplateSet | undefined): Promise<DocumentTemplate> => {
  const cache = cacheOf(set);
  const known = cache.get(kind);
  if (known) return known;
  const folders = ['shared', ...(BUILDS_ON[kind] ?? [])];
  const loaded =
    set === undefined
      ? loadTemplate(kind, helpers, folders)
      : (await import('./own-templates/load-own.ts')).loadOwnTemplate(kind, folders, set, helpers);
  cache.set(kind, loaded);
  return loaded;
};
