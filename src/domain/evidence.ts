/** A proof: a file or a link that shows something, or one that somebody still has to send. */
import { z } from 'zod';
import { Day, PartialDate, Period } from './dates.ts';
import { EVIDENCE_KINDS } from './evidence/kinds.ts';
import { EntityId, Text } from './field-types.ts';
import { StoredFile } from './evidence/stored-file.ts';

export const EVIDENCE_FORMS = ['écrit', 'oral', 'image', 'vidéo', 'objet'] as const;
/** In the order a proof goes through them; nobody has to say « reçue » of one whose file is there. */
export const EVIDENCE_STATES = ['à demander', 'demandée', 'promise', 'reçue'] as const;
export const CONFIDENTIALITIES = ['publiable', 'à anonymiser', 'à ne pas joindre'] as const;
/** Whose work it is: the candidate's alone, a team's with the candidate in it, somebody else's. */
export const AUTHORS = ['à moi', 'à plusieurs', 'd’un tiers'] as const;
/** Vouched for by somebody who answers for it (an employer, a certifier), or said by the candidate alone. */
export const GUARANTEES = ['garantie', 'déclarée'] as const;
/** Who has to agree: persons in a picture or a film, who is quoted, the organisation whose document it is. */
export const AUTHORISATIONS = ['image', 'témoignage', 'employeur', 'partenaire', 'autre'] as const;

/** The version that may be shown; `note` says what it is: « caviardée », « extrait, pages 2 et 3 ». */
const PublicFile = StoredFile.extend({ note: Text.optional() });

export const Evidence = z.strictObject({
  id: EntityId,
  title: Text,
  kind: z.enum(EVIDENCE_KINDS).optional(),
  form: z.enum(EVIDENCE_FORMS).optional(),
  date: PartialDate.optional(),
  period: Period.optional(),
  madeBy: z.enum(AUTHORS).optional(),
  guarantee: z.enum(GUARANTEES).optional(),
  state: z.enum(EVIDENCE_STATES).optional(),
  askedFrom: Text.optional(),
  askedOn: Day.optional(),
  promisedFor: PartialDate.optional(),
  receivedOn: Day.optional(),
  file: StoredFile.optional(),
  url: z
    .string()
    .regex(/^https?:\/\/\S+$/i, { error: 'url' })
    .optional(),
  publicFile: PublicFile.optional(),
  experiences: z.array(EntityId).default([]),
  activities: z.array(EntityId).default([]),
  shows: z.array(z.strictObject({ competence: Text, what: Text.optional() })).default([]),
  confidentiality: z.enum(CONFIDENTIALITIES).optional(),
  authorisation: z
    .strictObject({
      kind: z.enum(AUTHORISATIONS).optional(),
      who: Text,
      what: Text.optional(),
      date: PartialDate.optional(),
    })
    .optional(),
  alt: Text.optional(),
});
export type Evidence = z.infer<typeof Evidence>;

/** A proof is received when its file or link is there, whatever `state` says. */
export const isReceived = ({ file, url }: Pick<Evidence, 'file' | 'url'>): boolean =>
  file !== undefined || url !== undefined;

/** Not there yet, and noted as something that somebody is to send. */
export const isAwaited = (evidence: Evidence): boolean =>
  !isReceived(evidence) && evidence.state !== undefined && evidence.state !== 'reçue';
