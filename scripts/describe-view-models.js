// Writes down what templates receive, from the types of src/domain/documents: templates/view-model.json, which the program
// reads to find a misspelt field before a document is made, and two pages for those who write templates: docs/view-model.md
// and, in French, templates/champs.md, which travels with each copy.
// `npm run view-model` after a change of these types; a test compares.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import ts from 'typescript';

const at = (relative) => fileURLToPath(new URL(`../${relative}`, import.meta.url));
const ENTRY = at('src/domain/documents/document.ts');

const program = ts.createProgram([ENTRY], {
  strict: true,
  exactOptionalPropertyTypes: true,
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  allowImportingTsExtensions: true,
  noEmit: true,
  types: [],
});
const checker = program.getTypeChecker();
const source = program.getSourceFile(ENTRY);

/** Types with a name of their own, described once. */
const types = {};

const noteOf = (symbol) => {
  const text = ts
    .displayPartsToString(symbol.getDocumentationComment(checker))
    .replaceAll(/\s+/g, ' ')
    .trim();
  return text === '' ? {} : { note: text };
};

const partsOf = (type) => (type.isUnion() ? type.types : [type]);
const isVoid = (type) => (type.flags & ts.TypeFlags.Undefined) !== 0;

const fieldsOf = (type) =>
  Object.fromEntries(
    checker.getPropertiesOfType(type).map((property) => {
      const declared = checker.getTypeOfSymbol(property);
      return [property.name, { ...describe(declared, property), ...noteOf(property) }];
    }),
  );

/** The name a type is written under where it is used: `Markdown` is a text, and yet says more. */
const aliasOf = (symbol) => {
  const written = symbol?.valueDeclaration?.type?.getText() ?? '';
  return /\bMarkdown\b/u.test(written) ? 'Markdown' : undefined;
};

const describe = (type, symbol) => {
  const optional = partsOf(type).some(isVoid);
  const kept = partsOf(type).filter((part) => !isVoid(part));
  return { ...(optional && { optional }), ...describePart(type, kept, symbol) };
};

const describePart = (whole, kept, symbol) => {
  if (kept.every((part) => part.isStringLiteral()))
    return { type: 'choice', values: kept.map(({ value }) => value).toSorted() };
  if (kept.every((part) => part.isNumberLiteral()))
    return { type: 'number', values: kept.map(({ value }) => value).toSorted((a, b) => a - b) };
  if (kept.every((part) => (part.flags & ts.TypeFlags.BooleanLike) !== 0)) return { type: 'boolean' };
  const [type] = kept;
  if (kept.length > 1) return { type: checker.typeToString(whole) };
  if ((type.flags & ts.TypeFlags.StringLike) !== 0) return { type: aliasOf(symbol) ?? 'text' };
  if ((type.flags & ts.TypeFlags.NumberLike) !== 0) return { type: 'number' };
  if (checker.isArrayType(type)) {
    const [item] = checker.getTypeArguments(type);
    return { list: true, ...describePart(item, partsOf(item), symbol) };
  }
  return describeObject(type);
};

const describeObject = (type) => {
  const { name } = type.aliasSymbol ?? type.getSymbol() ?? {};
  if (name === undefined || name.startsWith('__')) return { type: 'object', fields: fieldsOf(type) };
  if (!(name in types)) {
    types[name] = {};
    types[name] = { ...noteOf(type.aliasSymbol ?? type.getSymbol()), fields: fieldsOf(type) };
  }
  return { type: name };
};

const exported = checker.getExportsOfModule(checker.getSymbolAtLocation(source));
const union = checker.getDeclaredTypeOfSymbol(exported.find(({ name }) => name === 'DocumentModel'));
const documents = {};
for (const part of partsOf(union)) {
  const { type } = describeObject(part);
  for (const kind of types[type].fields.kind.values) documents[kind] = type;
}
const versionFile = readFileSync(at('src/domain/documents/view-model.ts'), 'utf8');
const version = Number(/VIEW_MODEL = (\d+)/u.exec(versionFile)[1]);
const model = { version, documents, types };

const ENGLISH = {
  list: 'list of ',
  lacks: ', may lack',
  kinds: (kinds) => `Templates of ${kinds}.`,
  words: {},
  head: '| field | what | |\n| --- | --- | --- |',
};
const FRENCH = {
  list: 'liste de ',
  lacks: ', peut manquer',
  kinds: (kinds) => `Modèles de ${kinds}.`,
  words: { text: 'texte', number: 'nombre', boolean: 'oui ou non', choice: 'au choix', object: 'groupe' },
  head: '| champ | contenu |\n| --- | --- |',
};

const typeText = ({ type, list, optional, values, fields }, language) => {
  const link = type in types ? `[${type}](#${type.toLowerCase()})` : fields ? 'object' : type;
  const choice = values ? ` (${values.map((value) => `\`${value}\``).join(', ')})` : '';
  return `${list ? language.list : ''}${language.words[link] ?? link}${choice}${optional ? language.lacks : ''}`;
};

const rowsOf = (fields, language, before = '') =>
  Object.entries(fields).flatMap(([name, field]) => [
    `| \`${before}${name}\` | ${[
      typeText(field, language),
      ...(language === ENGLISH ? [field.note ?? ''] : []),
    ]
      .map((cell) => cell.replaceAll('|', '\\|'))
      .join(' | ')} |`,
    ...(field.fields ? rowsOf(field.fields, language, `${before}${name}${field.list ? '[]' : ''}.`) : []),
  ]);

const sections = (language) =>
  Object.entries(types)
    .map(([name, { note, fields }]) => {
      const kinds = Object.keys(documents).filter((kind) => documents[kind] === name);
      const of =
        kinds.length > 0 ? `\n${language.kinds(kinds.map((kind) => `\`${kind}/\``).join(', '))}\n` : '';
      const said = note && language === ENGLISH ? `\n${note}\n` : '';
      return `## ${name}\n${of}${said}\n${language.head}\n${rowsOf(fields, language).join('\n')}\n`;
    })
    .join('\n');

const english = `# What templates receive

View-model version ${version}. Written by \`npm run view-model\` from the types of \`src/domain/documents/\`: change those, not this
page. A field that may lack is there and undefined: \`{{#if field}}\` asks for it. \`Markdown\` is text of the candidate’s, printed by
\`{{prose}}\` or \`{{phrase}}\`. How templates are written: [templates.md](templates.md).

${sections(ENGLISH)}`;

const french = `# Ce que reçoivent les modèles

Champs, version ${version}. Un champ qui peut manquer se teste : \`{{#if champ}}\`. Un texte \`Markdown\` vient de la candidate ou du
candidat : \`{{prose champ 2}}\` l’imprime en paragraphes (sous un titre de niveau 2), \`{{phrase champ}}\` en une ligne. Chaque page
reçoit en plus \`title\` (le titre du fichier) et \`heading\` (celui de la couverture) ; \`@working\` dit un document de travail,
\`@paged\` le papier.

${sections(FRENCH)}`;

const outputs = {};
for (const [file, text] of Object.entries({
  'templates/view-model.json': JSON.stringify(model),
  'docs/view-model.md': english,
  'templates/champs.md': french,
}))
  outputs[file] = await format(text, { ...(await resolveConfig(at(file))), filepath: at(file) });
if (process.argv.includes('--check')) {
  const stale = Object.keys(outputs).filter((file) => readFileSync(at(file), 'utf8') !== outputs[file]);
  if (stale.length > 0) {
    console.error(`not what the types say (npm run view-model): ${stale.join(', ')}`);
    process.exitCode = 1;
  }
} else for (const [file, text] of Object.entries(outputs)) writeFileSync(at(file), text);
