import { z } from 'zod';
import { Portfolio } from '../domain/portfolio.ts';

/** The JSON Schema of `portfolio.yaml` as people write it (defaults optional), for editors and other programs. */
export const portfolioSchema = (): string => {
  const schema = z.toJSONSchema(Portfolio, { io: 'input', target: 'draft-2020-12', unrepresentable: 'any' });
  return `${JSON.stringify({ ...schema, title: 'portfolio.yaml (acquis)' }, null, 2)}\n`;
};
