import type { Portfolio } from '../../src/domain/portfolio.ts';

/** Values the schema restricts: nothing can be put there. */
const RESTRICTED = new Set([
  'id', 'version', 'certification', 'stage', 'status', 'kind', 'form', 'state', 'confidentiality', 'sha256', 'bytes',
  'start', 'end', 'date', 'url', 'experiences', 'organisations', 'fictional', 'sent', 'eligible', 'deposit', 'jury',
  'competence', 'birthDate', 'juryDate', 'block', 'target',
]); // prettier-ignore

export const ATTACKS = [
  '<script>fetch("http://127.0.0.1:9911/s")</script>',
  '</style></title><link rel=prefetch href=http://127.0.0.1:9911/p>',
  '<img src=http://127.0.0.1:9911/i onerror=x>',
  '" onload="x" style="background:url(http://127.0.0.1:9911/u)',
  "'; } @import url(http://127.0.0.1:9911/c); {",
  '{{x}} {{{x}}} {{> shared/head}} {{#each this}}',
  '![i](http://127.0.0.1:9911/m) [l](javascript:x) [f](file:///etc/passwd)',
  '<meta http-equiv=refresh content="0;url=http://127.0.0.1:9911/r">',
  '<!-- --> ]]> <textarea>',
  'data-page-of="nowhere" </body><body>',
  'droite\u202egauche\u2066 et \u0007 cloche',
  'سعاد الحسن שרה לוי',
] as const;

export interface HostilePortfolio {
  readonly portfolio: Portfolio;
  /** What was put into each text field, by its path. */
  readonly texts: ReadonlyMap<string, string>;
}

/** A portfolio with an attack after every text, another one in each place, marked so that it can be found again. */
export const makeHostile = (portfolio: Portfolio): HostilePortfolio => {
  const texts = new Map<string, string>();
  const walk = (value: unknown, key: string, path: string): unknown => {
    if (RESTRICTED.has(key) || /^\.evidence\.\d+\.activities$/u.test(path)) return value;
    if (typeof value === 'string') {
      const mark = `K${texts.size}K`;
      const text = `${mark} ${ATTACKS[texts.size % ATTACKS.length]} ${mark}`;
      texts.set(path, text);
      return text;
    }
    if (Array.isArray(value)) return value.map((item, index) => walk(item, '', `${path}.${index}`));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, child]) => [name, walk(child, name, `${path}.${name}`)]),
    );
  };
  return { portfolio: walk(portfolio, '', '') as Portfolio, texts };
};
