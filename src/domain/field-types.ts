/** What many fields of a stored document have in common. */
import { z } from 'zod';

export const Text = z.string().min(1, { error: 'empty' });
/** A short id as candidates read it in documents: `A1`, `P07`. */
export const EntityId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/, { error: 'id' });
