/**
 * 32 bits that depend on the text alone, the same on every machine and in every version (FNV-1a over UTF-16 units, with
 * MurmurHash3's finish, since a remainder reads the low bits only). Not for secrets.
 */
export const stableHash = (text: string): number => {
  let hash = 0x81_1c_9d_c5;
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01_00_01_93);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85_eb_ca_6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2_b2_ae_35);
  return (hash ^ (hash >>> 16)) >>> 0;
};
