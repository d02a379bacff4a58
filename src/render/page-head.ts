import { join } from 'node:path';
import { AcquisError } from '../app/errors.ts';
import type { TemplateSet } from '../app/ports/templates.ts';

/**
 * What no template can leave out or come before: nothing runs, nothing is fetched, nothing is sent. Handed over by mail,
 * a document is opened in browsers that have no other walls.
 */
const POLICY =
  "default-src 'none'; img-src data:; style-src 'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'";
const START = /^\s*<!doctype html>\s*<html(?: [a-z]+="[a-z0-9 -]*")*>\s*<head>/iu;

/** A page with the first lines of its head: style and policy, before any text of a person. */
export const withHead = (html: string, css: string): string => {
  const [start = ''] = START.exec(html) ?? [];
  return `${start}
<meta charset="utf-8">
<style>${css}</style>
<meta http-equiv="Content-Security-Policy" content="${POLICY}">${html.slice(start.length)}`;
};

/** Throws `invalid-templates` for a page that has no place for them. */
export const requireHead = (html: string, kind: string, set: TemplateSet | undefined): void => {
  if (START.test(html)) return;
  const { folder } = set ?? { folder: '' };
  const file = join(folder, kind, 'page.hbs');
  throw new AcquisError(
    'data',
    'invalid-templates',
    { folder, count: 1 },
    { details: [{ file, line: 1, path: '', code: 'template-head' }] },
  );
};
