import { shellWord } from '../../catalogue/fr/shell-word.ts';
import type { CompletedPlace } from './describe-program.ts';

/** How a shell wants a word it offers; the description is missing where a word explains itself. */
export type Entry = (word: string, description?: string) => string;

const list = (words: readonly string[]): string => `(${words.map(shellWord).join(' ')})`;

const branch = (keys: readonly string[], body: string): string =>
  `    ${keys.map(shellWord).join(' | ')}) ${body} ;;`;

const table = (name: string, branches: readonly string[]): string =>
  [`${name}() {`, '  case "$1" in', ...branches, '    *) return 1 ;;', '  esac', '}'].join('\n');

/**
 * What bash and zsh look up, as functions that either reads. Each gets the path so far and, but for the last, the next
 * word, and fails where it knows nothing:
 * `_acquis_lead` sets `place` behind a command's name; `_acquis_value` fills `entries` with what follows an option, none
 * for files; `_acquis_words` fills `entries`, `flags` and, where files may stand, `files`.
 */
export const caseTables = (places: readonly CompletedPlace[], entry: Entry): string => {
  const leads = places.flatMap(({ path, commands }) =>
    commands.map(({ names }) =>
      branch(
        names.map((name) => `${path} ${name}`),
        `place=${shellWord(`${path} ${names[0]}`)}`,
      ),
    ),
  );
  const values = places.flatMap(({ path, flags }) =>
    flags.flatMap(({ names, value }) => {
      const keys = names.map((name) => `${path} ${name}`);
      if (value === 'none') return [];
      return [branch(keys, `entries=${list(value === 'any' ? [] : value.map((one) => entry(one)))}`)];
    }),
  );
  const words = places.map(({ path, commands, choices, takesFiles, flags }) => {
    const entries = [
      ...commands.flatMap(({ names, description }) => names.map((name) => entry(name, description))),
      ...choices.map((choice) => entry(choice)),
    ];
    const flagEntries = flags.flatMap(({ names, description }) =>
      names.map((name) => entry(name, description)),
    );
    return branch([path], `entries=${list(entries)} flags=${list(flagEntries)} files=${takesFiles ? 1 : ''}`);
  });
  return [table('_acquis_lead', leads), table('_acquis_value', values), table('_acquis_words', words)].join(
    '\n\n',
  );
};
