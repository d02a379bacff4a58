/** What content draws with (ISO 32000-1 §7.8.3): resources and all that hangs on them, each by the keys it may have. */
import { PDFArray, PDFDict, PDFName, PDFStream, type PDFRawStream } from '@cantoo/pdf-lib';
import { dictionary, either, entriesOf, keys, list, named, plain, type Keys, type Shape } from './allowed.ts';
import { dictionaryOf, isDrawable, nameOf, streamOf, type Copier } from './copier.ts';
import { fontKeys } from './font-shapes.ts';
import { packed, pixels } from './packed-data.ts';
import { packContent } from './pack-content.ts';

const functionKeys: Keys = {
  ...keys('FunctionType Domain Range Size BitsPerSample Order Encode Decode C0 C1 N Bounds'),
  Functions: (value, copier) => list(functions)(value, copier),
};
const functions: Shape = either(
  packed(functionKeys),
  dictionary(functionKeys),
  list((...of) => functions(...of)),
  plain,
);

/** Names and lists; of a list, dictionaries of calibration and streams of profiles and tables. */
const colours: Shape = (value, copier) => {
  if (value instanceof PDFName) return value.asString();
  if (!(value instanceof PDFArray)) return undefined;
  const family = value.asArray().map((each) => copier.copy(each, colourPart) ?? 'null');
  // The last part of DeviceN says how its inks mix; it is optional, and holds anything.
  const isDeviceN = family[0] === '/DeviceN';
  return `[${(isDeviceN ? family.slice(0, 4) : family).join(' ')}]`;
};
const profile: Shape = packed({ ...keys('N Range'), Alternate: colours });
const colourPart: Shape = either(
  (...of) => colours(...of),
  plain,
  dictionary(keys('WhitePoint BlackPoint Gamma Matrix Range')),
  (value, copier) =>
    value instanceof PDFStream && value.dict.has(PDFName.of('N')) ? profile(value, copier) : undefined,
  functions,
  packed({}),
);

const shadingKeys: Keys = {
  ...keys('ShadingType Background BBox AntiAlias Coords Domain Extend Matrix'),
  ...keys('BitsPerCoordinate BitsPerComponent BitsPerFlag Decode VerticesPerRow'),
  ColorSpace: colours,
  Function: functions,
};
const shadings: Shape = either(packed(shadingKeys), dictionary(shadingKeys));

const imageKeys: Keys = {
  ...keys('Type Subtype Width Height BitsPerComponent Intent ImageMask Decode Interpolate SMaskInData Matte'),
  ColorSpace: colours,
  SMask: (...of) => images(...of),
  Mask: either((...of) => images(...of), list(plain)),
};
const images: Shape = pixels(imageKeys);

const groups: Shape = dictionary({ ...keys('Type S I K'), CS: colours });

const formKeys: Keys = { ...keys('Type Subtype FormType BBox Matrix'), Group: groups };

/** Colours that are meant where the content says grey, red, green and blue, or inks (ISO 32000-1 §8.6.5.6). */
const IMPLIED = new Set(['DefaultGray', 'DefaultRGB', 'DefaultCMYK']);

/** Each kind of resource, and its entries that are named; all of them where nobody can tell. */
const copyNamed = (
  source: PDFDict | undefined,
  names: ReadonlySet<string> | undefined,
  copier: Copier,
): string => {
  const kinds = Object.entries(resourceKinds).flatMap(([kind, shape]) => {
    const entries = source && dictionaryOf(source, kind)?.entries();
    const copied = (entries ?? []).flatMap(([name, value]) => {
      const text = name.decodeText();
      if (names && !names.has(text) && !IMPLIED.has(text)) return [];
      const entry = copier.copy(value, shape);
      return entry === undefined ? [] : [`${name.asString()} ${entry}`];
    });
    return copied.length === 0 ? [] : [`/${kind} <<${copied.join('\n')}>>`];
  });
  return `<<${kinds.join('\n')}>>`;
};

/** A stream that draws, with these entries and what it draws with: of old forms, the page's. */
const drawn =
  (allowed: Keys): Shape =>
  (value, copier) => {
    const stream = streamOf(value);
    return stream && packDrawing(stream.dict, [stream], [entriesOf(stream.dict, allowed, copier)], copier);
  };

/** `owner`: whose resources are drawn with, a form or a page. */
export const packDrawing = (
  owner: PDFDict,
  streams: readonly PDFRawStream[],
  entries: readonly string[],
  copier: Copier,
): Uint8Array => {
  const own = dictionaryOf(owner, 'Resources') ?? copier.pageResources;
  const copyResources = (names: ReadonlySet<string>): string => `/Resources ${copyNamed(own, names, copier)}`;
  return packContent(owner, streams, { entries, resources: own, copyResources, copier });
};

export const forms: Shape = drawn(formKeys);

const xObjects: Shape = (value, copier) => {
  if (!isDrawable(value) || copier.layers.isOff(value.dict.get(PDFName.of('OC')))) return undefined;
  return nameOf(value.dict, 'Subtype') === 'Image' ? images(value, copier) : forms(value, copier);
};

/** Drawings of one font; what they draw with hangs on the font. */
const glyphsOf =
  (own: PDFDict | undefined): Shape =>
  (value, copier) => {
    const stream = streamOf(value);
    return (
      stream &&
      packContent(stream.dict, [stream], { entries: [], resources: own, copyResources: () => '', copier })
    );
  };

const fonts: Shape = (value, copier) => {
  if (!(value instanceof PDFDict)) return undefined;
  if (nameOf(value, 'Subtype') !== 'Type3') return dictionary(fontKeys)(value, copier);
  const own = dictionaryOf(value, 'Resources') ?? copier.pageResources;
  const drawings = copier.copy(value.get(PDFName.of('CharProcs')), named(glyphsOf(own))) ?? '<<>>';
  const entries = entriesOf(value, fontKeys, copier);
  return `<<${entries}\n/CharProcs ${drawings}\n/Resources ${copyNamed(own, undefined, copier)}>>`;
};

const softMasks: Shape = either(plain, dictionary({ ...keys('Type S BC'), G: forms, TR: functions }));

const states: Shape = dictionary({
  ...keys('Type LW LC LJ ML D RI OP op OPM FL SM SA BM CA ca AIS TK'),
  Font: list(either(fonts, plain)),
  SMask: softMasks,
  ...keys('BG BG2 UCR UCR2 TR TR2', functions),
});

const patterns: Shape = (value, copier) =>
  value instanceof PDFDict
    ? shadingPatterns(value, copier)
    : drawn(keys('Type PatternType PaintType TilingType BBox XStep YStep Matrix'))(value, copier);
const shadingPatterns: Shape = dictionary({
  ...keys('Type PatternType Matrix'),
  Shading: shadings,
  ExtGState: states,
});

/** Without properties: content has no marks any more that could name them. */
const resourceKinds: Keys = {
  Font: fonts,
  XObject: xObjects,
  ExtGState: states,
  ColorSpace: colours,
  Pattern: patterns,
  Shading: shadings,
};

export const pageGroup = groups;
