#!/bin/bash

__rfcview_cursor_index_in_current_word() {
    local remaining="${COMP_LINE}"

    local word
    for word in "${COMP_WORDS[@]::COMP_CWORD}"; do
        remaining="${remaining##*([[:space:]])"${word}"*([[:space:]])}"
    done

    local -ir index="$((COMP_POINT - ${#COMP_LINE} + ${#remaining}))"
    if [[ "${index}" -le 0 ]]; then
        printf 0
    else
        printf %s "${index}"
    fi
}

# positional arguments:
#
# - 1: the current (sub)command's count of positional arguments
#
# required variables:
#
# - repeating_flags: the repeating flags that the current (sub)command can accept
# - non_repeating_flags: the non-repeating flags that the current (sub)command can accept
# - repeating_options: the repeating options that the current (sub)command can accept
# - non_repeating_options: the non-repeating options that the current (sub)command can accept
# - positional_number: value ignored
# - unparsed_words: unparsed words from the current command line
#
# modified variables:
#
# - non_repeating_flags: remove flags for this (sub)command that are already on the command line
# - non_repeating_options: remove options for this (sub)command that are already on the command line
# - positional_number: set to the current positional number
# - unparsed_words: remove all flags, options, and option values for this (sub)command
__rfcview_offer_flags_options() {
    local -ir positional_count="${1}"
    positional_number=0

    local was_flag_option_terminator_seen=false
    local is_parsing_option_value=false

    local -ar unparsed_word_indices=("${!unparsed_words[@]}")
    local -i word_index
    for word_index in "${unparsed_word_indices[@]}"; do
        if "${is_parsing_option_value}"; then
            # This word is an option value:
            # Reset marker for next word iff not currently the last word
            [[ "${word_index}" -ne "${unparsed_word_indices[${#unparsed_word_indices[@]} - 1]}" ]] && is_parsing_option_value=false
            unset "unparsed_words[${word_index}]"
            # Do not process this word as a flag or an option
            continue
        fi

        local word="${unparsed_words["${word_index}"]}"
        if ! "${was_flag_option_terminator_seen}"; then
            case "${word}" in
            --)
                unset "unparsed_words[${word_index}]"
                # by itself -- is a flag/option terminator, but if it is the last word, it is the start of a completion
                if [[ "${word_index}" -ne "${unparsed_word_indices[${#unparsed_word_indices[@]} - 1]}" ]]; then
                    was_flag_option_terminator_seen=true
                fi
                continue
                ;;
            -*)
                # ${word} is a flag or an option
                # If ${word} is an option, mark that the next word to be parsed is an option value
                local option
                for option in "${repeating_options[@]}" "${non_repeating_options[@]}"; do
                    [[ "${word}" = "${option}" ]] && is_parsing_option_value=true && break
                done

                # Remove ${word} from ${non_repeating_flags} or ${non_repeating_options} so it isn't offered again
                local not_found=true
                local -i index
                for index in "${!non_repeating_flags[@]}"; do
                    if [[ "${non_repeating_flags[${index}]}" = "${word}" ]]; then
                        unset "non_repeating_flags[${index}]"
                        non_repeating_flags=("${non_repeating_flags[@]}")
                        not_found=false
                        break
                    fi
                done
                if "${not_found}"; then
                    for index in "${!non_repeating_flags[@]}"; do
                        if [[ "${non_repeating_flags[${index}]}" = "${word}" ]]; then
                            unset "non_repeating_flags[${index}]"
                            non_repeating_flags=("${non_repeating_flags[@]}")
                            break
                        fi
                    done
                fi
                unset "unparsed_words[${word_index}]"
                continue
                ;;
            esac
        fi

        # ${word} is neither a flag, nor an option, nor an option value
        if [[ "${positional_number}" -lt "${positional_count}" || "${positional_count}" -lt 0 ]]; then
            # ${word} is a positional
            ((positional_number++))
            unset "unparsed_words[${word_index}]"
        else
            if [[ -z "${word}" ]]; then
                # Could be completing a flag, option, or subcommand
                positional_number=-1
            else
                # ${word} is a subcommand or invalid, so stop processing this (sub)command
                positional_number=-2
            fi
            break
        fi
    done

    unparsed_words=("${unparsed_words[@]}")

    if\
        ! "${was_flag_option_terminator_seen}"\
        && ! "${is_parsing_option_value}"\
        && [[ ("${cur}" = -* && "${positional_number}" -ge 0) || "${positional_number}" -eq -1 ]]
    then
        COMPREPLY+=($(compgen -W "${repeating_flags[*]} ${non_repeating_flags[*]} ${repeating_options[*]} ${non_repeating_options[*]}" -- "${cur}"))
    fi
}

__rfcview_add_completions() {
    local completion
    while IFS='' read -r completion; do
        COMPREPLY+=("${completion}")
    done < <(IFS=$'\n' compgen "${@}" -- "${cur}")
}

__rfcview_custom_complete() {
    if [[ -n "${cur}" || -z ${COMP_WORDS[${COMP_CWORD}]} || "${COMP_LINE:${COMP_POINT}:1}" != ' ' ]]; then
        local -ar words=("${COMP_WORDS[@]}")
    else
        local -ar words=("${COMP_WORDS[@]::${COMP_CWORD}}" '' "${COMP_WORDS[@]:${COMP_CWORD}}")
    fi

    "${COMP_WORDS[0]}" "${@}" "${words[@]}"
}

_rfcview() {
    local state
    state="$(shopt -p;shopt -po)"
    trap "${state//$'\n'/;}" RETURN
    shopt -s extglob
    set +o history +o posix

    local -xr SAP_SHELL=bash
    local -x SAP_SHELL_VERSION
    SAP_SHELL_VERSION="$(IFS='.';printf %s "${BASH_VERSINFO[*]}")"
    local -r SAP_SHELL_VERSION

    local -r cur="${2}"
    local -r prev="${3}"

    local -i positional_number
    local -a unparsed_words=("${COMP_WORDS[@]:1:${COMP_CWORD}}")

    local -a repeating_flags=()
    local -a non_repeating_flags=(--offline --refresh --version -h --help)
    local -a repeating_options=()
    local -a non_repeating_options=(--mirror --timeout)
    __rfcview_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--mirror')
        return
        ;;
    '--timeout')
        return
        ;;
    esac

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    read|cat|toc|refs|amends|requirements|blocks|extract|abnf|errata|successor|diff|fetch|find|info|list|path|search|index|sync|update|bookmarks|guide|keys|settings|help)
        # Offer subcommand argument completions
        "_rfcview_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'read cat toc refs amends requirements blocks extract abnf errata successor diff fetch find info list path search index sync update bookmarks guide keys settings help' -- "${cur}"))
        ;;
    esac
}

_rfcview_read() {
    repeating_flags=()
    non_repeating_flags=(-i --ignore-case -I --IGNORE-CASE -g --hilite-search -G --HILITE-SEARCH -N --LINE-NUMBERS -S --chop-long-lines --offline --refresh --pages --version -h --help)
    repeating_options=()
    non_repeating_options=(--file -j --jump-target -p --pattern --mirror --timeout)
    __rfcview_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--file')
        __rfcview_add_completions -f
        return
        ;;
    '-j'|'--jump-target')
        return
        ;;
    '-p'|'--pattern')
        return
        ;;
    '--mirror')
        return
        ;;
    '--timeout')
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __rfcview_add_completions -W "$(__rfcview_custom_complete ---completion read -- positional@0 "${COMP_CWORD}" "$(__rfcview_cursor_index_in_current_word)")"
        return
        ;;
    esac
}

_rfcview_cat() {
    repeating_flags=()
    non_repeating_flags=(--offline --refresh --plain --errata --version -h --help)
    repeating_options=()
    non_repeating_options=(--file --mirror --timeout --section)
    __rfcview_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--file')
        __rfcview_add_completions -f
        return
        ;;
    '--mirror')
        return
        ;;
    '--timeout')
        return
        ;;
    '--section')
        __rfcview_add_completions -W "$(__rfcview_custom_complete ---completion cat -- --section "${COMP_CWORD}" "$(__rfcview_cursor_index_in_current_word)")"
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __rfcview_add_completions -W "$(__rfcview_custom_complete ---completion cat -- positional@0 "${COMP_CWORD}" "$(__rfcview_cursor_index_in_current_word)")"
        return
        ;;
    esac
}

_rfcview_toc() {
    repeating_flags=()
    non_repeating_flags=(--offline --refresh --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--file --mirror --timeout --section)
    __rfcview_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--file')
        __rfcview_add_completions -f
        return
        ;;
    '--mirror')
        return
        ;;
    '--timeout')
        return
        ;;
    '--section')
        __rfcview_add_completions -W "$(__rfcview_custom_complete ---completion toc -- --section "${COMP_CWORD}" "$(__rfcview_cursor_index_in_current_word)")"
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __rfcview_add_completions -W "$(__rfcview_custom_complete ---completion toc -- positional@0 "${COMP_CWORD}" "$(__rfcview_cursor_index_in_current_word)")"
        return
        ;;
    esac
}

_rfcview_refs() {
    repeating_flags=()
    non_repeating_flags=(--offline --refresh --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--file --mirror --timeout --section --to)
    __rfcview_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--file')
        __rfcview_add_completions -f
        return
        ;;
    '--mirror')
        return
        ;;
    '--timeout')
        return
        ;;
    '--section')
        __rfcview_add_completions -W "$(__rfcview_custom_complete ---completion refs -- --section "${COMP_CWORD}" "$(__rfcview_cursor_index_in_current_word)")"
        return
        ;;
    '--to')
        __rfcview_add_completions -W "$(__rfcview_custom_complete ---completion refs -- --to "${COMP_CWORD}" "$(__rfcview_cursor_index_in_current_word)")"
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __rfcview_add_completions -W "$(__rfcview_custom_complete ---completion refs -- positional@0 "${COMP_CWORD}" "$(__rfcview_cursor_index_in_current_word)")"
        return
        ;;
    esac
}

_rfcview_amends() {
    repeating_flags=()
    non_repeating_flags=(--offline --refresh --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--file --mirror --timeout --section --updates)
    __rfcview_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--file')
        __rfcview_add_completions -f
        return
        ;;
    '--mirror')
        return
        ;;
    '--timeout')
        return
        ;;
    '--section')
        __rfcview_add_completions -W "$(__rfcview_custom_complete ---completion amends -- --section "${COMP_CWORD}" "$(__rfcview_cursor_index_in_current_word)")"
        return
        ;;
    '--updates')
        __rfcview_add_completions -W "$(__rfcview_custom_complete ---completion amends -- --updates "${COMP_CWORD}" "$(__rfcview_cursor_index_in_current_word)")"
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __rfcview_add_completions -W "$(__rfcview_custom_complete ---completion amends -- positional@0 "${COMP_CWORD}" "$(__rfcview_cursor_index_in_current_word)")"
        return
        ;;
    esac
}

_rfcview_requirements() {
    repeating_flags=()
    non_repeating_flags=(--offline --refresh --json --markdown --csv --normative --version -h --help)
    repeating_options=()
    non_repeating_options=(--file --mirror --timeout --section --duvet --import --cited-by)
    __rfcview_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--file')
        __rfcview_add_completions -f
        return
        ;;
    '--mirror')
        return
        ;;
    '--timeout')
        return
        ;;
    '--section')
        __rfcview_add_completions -W "$(__rfcview_custom_complete ---completion requirements -- --section "${COMP_CWORD}" "$(__rfcview_cursor_index_in_current_word)")"
        return
        ;;
    '--duvet')
        __rfcview_add_completions -d
        return
        ;;
    '--import')
        __rfcview_add_completions -f
        return
        ;;
    '--cited-by')
        __rfcview_add_completions -W "$(__rfcview_custom_complete ---completion requirements -- --cited-by "${COMP_CWORD}" "$(__rfcview_cursor_index_in_current_word)")"
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __rfcview_add_completions -W "$(__rfcview_custom_complete ---completion requirements -- positional@0 "${COMP_CWORD}" "$(__rfcview_cursor_index_in_current_word)")"
        return
        ;;
    esac
}

_rfcview_blocks() {
    repeating_flags=()
    non_repeating_flags=(--offline --refresh --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--file --mirror --timeout --section)
    __rfcview_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--file')
        __rfcview_add_completions -f
        return
        ;;
    '--mirror')
        return
        ;;
    '--timeout')
        return
        ;;
    '--section')
        __rfcview_add_completions -W "$(__rfcview_custom_complete ---completion blocks -- --section "${COMP_CWORD}" "$(__rfcview_cursor_index_in_current_word)")"
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __rfcview_add_completions -W "$(__rfcview_custom_complete ---completion blocks -- positional@0 "${COMP_CWORD}" "$(__rfcview_cursor_index_in_current_word)")"
        return
        ;;
    esac
}

_rfcview_extract() {
    repeating_flags=()
    non_repeating_flags=(--offline --refresh --json --unfold --version -h --help)
    repeating_options=()
    non_repeating_options=(--file --mirror --timeout --section --kind --name -o --output)
    __rfcview_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--file')
        __rfcview_add_completions -f
        return
        ;;
    '--mirror')
        return
        ;;
    '--timeout')
        return
        ;;
    '--section')
        __rfcview_add_completions -W "$(__rfcview_custom_complete ---completion extract -- --section "${COMP_CWORD}" "$(__rfcview_cursor_index_in_current_word)")"
        return
        ;;
    '--kind')
        __rfcview_add_completions -W 'abnf'$'\n''yang'$'\n''asn.1'$'\n''mib'$'\n''json'$'\n''xml'$'\n''c'$'\n''cddl'$'\n''xdr'$'\n''tls-presentation'$'\n''yangtree'$'\n''http-message'$'\n''shell'$'\n''pseudocode'$'\n''code'
        return
        ;;
    '--name')
        return
        ;;
    '-o'|'--output')
        __rfcview_add_completions -d
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __rfcview_add_completions -W "$(__rfcview_custom_complete ---completion extract -- positional@0 "${COMP_CWORD}" "$(__rfcview_cursor_index_in_current_word)")"
        return
        ;;
    esac
}

_rfcview_abnf() {
    repeating_flags=()
    non_repeating_flags=(--offline --refresh --json --complete --check --version -h --help)
    repeating_options=()
    non_repeating_options=(--file --mirror --timeout --section --rule)
    __rfcview_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--file')
        __rfcview_add_completions -f
        return
        ;;
    '--mirror')
        return
        ;;
    '--timeout')
        return
        ;;
    '--section')
        __rfcview_add_completions -W "$(__rfcview_custom_complete ---completion abnf -- --section "${COMP_CWORD}" "$(__rfcview_cursor_index_in_current_word)")"
        return
        ;;
    '--rule')
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __rfcview_add_completions -W "$(__rfcview_custom_complete ---completion abnf -- positional@0 "${COMP_CWORD}" "$(__rfcview_cursor_index_in_current_word)")"
        return
        ;;
    esac
}

_rfcview_errata() {
    repeating_flags=()
    non_repeating_flags=(--offline --refresh --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--file --mirror --timeout --status --feed --number)
    __rfcview_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--file')
        __rfcview_add_completions -f
        return
        ;;
    '--mirror')
        return
        ;;
    '--timeout')
        return
        ;;
    '--status')
        __rfcview_add_completions -W 'verified'$'\n''held'$'\n''reported'$'\n''rejected'
        return
        ;;
    '--feed')
        __rfcview_add_completions -f
        return
        ;;
    '--number')
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __rfcview_add_completions -W "$(__rfcview_custom_complete ---completion errata -- positional@0 "${COMP_CWORD}" "$(__rfcview_cursor_index_in_current_word)")"
        return
        ;;
    esac
}

_rfcview_successor() {
    repeating_flags=()
    non_repeating_flags=(--offline --refresh --json --version -h --help)
    repeating_options=(--to)
    non_repeating_options=(--file --mirror --timeout --section)
    __rfcview_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--file')
        __rfcview_add_completions -f
        return
        ;;
    '--mirror')
        return
        ;;
    '--timeout')
        return
        ;;
    '--section')
        __rfcview_add_completions -W "$(__rfcview_custom_complete ---completion successor -- --section "${COMP_CWORD}" "$(__rfcview_cursor_index_in_current_word)")"
        return
        ;;
    '--to')
        __rfcview_add_completions -W "$(__rfcview_custom_complete ---completion successor -- --to "${COMP_CWORD}" "$(__rfcview_cursor_index_in_current_word)")"
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __rfcview_add_completions -W "$(__rfcview_custom_complete ---completion successor -- positional@0 "${COMP_CWORD}" "$(__rfcview_cursor_index_in_current_word)")"
        return
        ;;
    esac
}

_rfcview_diff() {
    repeating_flags=()
    non_repeating_flags=(--offline --refresh --json --stat --version -h --help)
    repeating_options=()
    non_repeating_options=(--mirror --timeout)
    __rfcview_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--mirror')
        return
        ;;
    '--timeout')
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __rfcview_add_completions -W "$(__rfcview_custom_complete ---completion diff -- positional@0 "${COMP_CWORD}" "$(__rfcview_cursor_index_in_current_word)")"
        return
        ;;
    esac
}

_rfcview_fetch() {
    repeating_flags=()
    non_repeating_flags=(--offline --refresh --trace --version -h --help)
    repeating_options=()
    non_repeating_options=(--mirror --timeout)
    __rfcview_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--mirror')
        return
        ;;
    '--timeout')
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __rfcview_add_completions -W "$(__rfcview_custom_complete ---completion fetch -- positional@0 "${COMP_CWORD}" "$(__rfcview_cursor_index_in_current_word)")"
        return
        ;;
    esac
}

_rfcview_find() {
    repeating_flags=()
    non_repeating_flags=(--offline --refresh --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--mirror --timeout)
    __rfcview_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--mirror')
        return
        ;;
    '--timeout')
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __rfcview_add_completions -W ''
        return
        ;;
    esac
}

_rfcview_info() {
    repeating_flags=()
    non_repeating_flags=(--offline --refresh --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--file --mirror --timeout)
    __rfcview_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--file')
        __rfcview_add_completions -f
        return
        ;;
    '--mirror')
        return
        ;;
    '--timeout')
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __rfcview_add_completions -W "$(__rfcview_custom_complete ---completion info -- positional@0 "${COMP_CWORD}" "$(__rfcview_cursor_index_in_current_word)")"
        return
        ;;
    esac
}

_rfcview_list() {
    repeating_flags=()
    non_repeating_flags=(--offline --refresh --version -h --help)
    repeating_options=()
    non_repeating_options=(--mirror --timeout)
    __rfcview_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--mirror')
        return
        ;;
    '--timeout')
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __rfcview_add_completions -W ''
        return
        ;;
    esac
}

_rfcview_path() {
    repeating_flags=()
    non_repeating_flags=(--offline --refresh --version -h --help)
    repeating_options=()
    non_repeating_options=(--file --mirror --timeout)
    __rfcview_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--file')
        __rfcview_add_completions -f
        return
        ;;
    '--mirror')
        return
        ;;
    '--timeout')
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __rfcview_add_completions -W "$(__rfcview_custom_complete ---completion path -- positional@0 "${COMP_CWORD}" "$(__rfcview_cursor_index_in_current_word)")"
        return
        ;;
    esac
}

_rfcview_search() {
    repeating_flags=()
    non_repeating_flags=(--offline --refresh --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--mirror --timeout --limit)
    __rfcview_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--mirror')
        return
        ;;
    '--timeout')
        return
        ;;
    '--limit')
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __rfcview_add_completions -W ''
        return
        ;;
    esac
}

_rfcview_index() {
    repeating_flags=()
    non_repeating_flags=(--offline --refresh --quiet --rebuild --version -h --help)
    repeating_options=()
    non_repeating_options=(--mirror --timeout)
    __rfcview_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--mirror')
        return
        ;;
    '--timeout')
        return
        ;;
    esac
}

_rfcview_sync() {
    repeating_flags=()
    non_repeating_flags=(--offline --refresh --normative --version -h --help)
    repeating_options=()
    non_repeating_options=(--mirror --timeout --cited-by --depth --jobs --rsync)
    __rfcview_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--mirror')
        return
        ;;
    '--timeout')
        return
        ;;
    '--cited-by')
        __rfcview_add_completions -W "$(__rfcview_custom_complete ---completion sync -- --cited-by "${COMP_CWORD}" "$(__rfcview_cursor_index_in_current_word)")"
        return
        ;;
    '--depth')
        return
        ;;
    '--jobs')
        return
        ;;
    '--rsync')
        __rfcview_add_completions -W 'off'
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __rfcview_add_completions -W "$(__rfcview_custom_complete ---completion sync -- positional@0 "${COMP_CWORD}" "$(__rfcview_cursor_index_in_current_word)")"
        return
        ;;
    esac
}

_rfcview_update() {
    repeating_flags=()
    non_repeating_flags=(--offline --refresh --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--mirror --timeout)
    __rfcview_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--mirror')
        return
        ;;
    '--timeout')
        return
        ;;
    esac
}

_rfcview_bookmarks() {
    repeating_flags=()
    non_repeating_flags=(--offline --refresh --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--mirror --timeout)
    __rfcview_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--mirror')
        return
        ;;
    '--timeout')
        return
        ;;
    esac
}

_rfcview_guide() {
    repeating_flags=()
    non_repeating_flags=(--offline --refresh --version -h --help)
    repeating_options=()
    non_repeating_options=(--mirror --timeout)
    __rfcview_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--mirror')
        return
        ;;
    '--timeout')
        return
        ;;
    esac
}

_rfcview_keys() {
    repeating_flags=()
    non_repeating_flags=(--offline --refresh --file --version -h --help)
    repeating_options=()
    non_repeating_options=(--mirror --timeout)
    __rfcview_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--mirror')
        return
        ;;
    '--timeout')
        return
        ;;
    esac
}

_rfcview_settings() {
    repeating_flags=()
    non_repeating_flags=(--offline --refresh --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--mirror --timeout)
    __rfcview_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--mirror')
        return
        ;;
    '--timeout')
        return
        ;;
    esac
}

_rfcview_help() {
    repeating_flags=()
    non_repeating_flags=(--version)
    repeating_options=()
    non_repeating_options=()
    __rfcview_offer_flags_options -1
}

complete -o filenames -F _rfcview rfcview

# A line that names no command means `read`.
_rfcview_or_read() {
    local -a typed=("${COMP_WORDS[@]}")
    local word
    for word in "${typed[@]:1:COMP_CWORD-1}"; do
        case "${word}" in
        read|cat|toc|refs|amends|requirements|blocks|extract|abnf|errata|successor|diff|fetch|find|info|list|path|search|index|sync|update|bookmarks|guide|keys|settings|help)
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
