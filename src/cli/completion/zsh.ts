import { caseTables, type Entry } from './case-tables.ts';
import type { CompletedPlace } from './describe-program.ts';

// Under the name _acquis in a folder of fpath the file is the function itself; read at the start of a shell it registers
// the function, and starts the completion system where nobody has.
const ASK = `
_acquis_offer() {
  if ((\${#entries})); then _describe acquis entries; else _files; fi
}

_acquis() {
  local place=acquis files= word
  local -a entries flags
  local -i at=2
  while ((at < CURRENT)); do
    word=\${(Q)words[at]}
    ((at += 1))
    if _acquis_value "$place $word"; then
      if ((at >= CURRENT)); then _acquis_offer; return; fi
      ((at += 1))
    else
      _acquis_lead "$place $word"
    fi
  done
  if [[ $PREFIX == --*=* ]] && _acquis_value "$place \${PREFIX%%\\=*}"; then
    compset -P '*='
    _acquis_offer
    return
  fi
  _acquis_words "$place"
  if [[ $PREFIX == -* || \${#entries} -eq 0 && -z $files ]]; then entries=("\${flags[@]}"); fi
  _acquis_offer
}

if [[ $funcstack[1] == _acquis ]]; then
  _acquis "$@"
else
  (( $+functions[compdef] )) || { autoload -Uz compinit && compinit -i; }
  compdef _acquis acquis
fi
`;

/** `_describe` parts a word from its description at the first colon, and reads backslashes in both. */
const described: Entry = (word, description) => {
  const name = word.replaceAll(/[:\\]/gu, String.raw`\$&`);
  return description === undefined ? name : `${name}:${description.replaceAll('\\', String.raw`\\`)}`;
};

/** The script for zsh, with what the help says beside each word. */
export const zshScript = (places: readonly CompletedPlace[]): string =>
  `${caseTables(places, described)}\n${ASK}`;
