import { caseTables } from './case-tables.ts';
import type { CompletedPlace } from './describe-program.ts';

// Runs in bash 3.2 too, which macOS has: no associative array, no compopt. An empty answer means files and folders:
// readline then offers them itself, spaces and quotes included. Bash parts `--format=pdf` at the sign, unless it was told not to.
const ASK = `
_acquis_reply() {
  local typed=\${1//\\\\/} entry quoted
  case $1 in [\\'\\"]*) typed=\${1#?} ;; esac
  for entry in "\${entries[@]}"; do
    [[ $entry == "$typed"* ]] || continue
    case $1 in
      [\\'\\"]*) quoted=$entry ;;
      *) printf -v quoted %q "$entry" ;;
    esac
    COMPREPLY+=("\${2-}$quoted")
  done
}

_acquis() {
  local place=acquis files= typed=\${COMP_WORDS[COMP_CWORD]} i=1 word
  local -a entries flags
  COMPREPLY=()
  while ((i < COMP_CWORD)); do
    word=\${COMP_WORDS[i]}
    i=$((i + 1))
    if _acquis_value "$place $word"; then
      [[ \${COMP_WORDS[i]-} != = ]] || i=$((i + 1))
      if ((i >= COMP_CWORD)); then
        [[ $typed != = ]] || typed=
        _acquis_reply "$typed"
        return
      fi
      i=$((i + 1))
    else
      _acquis_lead "$place $word"
    fi
  done
  if [[ $typed == --*=* ]] && _acquis_value "$place \${typed%%=*}"; then
    _acquis_reply "\${typed#*=}" "\${typed%%=*}="
    return
  fi
  _acquis_words "$place"
  if [[ $typed == -* || -z $files && \${#entries[@]} -eq 0 ]]; then entries=("\${flags[@]}"); fi
  _acquis_reply "$typed"
}

complete -o bashdefault -o default -F _acquis acquis
`;

/** The script for bash. */
export const bashScript = (places: readonly CompletedPlace[]): string =>
  `${caseTables(places, (word) => word)}\n${ASK}`;
