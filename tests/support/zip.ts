import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipEntry {
  readonly name: string | Buffer;
  readonly content: string | Buffer;
  /** Unix mode with its kind: 0o100755 is a program, 0o120777 a link. */
  readonly mode?: number;
  /** What the archive says of the content, where it is to lie. */
  readonly crc?: number;
  readonly size?: number;
  /** What the record in front of the bytes says, where it differs from the directory. */
  readonly localName?: string;
  readonly flags?: number;
  readonly method?: number;
  /** System that made it; 3 is Unix, 0 Windows. */
  readonly host?: number;
  readonly attributes?: number;
  /** Index of the entry whose bytes it claims to be as well. */
  readonly sameAs?: number;
}

/** A zip archive made by hand, so that it may also be one that no honest tool writes; `count`: entries it admits to. */
export const zip = (entries: readonly ZipEntry[], { count = entries.length } = {}): Buffer => {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  const offsets: number[] = [];
  let offset = 0;
  for (const entry of entries) {
    const { name, content, mode = 0o100644, flags = 0, method = 8, host = 3 } = entry;
    const data = Buffer.from(content);
    const packed = method === 8 ? deflateRawSync(data) : data;
    const fileName = Buffer.from(name);
    const localName = Buffer.from(entry.localName ?? name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(method, 4);
    common.writeUInt32LE(entry.crc ?? crc32(data), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(entry.size ?? data.length, 18);
    common.writeUInt16LE(fileName.length, 22);
    const inFront = Buffer.from(common);
    inFront.writeUInt16LE(localName.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), inFront, localName, packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE((entry.attributes ?? mode << 16) >>> 0, 6);
    rest.writeUInt32LE(entry.sameAs === undefined ? offset : (offsets[entry.sameAs] ?? 0), 10);
    directory.push(Buffer.from('PK\u0001\u0002'), Buffer.from([20, host]), common, rest, fileName);
    offsets.push(offset);
    if (entry.sameAs !== undefined) continue;
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(count, 4);
  end.writeUInt16LE(count, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, central, Buffer.from('PK\u0005\u0006'), end]);
};
