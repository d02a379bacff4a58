import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import type { Attachment } from '../../app/ports/source.ts';
import { hexText } from './text.ts';
import type { PdfChanges } from './writer.ts';

/** `application/yaml` as a PDF name. */
const nameOf = (type: string): string => type.replace('/', '#2F');

const embeddedFile = ({ type, date, bytes }: Attachment): Buffer => {
  const data = deflateSync(bytes, { level: 9 });
  const sum = createHash('md5').update(bytes).digest('hex').toUpperCase();
  const day = date.replaceAll('-', '');
  return Buffer.concat([
    Buffer.from(
      `<</Type /EmbeddedFile\n/Subtype /${nameOf(type)}\n/Params <</Size ${bytes.length}\n/ModDate (D:${day}000000Z)\n/CheckSum <${sum}>>>\n/Filter /FlateDecode\n/Length ${data.length}>> stream\n`,
    ),
    data,
    Buffer.from('\nendstream'),
  ]);
};

const byName = ({ name: a }: Attachment, { name: b }: Attachment): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Adds files to a PDF as associated files (ISO 32000-2 §14.13; PDF/A-3 had them first): found among the attachments by any
 * reader, and tied to the document as its source. Returns what the catalog has to say.
 */
export const attachFiles = (attachments: readonly Attachment[], changes: PdfChanges): string => {
  if (attachments.length === 0) return '';
  const specs = attachments.toSorted(byName).map((attachment) => {
    const { name, description, relation } = attachment;
    const stream = changes.add(embeddedFile(attachment));
    const spec = changes.add(
      `<</Type /Filespec\n/F (${name})\n/UF ${hexText(name)}\n/Desc ${hexText(description)}\n/AFRelationship /${relation}\n/EF <</F ${stream} 0 R\n/UF ${stream} 0 R>>>>`,
    );
    return { name, spec };
  });
  const names = specs.map(({ name, spec }) => `(${name}) ${spec} 0 R`).join(' ');
  return `\n/AF [${specs.map(({ spec }) => `${spec} 0 R`).join(' ')}]\n/Names <</EmbeddedFiles <</Names [${names}]>>>>`;
};
