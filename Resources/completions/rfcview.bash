# Completion of rfcview for bash: source this file, or install it as
# /usr/share/bash-completion/completions/rfcview.

_rfcview() {
  local current=$2 previous=$3 command= word words=
  local shared='--mirror --offline --refresh --timeout --help'
  local cache=${XDG_CACHE_HOME:-$HOME/.cache}/rfcview
  COMPREPLY=()

  case $previous in
    --file)
      compopt -o filenames
      mapfile -t COMPREPLY < <(compgen -f -- "$current")
      return
      ;;
    --mirror | --timeout | --section | --to | --limit) return ;;
  esac

  for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $word in
      read | cat | toc | refs | requirements | blocks | search | index | fetch | list | path | guide | keys)
        command=$word
        break
        ;;
    esac
  done

  if [[ $current == -* ]]; then
    case $command in
      '') words="$shared --file --version" ;;
      read) words="$shared --file" ;;
      cat) words="$shared --file --plain --section" ;;
      refs) words="$shared --file --json --to --section" ;;
      toc | requirements | blocks) words="$shared --file --json" ;;
      search) words='--json --limit --help' ;;
      index) words='--quiet --rebuild --help' ;;
      fetch) words="$shared --trace" ;;
      path) words='--file --help' ;;
      *) words='--help' ;;
    esac
  else
    case $command in
      search | index | list | guide | keys) return ;;
      '') words='read cat toc refs requirements blocks search index fetch list path guide keys' ;;
    esac
    # What is in the cache: RFCs by their number, drafts by their name.
    for word in "$cache"/rfc/rfc*.txt "$cache"/draft/draft-*.txt; do
      [[ -e $word ]] || continue
      word=${word##*/}
      word=${word%.txt}
      words+=" ${word#rfc}"
    done
  fi
  mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
}

complete -F _rfcview rfcview
