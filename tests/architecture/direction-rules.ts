import type { IForbiddenRuleType } from 'dependency-cruiser';

const layer = (from: string, mayUse: readonly string[]): IForbiddenRuleType => ({
  name: `${from}-direction`,
  severity: 'error',
  from: { path: `^src/${from}/` },
  to: { path: '^src/', pathNot: mayUse.map((allowed) => `^src/${allowed}`) },
});

const only = (owner: string, packages: string): IForbiddenRuleType => ({
  name: `only-${owner}-uses-${packages.replaceAll(/[^a-z]/g, '')}`,
  severity: 'error',
  from: { path: '^src/', pathNot: `^src/${owner}/` },
  to: { path: `(^|/)node_modules/${packages}` },
});

const adapter = (name: string): IForbiddenRuleType =>
  layer(name, [
    `${name}/`,
    'app/(ports[^/]*|errors|defects|prompter|document-printer|[a-z-]+-port)\\.ts$',
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
  layer('catalogue', ['catalogue/', 'domain/', 'app/(errors|defects|prompter)\\.ts$']),
  ...['storage', 'render', 'prompts', 'output', 'workers', 'preview-server'].map(adapter),
  {
    name: 'core-does-no-io',
    severity: 'error',
    from: { path: '^src/(domain|app|catalogue)/' },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'core-uses-only-zod',
    severity: 'error',
    from: { path: '^src/(domain|app|catalogue)/' },
    to: { path: '(^|/)node_modules/', pathNot: '(^|/)node_modules/zod/' },
  },
  {
    name: 'only-wire-constructs-adapters',
    severity: 'error',
    from: { path: '^src/cli/commands/' },
    to: { path: '^src/(storage|render|prompts|workers|preview-server)/' },
  },
  only('cli', 'commander/'),
  only('prompts', '@inquirer/'),
  only('render', '(puppeteer-core|handlebars|markdown-it|@cantoo|sharp)/'),
  only('output', 'chalk/'),
  only('storage', '(yaml|proper-lockfile|csv-parse|tinyglobby)/'),
];
