import {
  PDFDict,
  PDFName,
  PDFRawStream,
  PDFRef,
  PDFStream,
  type PDFContext,
  type PDFObject,
} from '@cantoo/pdf-lib';
import type { Shape } from './allowed.ts';
import { createDrawings, type Drawings } from './drawings.ts';
import type { Layers } from './layers.ts';
import { reference, type PlainPdf } from './plain-pdf.ts';

/** Carries values from one PDF to another; what both name by reference is carried once. */
export interface Copier {
  readonly context: PDFContext;
  readonly layers: Layers;
  readonly drawings: Drawings;
  /** Resources of the page at hand: forms of old files have none and draw with those. */
  pageResources: PDFDict | undefined;
  /** A value ready to stand in an object of ours; undefined where nothing of it may. */
  copy(value: PDFObject | undefined, shape: Shape): string | undefined;
}

export const createCopier = (context: PDFContext, layers: Layers, out: PlainPdf): Copier => {
  const numbers = new Map<Shape, Map<PDFRef, number | undefined>>();

  const copyShared = (ref: PDFRef, shape: Shape): string | undefined => {
    const known = numbers.get(shape) ?? new Map<PDFRef, number | undefined>();
    numbers.set(shape, known);
    if (!known.has(ref)) {
      const value = context.lookup(ref);
      // Reserved first: what names itself finds its own number.
      const number = out.reserve();
      known.set(ref, number);
      const copied = value === undefined || value instanceof PDFRef ? undefined : shape(value, copier);
      if (copied === undefined) known.set(ref, undefined);
      else out.set(number, copied);
    }
    const number = known.get(ref);
    return number === undefined ? undefined : reference(number);
  };

  const copier: Copier = {
    context,
    layers,
    drawings: createDrawings(),
    pageResources: undefined,
    copy: (value, shape) => {
      if (value === undefined) return undefined;
      if (value instanceof PDFRef) return copyShared(value, shape);
      const copied = shape(value, copier);
      return typeof copied === 'object' ? reference(out.add(copied)) : copied;
    },
  };
  return copier;
};

/** What a key leads to, references followed. */
export const valueOf = (source: PDFDict, key: string): PDFObject | undefined =>
  source.lookup(PDFName.of(key));

export const dictionaryOf = (source: PDFDict, key: string): PDFDict | undefined => {
  const value = valueOf(source, key);
  return value instanceof PDFDict ? value : undefined;
};

export const nameOf = (source: PDFDict, key: string): string | undefined => {
  const value = valueOf(source, key);
  return value instanceof PDFName ? value.asString().slice(1) : undefined;
};

export const streamOf = (value: PDFObject | undefined): PDFRawStream | undefined =>
  value instanceof PDFRawStream ? value : undefined;

/** A form or an image; what else the format knows is PostScript for a printer. */
export const isDrawable = (value: PDFObject | undefined): value is PDFStream => {
  const kind = value instanceof PDFStream ? nameOf(value.dict, 'Subtype') : undefined;
  return kind === 'Form' || kind === 'Image';
};
