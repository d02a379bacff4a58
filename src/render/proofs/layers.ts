import { PDFArray, PDFDict, PDFName, PDFRef, type PDFContext, type PDFObject } from '@cantoo/pdf-lib';
import { dictionaryOf, nameOf, valueOf } from './copier.ts';

/** Layers (ISO 32000-1 §8.11), as they are when the file is opened. */
export interface Layers {
  /** `value`: what `/OC` or a property leads to. */
  isOff(value: PDFObject | undefined): boolean;
}

const refsIn = (source: PDFDict | undefined, key: string): readonly PDFObject[] => {
  const value = source && valueOf(source, key);
  return value instanceof PDFArray ? value.asArray() : [];
};

export const readLayers = (context: PDFContext, catalogue: PDFDict): Layers => {
  const properties = dictionaryOf(catalogue, 'OCProperties');
  const settings = properties && dictionaryOf(properties, 'D');
  const off = new Set<PDFObject>(
    settings && nameOf(settings, 'BaseState') === 'OFF' ? refsIn(properties, 'OCGs') : [],
  );
  for (const ref of refsIn(settings, 'ON')) off.delete(ref);
  for (const ref of refsIn(settings, 'OFF')) off.add(ref);

  const isMemberOff = (member: PDFDict): boolean => {
    const groups = member.get(PDFName.of('OCGs'));
    const listed = groups instanceof PDFRef ? context.lookup(groups) : groups;
    const members = listed instanceof PDFArray ? listed.asArray() : groups ? [groups] : [];
    if (members.length === 0) return false;
    const states = members.map((group) => off.has(group));
    const policy = nameOf(member, 'P');
    if (policy === 'AllOn') return states.some(Boolean);
    if (policy === 'AllOff') return !states.every(Boolean);
    return policy === 'AnyOff' ? !states.some(Boolean) : states.every(Boolean);
  };

  return {
    isOff: (value) => {
      if (value === undefined) return false;
      const found = value instanceof PDFRef ? context.lookup(value) : value;
      return found instanceof PDFDict && nameOf(found, 'Type') === 'OCMD'
        ? isMemberOff(found)
        : off.has(value);
    },
  };
};
