/** Twelve points by eight, from red to blue, as OpenJPEG 2.5 codes them; its comment names the program. */
export const JP2 = Buffer.from(
  'AAAADGpQICANCocKAAAAFGZ0eXBqcDIgAAAAAGpwMiAAAAAtanAyaAAAABZpaGRyAAAACAAAAAwAAw8HAAAAAAAPY29scgEAAAAAABAAAADOanAyY/9P/1EALwAAAAAADAAAAAgAAAAAAAAAAAAAAAwAAAAIAAAAAAAAAAAAAw8BAQ8BAQ8BAf9SAAwAAAABAQMEBAAB/1wADUCAiIiQiIiQiIiQ/2QAJQABQ3JlYXRlZCBieSBPcGVuSlBFRyB2ZXJzaW9uIDIuNS4w/5AACgAAAAAATQAB/5PP/BAMCT9Pz4wYAkVA33ggAkWhooCn5AgCRUCQp+QICP1UkICj4wgLPCOXo+MIDBcVy4ChwYADgl+hwYAA0lf/2Q==',
  'base64',
);

/** Of ISO/IEC 15444-1: length, name, content. */
export const jp2Box = (name: string, body: string | Uint8Array): Buffer => {
  const content = Buffer.from(body as string, 'latin1');
  const head = Buffer.alloc(8);
  head.writeUInt32BE(content.length + 8);
  head.write(name, 4, 'latin1');
  return Buffer.concat([head, content]);
};

/** Where its coded pixels begin, in their box. */
export const CODED = JP2.indexOf('jp2c') - 4;
