/** What a Word file says of itself beside its text (`docProps`). */
import { el, escapeText, HEAD } from './xml.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
/** Of properties that are no program's own; ISO 29500-1 §22.3 gives it. */
const CUSTOM_FORMAT = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}';

export interface Properties {
  readonly title: string;
  readonly author: string;
  /** `YYYY-MM-DD`, the only moment there is in the file; without it, there is none. */
  readonly date?: string | undefined;
  /** By name: what another reading of the file looks for. */
  readonly custom?: Readonly<Record<string, string>> | undefined;
}

const moment = (name: 'created' | 'modified', date: string): string =>
  el(`dcterms:${name}`, { 'xsi:type': 'dcterms:W3CDTF' }, `${date}T00:00:00Z`);

const coreProperties = ({ title, author, date }: Properties): string =>
  HEAD +
  el(
    'cp:coreProperties',
    {
      'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:dcterms': 'http://purl.org/dc/terms/',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    },
    el('dc:title', {}, escapeText(title)),
    el('dc:creator', {}, escapeText(author)),
    el('cp:lastModifiedBy', {}, escapeText(author)),
    ...(date === undefined ? [] : [moment('created', date), moment('modified', date)]),
    el('dc:language', {}, 'fr-FR'),
  );

const appProperties =
  HEAD + el('Properties', { xmlns: `${OFFICE}/extended-properties` }, el('Application', {}, 'Acquis'));

const customProperties = (custom: Readonly<Record<string, string>>): string =>
  HEAD +
  el(
    'Properties',
    { xmlns: `${OFFICE}/custom-properties`, 'xmlns:vt': `${OFFICE}/docPropsVTypes` },
    // Numbers below 2 are reserved.
    ...Object.entries(custom).map(([name, value], index) =>
      el('property', { fmtid: CUSTOM_FORMAT, pid: index + 2, name }, el('vt:lpwstr', {}, escapeText(value))),
    ),
  );

interface PropertiesPart {
  readonly path: string;
  readonly relation: string;
  readonly contentType: string;
  readonly xml: string;
}

export const writeProperties = (properties: Properties): readonly PropertiesPart[] => [
  {
    path: 'docProps/core.xml',
    relation: 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
    contentType: 'application/vnd.openxmlformats-package.core-properties+xml',
    xml: coreProperties(properties),
  },
  {
    path: 'docProps/app.xml',
    relation: `${OFFICE}/relationships/extended-properties`,
    contentType: 'application/vnd.openxmlformats-officedocument.extended-properties+xml',
    xml: appProperties,
  },
  ...(properties.custom === undefined
    ? []
    : [
        {
          path: 'docProps/custom.xml',
          relation: `${OFFICE}/relationships/custom-properties`,
          contentType: 'application/vnd.openxmlformats-officedocument.custom-properties+xml',
          xml: customProperties(properties.custom),
        },
      ]),
];
