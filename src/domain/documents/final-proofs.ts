import type { EvidenceFiles } from '../evidence/files.ts';
import { familyOf } from '../file-type/types.ts';
import { finding, isBlocking, type Finding } from '../findings.ts';
import type { Evidence } from '../portfolio.ts';
import { evidenceFaults, isUnshowable } from '../rules/evidence-rules.ts';
import { shownFile, shownFileKey } from '../evidence/shown-file.ts';
import { organigrammeFaults } from '../rules/organigramme-rules.ts';
import type { FinalContext, FinalRule } from './final-context.ts';

const IMAGE = /\.(?:png|jpe?g|gif|webp|avif|heic|tiff?|bmp|svg)$/iu;

/** By its bytes where they were looked at, else by its name. */
const showsImage = (evidence: Evidence, files: EvidenceFiles): boolean => {
  const shown = shownFile(evidence);
  const state = shown && files.get(shownFileKey(evidence));
  if (state?.state === 'present' && state.content !== undefined)
    return familyOf(state.content.type) === 'image';
  return shown !== undefined && IMAGE.test(shown.path);
};

/** The proofs that one of the jury's documents joins. */
const joinedIn = ({ portfolio, models }: FinalContext): Evidence[] => {
  const joined = new Set(
    models
      .filter(({ audience }) => audience === 'jury')
      .flatMap(({ annexes }) => annexes.map(({ id }) => id)),
  );
  return portfolio.evidence.filter(({ id }) => joined.has(id));
};

const about = (code: 'final-image-without-alt' | 'final-not-anonymised', { id, title }: Evidence): Finding =>
  finding(code, `evidence.${id}`, { id, title });

/** Who cannot see an image reads what it shows. */
export const everyImageHasATextAlternative: FinalRule = (context) =>
  joinedIn(context)
    .filter((evidence) => {
      const { alt, kind, form } = evidence;
      return (
        alt === undefined && (form === 'image' || kind === 'photo' || showsImage(evidence, context.files))
      );
    })
    .map((evidence) => about('final-image-without-alt', evidence));

/** A proof to anonymise is listed without its file until there is a version that may be shown. */
export const everyJoinedProofMayBeShown: FinalRule = (context) =>
  joinedIn(context)
    .filter((evidence) => isUnshowable(evidence, context.files))
    .map((evidence) => about('final-not-anonymised', evidence));

/** A proof that is listed has to be there to be handed in with the document. */
export const everyJoinedProofIsThere: FinalRule = (context) => {
  const joined = new Set(joinedIn(context).map(({ id }) => `evidence.${id}`));
  return evidenceFaults(context.portfolio, context.files).filter(({ path }) => joined.has(path));
};

/** Where organisations are told, an organigramme that cannot be shown would be missing without a word. */
export const everyOrganigrammeIsShown: FinalRule = ({ portfolio, pictures, models }) =>
  pictures !== undefined && models.some((model) => 'organisations' in model)
    ? organigrammeFaults(portfolio, pictures).filter(isBlocking)
    : [];
