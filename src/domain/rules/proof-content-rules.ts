/** What the bytes of proofs tell: whether they open, are what their names say, can stand among annexes, are there twice. */
import type { ContentFault, FileContent } from '../file-type/inspect-content.ts';
import { canStandInAnnexes, extensionOf, familyOf, type FileFamily } from '../file-type/types.ts';
import { finding, type Finding, type FindingArgs, type FindingCode } from '../findings.ts';
import type { Evidence, StoredFile } from '../portfolio.ts';
import { isOriginal, shownFile } from '../evidence/shown-file.ts';
import type { Rule, RuleContext } from './context.ts';
import { storedFilesOf } from '../evidence/files.ts';

interface Content {
  readonly evidence: Evidence;
  readonly stored: StoredFile;
  readonly content: FileContent;
  readonly bytes: number;
}

/** Everything stored of proofs whose bytes were looked at: the originals and the versions that may be shown. */
const contentsOf = ({ portfolio, files }: RuleContext): Content[] =>
  portfolio.evidence.flatMap((evidence) =>
    storedFilesOf(evidence).flatMap(({ key, file: stored }) => {
      const state = files.get(key);
      if (state?.state !== 'present' || state.content === undefined) return [];
      return [{ evidence, stored, content: state.content, bytes: state.bytes }];
    }),
  );

const about = (
  code: FindingCode,
  { evidence: { id, title, publicFile }, stored }: Pick<Content, 'evidence' | 'stored'>,
  args: FindingArgs = {},
): Finding => {
  const option = stored === publicFile ? '--public-file' : '--file';
  return finding(code, `evidence.${id}`, { id, title, file: stored.path, option, ...args });
};

const FAULTS: Record<ContentFault, FindingCode> = {
  empty: 'evidence-empty',
  cut: 'evidence-cut',
  encrypted: 'evidence-encrypted',
};

export const everyProofOpens: Rule = (context) =>
  contentsOf(context).flatMap((one) =>
    one.content.fault === undefined
      ? []
      : [about(FAULTS[one.content.fault], one, { type: one.content.type })],
  );

export const noNameLies: Rule = (context) =>
  contentsOf(context)
    .filter(({ content }) => content.mistyped)
    .map((one) =>
      about('evidence-mistyped', one, { type: one.content.type, extension: extensionOf(one.stored.path) }),
    );

/** Of one attachment: the limit of the France VAE upload (code of SocialGouv/reva, candidate's form, read in 2026). */
const MAX_ANNEX_BYTES = 10_000_000;

/** What may be shown, where it is there: only that goes into annexes. */
const shownContents = (context: RuleContext): Content[] =>
  contentsOf(context).filter(({ evidence, stored }) => shownFile(evidence) === stored);

export const noAnnexIsHuge: Rule = (context) =>
  shownContents(context)
    .filter(
      ({ bytes, content, stored }) => bytes > MAX_ANNEX_BYTES && canStandInAnnexes(content.type, stored.path),
    )
    .map((one) =>
      about('evidence-huge', one, {
        megabytes: Math.ceil(one.bytes / 1_000_000),
        limit: MAX_ANNEX_BYTES / 1_000_000,
      }),
    );

/** Said once for all that need the same: of a folder full of letters nobody reads twenty sentences. */
export const everyAnnexCanBePrinted: Rule = (context) => {
  const families = new Map<FileFamily, Content[]>();
  for (const one of shownContents(context)) {
    const { type, fault } = one.content;
    if (canStandInAnnexes(type, one.stored.path) || fault !== undefined) continue;
    families.set(familyOf(type), [...(families.get(familyOf(type)) ?? []), one]);
  }
  return [...families].map(([family, [first, ...others]]) =>
    about('evidence-not-printable', first!, {
      family,
      ids: [first!, ...others].map(({ evidence }) => evidence.id).join(', '),
      count: others.length + 1,
    }),
  );
};

/** The same bytes under two ids are one proof that is counted twice. */
export const noProofIsThereTwice: Rule = ({ portfolio }) => {
  const first = new Map<string, string>();
  return portfolio.evidence.flatMap((evidence) => {
    const { id, file } = evidence;
    if (file?.sha256 === undefined) return [];
    const other = first.get(file.sha256);
    if (other === undefined) first.set(file.sha256, id);
    return other === undefined ? [] : [about('evidence-duplicate', { evidence, stored: file }, { other })];
  });
};

/** Called a redacted version, it is the original under another name. */
export const everyPublicVersionDiffers: Rule = ({ portfolio }) =>
  portfolio.evidence.flatMap((evidence) => {
    const { file, publicFile, confidentiality } = evidence;
    return publicFile && confidentiality !== 'publiable' && isOriginal(publicFile, file)
      ? [about('evidence-public-same', { evidence, stored: publicFile })]
      : [];
  });
