// Turns referential/*.yaml into dist/referential/*.json after `tsc`: validated with the compiled schemas, and every
// official text compared with the hash kept beside it, so that no statement of the register changes unseen.
// `--seal` accepts the official texts as they now are: it is how a certification is added (docs/referentials.md).
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { Referential } from '../dist/domain/referential.js';
import { EssPortfolio } from '../dist/domain/ess-portfolio.js';
import { Accompaniment } from '../dist/domain/accompaniment.js';
import { foldStatement, officialTexts } from '../dist/domain/referential/official-texts.js';

const { seal, from, to } = parseArgs({
  options: {
    seal: { type: 'boolean', default: false },
    from: { type: 'string', default: '../referential/' },
    to: { type: 'string', default: '../dist/referential/' },
  },
}).values;
const source = new URL(from, import.meta.url);
const target = new URL(to, import.meta.url);

const schemas = { 'ess-portfolio': EssPortfolio, accompaniment: Accompaniment };
const sha256 = (text) => createHash('sha256').update(text).digest('hex');
const problems = [];

const readYaml = (name) => {
  const document = parseDocument(readFileSync(new URL(`${name}.yaml`, source), 'utf8'));
  for (const error of document.errors) problems.push(`${name}.yaml: ${error.message}`);
  return document;
};

const checkStatements = (name, { blocks }) => {
  for (const { id, statement, hash } of blocks.flatMap((block) => block.competences))
    if (sha256(foldStatement(statement)) !== hash)
      problems.push(`${name}.yaml: the hash of ${id} is not that of its statement`);
};

const sealStatements = (document) => {
  for (const [b, block] of (document.toJS().blocks ?? []).entries())
    for (const [c, { statement }] of block.competences.entries())
      document.setIn(['blocks', b, 'competences', c, 'hash'], sha256(foldStatement(statement)));
  return document;
};

const compareTexts = (name, kept, found) => {
  for (const path of new Set([...Object.keys(kept), ...Object.keys(found)]))
    if (kept[path] !== found[path])
      problems.push(`${name}.yaml: the official text at ${path} is not the one sealed in hashes.json`);
};

const names = readdirSync(source)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => file.slice(0, -'.yaml'.length))
  .toSorted();
const sealed = seal ? {} : JSON.parse(readFileSync(new URL('hashes.json', source), 'utf8'));
const built = new Map();

for (const name of names) {
  const document = seal ? sealStatements(readYaml(name)) : readYaml(name);
  if (seal)
    writeFileSync(
      new URL(`${name}.yaml`, source),
      document.toString({ lineWidth: 0, flowCollectionPadding: false }),
    );
  const data = document.toJS();
  const parsed = (schemas[name] ?? Referential).safeParse(data);
  if (!parsed.success) {
    problems.push(`${name}.yaml:\n${z.prettifyError(parsed.error)}`);
    continue;
  }
  if (parsed.data.code !== name) problems.push(`${name}.yaml holds ${parsed.data.code}`);
  if (parsed.data.blocks !== undefined) checkStatements(name, parsed.data);
  const found = Object.fromEntries(officialTexts(data).map(({ path, text }) => [path, sha256(text)]));
  if (seal) sealed[name] = found;
  else compareTexts(name, sealed[name] ?? {}, found);
  built.set(name, parsed.data);
}

if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exit(1);
}
if (seal) writeFileSync(new URL('hashes.json', source), `${JSON.stringify(sealed, null, 1)}\n`);
mkdirSync(target, { recursive: true });
for (const [name, data] of built) writeFileSync(new URL(`${name}.json`, target), JSON.stringify(data));
writeFileSync(
  new URL('index.json', target),
  JSON.stringify([...built.keys()].filter((name) => schemas[name] === undefined)),
);
