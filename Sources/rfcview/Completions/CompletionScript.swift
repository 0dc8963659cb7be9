import ArgumentParser

/// What `--generate-completion-script` prints: the script of ArgumentParser, which does not know default commands, and
/// behind it what makes a line that names no command mean `read`.
struct CompletionScript {
  let shell: CompletionShell

  /// Nil for arguments that ask for none.
  init?(arguments: [String]) {
    guard arguments.count == 2, arguments[0] == "--generate-completion-script",
      let shell = CompletionShell(rawValue: arguments[1])
    else { return nil }
    self.shell = shell
  }

  var text: String {
    // The last statement for zsh calls or registers the function; here that is another.
    let end = #"if [[ "${funcstack[1]}" = _rfcview ]]; then"#
    let lines = RootCommand.completionScript(for: shell).split(
      separator: "\n", omittingEmptySubsequences: false)
    let base = lines.prefix { $0 != end }.joined(separator: "\n")
    return base + "\n\n# A line that names no command means `read`.\n" + addition + "\n"
  }

  private var addition: String {
    switch shell {
    case .bash: bash
    case .zsh: zsh
    default: fish
    }
  }

  private func names(separatedBy separator: String) -> String {
    let names = RootCommand.configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    return names.joined(separator: separator)
  }

  private var bash: String {
    #"""
    _rfcview_or_read() {
        local -a typed=("${COMP_WORDS[@]}")
        local word
        for word in "${typed[@]:1:COMP_CWORD-1}"; do
            case "${word}" in
            \#(names(separatedBy: "|")))
                _rfcview "${@}"
                return
                ;;
            esac
        done
        [[ "${COMP_CWORD}" -eq 1 ]] && _rfcview "${@}"
        local -a COMP_WORDS=("${typed[0]}" read "${typed[@]:1}")
        local -i COMP_CWORD="$((COMP_CWORD + 1))"
        _rfcview "${@}"
    }

    complete -o filenames -F _rfcview_or_read rfcview
    """#
  }

  private var zsh: String {
    #"""
    __rfcview_or_read() {
        # What is called changes them.
        local -ar typed=("${words[@]}")
        local -ir current="${CURRENT}"
        local -ar named=("${(@M)words[2,CURRENT-1]:#(\#(names(separatedBy: "|")))}")
        local -i ret=1
        _rfcview "${@}" && ret=0
        if (( ${#named} == 0 )); then
            words=("${typed[1]}" read "${(@)typed[2,-1]}")
            CURRENT="$((current + 1))"
            _rfcview "${@}" && ret=0
        fi
        return "${ret}"
    }

    compdef __rfcview_or_read rfcview
    [[ "${funcstack[1]}" != _rfcview ]] || __rfcview_or_read "${@}"
    """#
  }

  private var fish: String {
    #"""
    functions -e __rfcview_typed_tokens
    functions -c __rfcview_tokens __rfcview_typed_tokens
    function __rfcview_tokens
        set -l tokens (__rfcview_typed_tokens $argv)
        set -l before (__rfcview_typed_tokens -pc)[2..]
        if string match -q -- '-p*' $argv; and set -q before[1]
            for command in \#(names(separatedBy: " "))
                contains -- $command $before; and set -e before; and break
            end
            set -q before[1]; and set tokens $tokens[1] read $tokens[2..]
        end
        printf '%s\n' $tokens
    end

    complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_positional "rfcview" -eq 1' -ka '(complete -C "rfcview read "(commandline -ct))'
    """#
  }
}
