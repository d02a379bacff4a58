import type { CompletedFlag, CompletedPlace } from './describe-program.ts';

const quote = (text: string): string => `'${text.replaceAll(/['\\]/gu, String.raw`\$&`)}'`;

/** What `--arguments` holds is read by fish once more when it is offered. */
const offered = (words: readonly string[]): string => `-a ${quote(words.map(quote).join(' '))}`;

const nameOf = (name: string): string =>
  name.startsWith('--') ? `-l ${quote(name.slice(2))}` : `-s ${quote(name.slice(1))}`;

const VALUE = { none: '', any: ' -r -F' } as const;

const flagLine = (at: string, { names, description, value }: CompletedFlag): string => {
  const follows = typeof value === 'string' ? VALUE[value] : ` -x ${offered(value)}`;
  return `${at} ${names.map(nameOf).join(' ')}${follows} -d ${quote(description)}`;
};

const placeLines = ({ path, commands, choices, takesFiles, flags }: CompletedPlace): readonly string[] => {
  const at = `complete -c acquis -n ${quote(`__acquis_at ${quote(path)}`)}`;
  return [
    ...(takesFiles ? [] : [`${at} -f`]),
    ...commands.flatMap(({ names, description }) =>
      names.map((name) => `${at} ${offered([name])} -d ${quote(description)}`),
    ),
    ...(choices.length === 0 ? [] : [`${at} ${offered(choices)}`]),
    ...flags.map((flag) => flagLine(at, flag)),
  ];
};

/** Commands lead on; an option that takes a value has the next word for it. */
const walkOf = (places: readonly CompletedPlace[]): string => {
  const valued = places.flatMap(({ path, flags }) =>
    flags.flatMap(({ names, value }) =>
      value === 'none' ? [] : names.map((name) => quote(`${path} ${name}`)),
    ),
  );
  const leads = places.flatMap(({ path, commands }) =>
    commands.flatMap(({ names }) => {
      const keys = names.map((name) => quote(`${path} ${name}`));
      return [
        `        else if contains -- $key ${keys.join(' ')}`,
        `            set place ${quote(`${path} ${names[0]}`)}`,
      ];
    }),
  );
  return [
    'function __acquis_at',
    '    set -l place acquis',
    '    set -l skips 0',
    '    for word in (commandline -opc)[2..-1]',
    '        set -l key "$place $word"',
    '        if test $skips = 1',
    '            set skips 0',
    `        else if contains -- $key ${valued.join(' ')}`,
    '            set skips 1',
    ...leads,
    '        end',
    '    end',
    '    test "$place" = "$argv[1]"',
    'end',
  ].join('\n');
};

/** The script for fish, which completes values behind `=` and files by itself. */
export const fishScript = (places: readonly CompletedPlace[]): string =>
  `${walkOf(places)}\n\ncomplete -c acquis -e\n${places.flatMap(placeLines).join('\n')}\n`;
