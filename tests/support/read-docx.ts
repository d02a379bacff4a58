import { text as readText } from 'node:stream/consumers';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { elementsNamed, readXml, type XmlElement } from './read-xml.ts';

const unzip = (bytes: Uint8Array): Promise<Map<string, string>> =>
  new Promise((resolve, reject) => {
    const files = new Map<string, string>();
    fromBuffer(Buffer.from(bytes), { lazyEntries: true }, (error: Error | null, zip: ZipFile) => {
      if (error !== null) return reject(error);
      zip.on('error', reject);
      zip.on('end', () => resolve(files));
      zip.on('entry', (entry: Entry) => {
        zip.openReadStream(entry, (failure, stream) => {
          if (failure !== null) return reject(failure);
          void readText(stream).then((content) => {
            files.set(entry.fileName, content);
            zip.readEntry();
          }, reject);
        });
      });
      zip.readEntry();
    });
  });

export interface ReadParagraph {
  readonly style: string;
  readonly text: string;
  readonly element: XmlElement;
}

export interface ReadDocx {
  /** Every file of the package; parts that are not text are there by name. */
  readonly files: ReadonlyMap<string, string>;
  readonly document: XmlElement;
  readonly styles: XmlElement;
  /** In document order, those in tables and in the contents included. */
  readonly paragraphs: readonly ReadParagraph[];
}

export const attributeOf = (element: XmlElement | undefined, name = 'w:val'): string | undefined =>
  element?.attributes[name];

export const firstNamed = (name: string, element: XmlElement): XmlElement | undefined =>
  elementsNamed(name, element)[0];

/** What a reader sees: the words of its runs, tabs as spaces. */
export const wordsOf = (element: XmlElement): string =>
  element.children
    .map((child) =>
      child.name === 'w:t'
        ? child.text
        : child.name === 'w:tab' || child.name === 'w:br'
          ? ' '
          : wordsOf(child),
    )
    .join('');

/** Opens a Word document; throws unless each of its XML parts is well-formed. */
export const readDocx = async (bytes: Uint8Array): Promise<ReadDocx> => {
  const files = await unzip(bytes);
  const parts = new Map(
    [...files]
      .filter(([name]) => name.endsWith('.xml') || name.endsWith('.rels'))
      .map(([name, content]) => [name, readXml(content)] as const),
  );
  const [document, styles] = [parts.get('word/document.xml'), parts.get('word/styles.xml')];
  if (document === undefined || styles === undefined) throw new Error('not a Word document');
  const paragraphs = elementsNamed('w:p', document).map((element) => ({
    style: attributeOf(firstNamed('w:pStyle', element)) ?? 'Normal',
    text: wordsOf(element),
    element,
  }));
  return { files, document, styles, paragraphs };
};
