import { packPortfolio } from '../app/pack-portfolio.ts';
import type { PackOutcome } from '../app/pack-portfolio.ts';
import { packageVersion } from '../assets.ts';
import { words } from '../catalogue/index.ts';
import { PACK_EXTRAS, type PackExtra } from '../domain/bag/pack-contents.ts';
import { sayLine } from '../output/error-report.ts';
import type { PackFlags } from './commands/pack.ts';
import type { Cli } from './context.ts';
import { dayAsked, oneOf } from './flags.ts';

const said = words.archive.pack;

const distinct = (proofs: readonly { readonly id: string }[]): string[] => [
  ...new Set(proofs.map(({ id }) => id)),
];

/** What a person must know before they send it. */
const notices = ({ archive, contents, portfolio }: PackOutcome, extras: ReadonlySet<PackExtra>): string[] => {
  const travelling = distinct(contents.proofs.filter(({ isPrivate }) => isPrivate));
  const staying = distinct(contents.leftOut.filter(({ reason }) => reason === 'private'));
  const asked = distinct(contents.leftOut.filter(({ reason }) => reason === 'asked'));
  return [
    ...(travelling.length > 0 ? [said.privateTravel(travelling)] : []),
    ...(extras.has('notes') && portfolio.notes !== undefined ? [said.notes] : []),
    ...(extras.has('pseudonymes') ? [said.pseudonyms] : []),
    ...(staying.length > 0 ? [said.privateStay(staying)] : []),
    ...(asked.length > 0 ? [said.askedOut(asked)] : []),
    ...(archive.absent.length > 0 ? [said.absent(archive.absent)] : []),
  ];
};

export const runPack = async (folder: string, flags: PackFlags, cli: Cli): Promise<void> => {
  const extras = new Set(flags.with.map((value) => oneOf('--with', value, PACK_EXTRAS, said.expected.with)));
  const outcome = await packPortfolio(
    { store: await cli.store({ tellsCut: false }), archives: await cli.archives() },
    {
      folder,
      extras,
      without: flags.withoutProofs ? 'all' : new Set(flags.without),
      date: dayAsked(cli, flags.at),
      out: flags.out,
      agent: `acquis ${packageVersion()}`,
    },
  );
  const { terminal } = cli;
  const { bytes, files, isNew } = outcome.archive;
  const path = cli.show(outcome.archive.path);
  terminal.data(`${path}\n`);
  sayLine(isNew ? said.made(path, bytes, files) : said.alreadyMade(path), terminal);
  for (const notice of notices(outcome, extras)) sayLine(notice, terminal);
  sayLine(said.reader, terminal);
};
