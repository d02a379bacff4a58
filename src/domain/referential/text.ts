import { z } from 'zod';

/**
 * A folder brings its own copy of a référentiel, whose words go to terminals and pages: characters that command either
 * (controls, direction overrides) have no place in a register and are refused here, once.
 */
export const RegisterText = z
  .string()
  .min(1)
  .refine((text) => !/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(text.replaceAll('\n', '')), {
    error: 'control',
  });
