/** What the text of a document calls for outside of itself: addresses, pictures, numberings, names of places. */
export interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  readonly external: boolean;
}

export interface Media {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Parts {
  /** The relation's id; the same address is written once. */
  address(target: string): string;
  /** The relation's id. */
  image(bytes: Uint8Array, type: 'png' | 'jpeg'): string;
  /** A name Word accepts (40 letters, digits, underscores) for an anchor, always the same; one that is such a name stays. */
  bookmark(anchor: string): string;
  /** Counts from 1, for ids that must differ within a document. */
  next(): number;
  /** A list of its own: numbers from `start`, or bullets. */
  numbering(start: number | undefined): number;
  readonly relations: readonly Relation[];
  readonly media: readonly Media[];
  /** First numbers of these lists, in order; undefined for bullets. */
  readonly starts: readonly (number | undefined)[];
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
/** 1 is for bullets. */
const FIRST_NUMBERING = 2;

export const createParts = (): Parts => {
  const relations: Relation[] = [];
  const media: Media[] = [];
  const starts: (number | undefined)[] = [];
  const names = new Map<string, string>();
  let count = 0;
  const relate = (kind: string, target: string, external: boolean): string => {
    const type = `${OFFICE}/${kind}`;
    const known = relations.find((each) => each.type === type && each.target === target);
    if (known !== undefined) return known.id;
    const id = `rIdDoc${relations.length + 1}`;
    relations.push({ id, type, target, external });
    return id;
  };
  return {
    address: (target) => relate('hyperlink', target, true),
    image: (bytes, type) => {
      const name = `image${media.length + 1}.${type}`;
      media.push({ name, bytes });
      return relate('image', `media/${name}`, false);
    },
    bookmark: (anchor) => {
      const known = names.get(anchor);
      if (known !== undefined) return known;
      const short = anchor.replaceAll(/[^A-Za-z0-9]/g, '_').slice(0, 30);
      const plain = /^[A-Za-z]/u.test(short) ? short : `a_${short}`;
      const name = [...names.values()].includes(plain) ? `${plain}_${names.size}` : plain;
      names.set(anchor, name);
      return name;
    },
    next: () => ++count,
    numbering: (start) => {
      starts.push(start);
      return FIRST_NUMBERING + starts.length - 1;
    },
    relations,
    media,
    starts,
  };
};
