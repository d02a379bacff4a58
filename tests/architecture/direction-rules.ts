import type { IForbiddenRuleType } from 'dependency-cruiser';

const layer = (from: string, mayUse: readonly string[]): IForbiddenRuleType => ({
  name: `${from}-direction`,
  severity: 'error',
  from: { path: `^src/${from}/` },
  to: { path: '^src/', pathNot: mayUse.map((allowed) => `^src/${allowed}`) },
});

/** Who may use which package: one that stands nowhere here is used nowhere. */
export const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  domain: ['zod'],
  app: ['zod'],
  catalogue: [],
  storage: ['csv-parse', 'fflate', 'proper-lockfile', 'tinyglobby', 'yaml', 'yauzl', 'zod'],
  render: [
    'csv-parse','@puppeteer/browsers', 'puppeteer-core', 'tar-fs', 'yauzl', 'mdast-util-to-markdown', 'mdast-util-gfm-table', 'mdast-util-gfm-strikethrough', 'handlebars', 'markdown-it', 'parse5', 'saxes', 'fflate', 'zod', '@cantoo/pdf-lib', 'pdfjs-dist', 'sharp'], // prettier-ignore
  prompts: ['@inquirer/core', '@inquirer/prompts', 'fast-string-width', 'fast-wrap-ansi', 'zod'],
  output: ['chalk', 'fast-string-width', 'fast-wrap-ansi'],
  workers: [],
  'preview-server': [],
  cli: ['commander'],
};

/** Types alone cost nothing at run time, and vanish from what is shipped. */
const packages = ([from, names]: readonly [string, readonly string[]]): IForbiddenRuleType => ({
  name: `${from}-packages`,
  severity: 'error',
  from: { path: `^src/${from}/` },
  to: {
    path: '(^|/)node_modules/',
    pathNot: ['(^|/)node_modules/@types/', ...names.map((name) => `(^|/)node_modules/${name}/`)],
  },
});

const adapter = (name: string): IForbiddenRuleType =>
  layer(name, [
    `${name}/`,
    'app/(ports/[^/]+|errors|defects)\\.ts$',
    'domain/',
    'catalogue/',
    'assets\\.ts$',
  ]);

/** Who may import whom. Each adapter sees the domain, the ports and the words; never another adapter. */
export const directionRules: IForbiddenRuleType[] = [
  {
    name: 'no-circular',
    severity: 'error',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  layer('domain', ['domain/']),
  layer('app', ['app/', 'domain/']),
  layer('catalogue', ['catalogue/', 'domain/', 'app/(errors|defects|ports/prompter)\\.ts$']),
  ...['storage', 'render', 'prompts', 'output', 'workers', 'preview-server'].map(adapter),
  {
    name: 'core-does-no-io',
    severity: 'error',
    from: { path: '^src/(domain|app|catalogue)/' },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'only-wire-constructs-adapters',
    severity: 'error',
    from: { path: '^src/cli/commands/' },
    to: { path: '^src/(storage|render|prompts|workers|preview-server)/' },
  },
  ...Object.entries(PACKAGES).map(packages),
];
