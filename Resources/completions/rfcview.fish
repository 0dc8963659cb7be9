function __rfcview_should_offer_completions_for_flags_or_options -a expected_commands
    set -l non_repeating_flags_or_options $argv[2..]
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __rfcview_parse_tokens
    test "$commands" = "$expected_commands"; and return $non_repeating_flags_or_options_absent
end

function __rfcview_should_offer_completions_for_positional -a expected_commands positional_index_comparison expected_positional_index
    set -l non_repeating_flags_or_options
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __rfcview_parse_tokens
    test "$commands" = "$expected_commands" -a \( "$positional_index" "$positional_index_comparison" "$expected_positional_index" \)
end

function __rfcview_parse_tokens -S
    set -l unparsed_tokens (__rfcview_tokens -pc)
    switch $unparsed_tokens[1]
    case 'rfcview'
        __rfcview_parse_subcommand 0 'mirror=' 'offline' 'refresh' 'timeout=' 'version' 'h/help'
        switch $unparsed_tokens[1]
        case 'read'
            __rfcview_parse_subcommand -r 1 'file=' 'i/ignore-case' 'I/IGNORE-CASE' 'g/hilite-search' 'G/HILITE-SEARCH' 'N/LINE-NUMBERS' 'S/chop-long-lines' 'j/jump-target=' 'p/pattern=' 'mirror=' 'offline' 'refresh' 'timeout=' 'pages' 'version' 'h/help'
        case 'cat'
            __rfcview_parse_subcommand -r 1 'file=' 'mirror=' 'offline' 'refresh' 'timeout=' 'section=' 'plain' 'errata' 'version' 'h/help'
        case 'toc'
            __rfcview_parse_subcommand -r 1 'file=' 'mirror=' 'offline' 'refresh' 'timeout=' 'section=' 'json' 'version' 'h/help'
        case 'refs'
            __rfcview_parse_subcommand -r 1 'file=' 'mirror=' 'offline' 'refresh' 'timeout=' 'section=' 'json' 'to=' 'version' 'h/help'
        case 'amends'
            __rfcview_parse_subcommand -r 1 'file=' 'mirror=' 'offline' 'refresh' 'timeout=' 'section=' 'json' 'updates=' 'version' 'h/help'
        case 'requirements'
            __rfcview_parse_subcommand -r 1 'file=' 'mirror=' 'offline' 'refresh' 'timeout=' 'section=' 'json' 'markdown' 'csv' 'duvet=' 'import=' 'cited-by=' 'normative' 'version' 'h/help'
        case 'blocks'
            __rfcview_parse_subcommand -r 1 'file=' 'mirror=' 'offline' 'refresh' 'timeout=' 'section=' 'json' 'version' 'h/help'
        case 'extract'
            __rfcview_parse_subcommand -r 1 'file=' 'mirror=' 'offline' 'refresh' 'timeout=' 'section=' 'json' 'kind=' 'name=' 'o/output=' 'unfold' 'version' 'h/help'
        case 'abnf'
            __rfcview_parse_subcommand -r 1 'file=' 'mirror=' 'offline' 'refresh' 'timeout=' 'section=' 'json' 'rule=' 'complete' 'check' 'version' 'h/help'
        case 'errata'
            __rfcview_parse_subcommand -r 1 'file=' 'mirror=' 'offline' 'refresh' 'timeout=' 'json' 'status=' 'feed=' 'number=' 'version' 'h/help'
        case 'successor'
            __rfcview_parse_subcommand -r 1 'file=' 'mirror=' 'offline' 'refresh' 'timeout=' 'section=' 'json' 'to=+' 'version' 'h/help'
        case 'diff'
            __rfcview_parse_subcommand -r 1 'mirror=' 'offline' 'refresh' 'timeout=' 'json' 'stat' 'version' 'h/help'
        case 'fetch'
            __rfcview_parse_subcommand -r 1 'mirror=' 'offline' 'refresh' 'timeout=' 'trace' 'version' 'h/help'
        case 'find'
            __rfcview_parse_subcommand -r 1 'mirror=' 'offline' 'refresh' 'timeout=' 'json' 'version' 'h/help'
        case 'info'
            __rfcview_parse_subcommand -r 1 'file=' 'mirror=' 'offline' 'refresh' 'timeout=' 'json' 'version' 'h/help'
        case 'list'
            __rfcview_parse_subcommand -r 1 'mirror=' 'offline' 'refresh' 'timeout=' 'version' 'h/help'
        case 'path'
            __rfcview_parse_subcommand -r 1 'file=' 'mirror=' 'offline' 'refresh' 'timeout=' 'version' 'h/help'
        case 'search'
            __rfcview_parse_subcommand -r 1 'mirror=' 'offline' 'refresh' 'timeout=' 'limit=' 'json' 'version' 'h/help'
        case 'index'
            __rfcview_parse_subcommand 0 'mirror=' 'offline' 'refresh' 'timeout=' 'quiet' 'rebuild' 'version' 'h/help'
        case 'sync'
            __rfcview_parse_subcommand -r 1 'mirror=' 'offline' 'refresh' 'timeout=' 'cited-by=' 'normative' 'depth=' 'jobs=' 'rsync=' 'version' 'h/help'
        case 'update'
            __rfcview_parse_subcommand 0 'mirror=' 'offline' 'refresh' 'timeout=' 'quiet' 'version' 'h/help'
        case 'bookmarks'
            __rfcview_parse_subcommand 0 'mirror=' 'offline' 'refresh' 'timeout=' 'json' 'version' 'h/help'
        case 'guide'
            __rfcview_parse_subcommand 0 'mirror=' 'offline' 'refresh' 'timeout=' 'version' 'h/help'
        case 'keys'
            __rfcview_parse_subcommand 0 'mirror=' 'offline' 'refresh' 'timeout=' 'file' 'version' 'h/help'
        case 'settings'
            __rfcview_parse_subcommand 0 'mirror=' 'offline' 'refresh' 'timeout=' 'json' 'version' 'h/help'
        case 'help'
            __rfcview_parse_subcommand -r 1 'version'
        end
    end
end

function __rfcview_tokens
    if test (string split -m 1 -f 1 -- . "$FISH_VERSION") -gt 3
        commandline --tokens-raw $argv
    else
        commandline -o $argv
    end
end

function __rfcview_parse_subcommand -S -a positional_count
    argparse -s r -- $argv
    set -l option_specs $argv[2..]
    set -l is_repeating_positional $_flag_r
    set -el _flag_r
    set -a commands $unparsed_tokens[1]
    set positional_index 0
    while true
        set -e unparsed_tokens[1]
        argparse -sn "$commands" $option_specs -- $unparsed_tokens 2> /dev/null
        set unparsed_tokens $argv
        set positional_index (math $positional_index + 1)
        for non_repeating_flag_or_option in $non_repeating_flags_or_options
            if set -ql "_flag_$(string replace -a - _ -- $non_repeating_flag_or_option)"
                set non_repeating_flags_or_options_absent 1
                break
            end
        end
        test (count $unparsed_tokens) -eq 0 -o \( -z "$is_repeating_positional" -a "$positional_index" -gt "$positional_count" \) && break
    end
end

function __rfcview_complete_directories
    set -l token (commandline -t)
    string match -- '*/' $token
    set -l subdirs $token*/
    printf %s\n $subdirs
end

function __rfcview_custom_completion
    set -x SAP_SHELL fish
    set -x SAP_SHELL_VERSION $FISH_VERSION
    set -l tokens (__rfcview_tokens -p)
    if test -z "$(__rfcview_tokens -t)"
        set -l index (count (__rfcview_tokens -pc))
        set tokens $tokens[..$index] \'\' $tokens[(math $index + 1)..]
    end
    command $tokens[1] $argv $tokens
end

complete -c 'rfcview' -f
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview" mirror' -l 'mirror' -d 'Use this server instead of www.rfc-editor.org.' -rfka ''
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview" offline' -l 'offline' -d 'Never touch the network.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview" refresh' -l 'refresh' -d 'Download again; the cached file is only replaced by a valid one.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview" timeout' -l 'timeout' -d 'Give up after this long without data: 0.001 to 3600, 20 by default.' -rfka ''
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview" version' -l 'version' -d 'Show the version.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_positional "rfcview" -eq 1' -fa 'read' -d 'Read a document full screen (the default).'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_positional "rfcview" -eq 1' -fa 'cat' -d 'Print a document.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_positional "rfcview" -eq 1' -fa 'toc' -d 'Print the sections of a document.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_positional "rfcview" -eq 1' -fa 'refs' -d 'Print what a document cites, or what cites an RFC.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_positional "rfcview" -eq 1' -fa 'amends' -d 'Print which sections of older RFCs a document changes.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_positional "rfcview" -eq 1' -fa 'requirements' -d 'Print the sentences of documents that use BCP 14 words, as a list or a checklist.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_positional "rfcview" -eq 1' -fa 'blocks' -d 'Print what the lines of a document are: paragraphs, lists, figures, code.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_positional "rfcview" -eq 1' -fa 'extract' -d 'Print the code of a document, or write it to files.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_positional "rfcview" -eq 1' -fa 'abnf' -d 'Print the grammar of a document.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_positional "rfcview" -eq 1' -fa 'errata' -d 'Print the errata of an RFC, each at the lines that it is about.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_positional "rfcview" -eq 1' -fa 'successor' -d 'Print what the sections of an obsolete RFC became.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_positional "rfcview" -eq 1' -fa 'diff' -d 'Show what differs between two documents.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_positional "rfcview" -eq 1' -fa 'fetch' -d 'Download documents into the cache without opening them.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_positional "rfcview" -eq 1' -fa 'find' -d 'Find RFCs in the catalogue.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_positional "rfcview" -eq 1' -fa 'info' -d 'Print what the catalogue says about an RFC.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_positional "rfcview" -eq 1' -fa 'list' -d 'List what is in the cache: a name and a title per line.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_positional "rfcview" -eq 1' -fa 'path' -d 'Print where a document is in the cache.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_positional "rfcview" -eq 1' -fa 'search' -d 'Search the texts in the cache.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_positional "rfcview" -eq 1' -fa 'index' -d 'Index the texts in the cache, for search and refs --to.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_positional "rfcview" -eq 1' -fa 'sync' -d 'Download the whole series, or part of it, into the cache.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_positional "rfcview" -eq 1' -fa 'update' -d 'Bring the catalogue and the errata up to date.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_positional "rfcview" -eq 1' -fa 'bookmarks' -d 'Print the bookmarks, as Markdown or JSON.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_positional "rfcview" -eq 1' -fa 'guide' -d 'Learn rfcview: a guide in the layout of an RFC, in the reader itself.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_positional "rfcview" -eq 1' -fa 'keys' -d 'Print the keys and the commands they mean.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_positional "rfcview" -eq 1' -fa 'settings' -d 'Print the settings, and where each was set.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_positional "rfcview" -eq 1' -fa 'help' -d 'Show subcommand help information.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_positional "rfcview read" -ge 1' -fka '(__rfcview_custom_completion ---completion read -- positional@0 (count (__rfcview_tokens -pc)) (__rfcview_tokens -tC))'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview read" file' -l 'file' -d 'Read a file; - is standard input.' -rF
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview read" i ignore-case' -s 'i' -l 'ignore-case' -d 'Ignore case, unless a pattern has a capital.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview read" I IGNORE-CASE' -s 'I' -l 'IGNORE-CASE' -d 'Ignore case in all searches.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview read" g hilite-search' -s 'g' -l 'hilite-search' -d 'Mark only the current match.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview read" G HILITE-SEARCH' -s 'G' -l 'HILITE-SEARCH' -d 'Mark no matches.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview read" LINE-NUMBERS N' -s 'N' -l 'LINE-NUMBERS' -d 'Show line numbers.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview read" S chop-long-lines' -s 'S' -l 'chop-long-lines' -d 'Chop long lines, which is always on.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview read" j jump-target' -s 'j' -l 'jump-target' -d 'Put jumps on this line of the screen: 5, -3, .5.' -rfka ''
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview read" p pattern' -s 'p' -l 'pattern' -d 'Begin at the first match.' -rfka ''
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview read" mirror' -l 'mirror' -d 'Use this server instead of www.rfc-editor.org.' -rfka ''
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview read" offline' -l 'offline' -d 'Never touch the network.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview read" refresh' -l 'refresh' -d 'Download again; the cached file is only replaced by a valid one.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview read" timeout' -l 'timeout' -d 'Give up after this long without data: 0.001 to 3600, 20 by default.' -rfka ''
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview read" pages' -l 'pages' -d 'Show the pages as printed, without title and status line, as less does.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview read" version' -l 'version' -d 'Show the version.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview read" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_positional "rfcview cat" -ge 1' -fka '(__rfcview_custom_completion ---completion cat -- positional@0 (count (__rfcview_tokens -pc)) (__rfcview_tokens -tC))'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview cat" file' -l 'file' -d 'Read a file; - is standard input.' -rF
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview cat" mirror' -l 'mirror' -d 'Use this server instead of www.rfc-editor.org.' -rfka ''
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview cat" offline' -l 'offline' -d 'Never touch the network.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview cat" refresh' -l 'refresh' -d 'Download again; the cached file is only replaced by a valid one.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview cat" timeout' -l 'timeout' -d 'Give up after this long without data: 0.001 to 3600, 20 by default.' -rfka ''
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview cat" section' -l 'section' -d 'Only this section, with its subsections: 2.5, A.1, Appendix A, or what its heading says.' -rfka '(__rfcview_custom_completion ---completion cat -- --section (count (__rfcview_tokens -pc)) (__rfcview_tokens -tC))'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview cat" plain' -l 'plain' -d 'In UTF-8, without the printed pages; paragraphs and figures cut by a page break are joined.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview cat" errata' -l 'errata' -d 'With what errata would change, below their lines.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview cat" version' -l 'version' -d 'Show the version.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview cat" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_positional "rfcview toc" -ge 1' -fka '(__rfcview_custom_completion ---completion toc -- positional@0 (count (__rfcview_tokens -pc)) (__rfcview_tokens -tC))'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview toc" file' -l 'file' -d 'Read a file; - is standard input.' -rF
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview toc" mirror' -l 'mirror' -d 'Use this server instead of www.rfc-editor.org.' -rfka ''
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview toc" offline' -l 'offline' -d 'Never touch the network.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview toc" refresh' -l 'refresh' -d 'Download again; the cached file is only replaced by a valid one.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview toc" timeout' -l 'timeout' -d 'Give up after this long without data: 0.001 to 3600, 20 by default.' -rfka ''
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview toc" section' -l 'section' -d 'Only this section, with its subsections: 2.5, A.1, Appendix A, or what its heading says.' -rfka '(__rfcview_custom_completion ---completion toc -- --section (count (__rfcview_tokens -pc)) (__rfcview_tokens -tC))'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview toc" json' -l 'json' -d 'As JSON.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview toc" version' -l 'version' -d 'Show the version.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview toc" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_positional "rfcview refs" -ge 1' -fka '(__rfcview_custom_completion ---completion refs -- positional@0 (count (__rfcview_tokens -pc)) (__rfcview_tokens -tC))'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview refs" file' -l 'file' -d 'Read a file; - is standard input.' -rF
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview refs" mirror' -l 'mirror' -d 'Use this server instead of www.rfc-editor.org.' -rfka ''
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview refs" offline' -l 'offline' -d 'Never touch the network.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview refs" refresh' -l 'refresh' -d 'Download again; the cached file is only replaced by a valid one.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview refs" timeout' -l 'timeout' -d 'Give up after this long without data: 0.001 to 3600, 20 by default.' -rfka ''
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview refs" section' -l 'section' -d 'Only this section, with its subsections: 2.5, A.1, Appendix A, or what its heading says.' -rfka '(__rfcview_custom_completion ---completion refs -- --section (count (__rfcview_tokens -pc)) (__rfcview_tokens -tC))'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview refs" json' -l 'json' -d 'As JSON.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview refs" to' -l 'to' -d 'Print what cites this RFC.' -rfka '(__rfcview_custom_completion ---completion refs -- --to (count (__rfcview_tokens -pc)) (__rfcview_tokens -tC))'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview refs" version' -l 'version' -d 'Show the version.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview refs" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_positional "rfcview amends" -ge 1' -fka '(__rfcview_custom_completion ---completion amends -- positional@0 (count (__rfcview_tokens -pc)) (__rfcview_tokens -tC))'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview amends" file' -l 'file' -d 'Read a file; - is standard input.' -rF
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview amends" mirror' -l 'mirror' -d 'Use this server instead of www.rfc-editor.org.' -rfka ''
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview amends" offline' -l 'offline' -d 'Never touch the network.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview amends" refresh' -l 'refresh' -d 'Download again; the cached file is only replaced by a valid one.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview amends" timeout' -l 'timeout' -d 'Give up after this long without data: 0.001 to 3600, 20 by default.' -rfka ''
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview amends" section' -l 'section' -d 'Only this section, with its subsections: 2.5, A.1, Appendix A, or what its heading says.' -rfka '(__rfcview_custom_completion ---completion amends -- --section (count (__rfcview_tokens -pc)) (__rfcview_tokens -tC))'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview amends" json' -l 'json' -d 'As JSON.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview amends" updates' -l 'updates' -d 'The RFCs that it updates, with commas between them.' -rfka '(__rfcview_custom_completion ---completion amends -- --updates (count (__rfcview_tokens -pc)) (__rfcview_tokens -tC))'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview amends" version' -l 'version' -d 'Show the version.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview amends" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_positional "rfcview requirements" -ge 1' -fka '(__rfcview_custom_completion ---completion requirements -- positional@0 (count (__rfcview_tokens -pc)) (__rfcview_tokens -tC))'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview requirements" file' -l 'file' -d 'Read a file; - is standard input.' -rF
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview requirements" mirror' -l 'mirror' -d 'Use this server instead of www.rfc-editor.org.' -rfka ''
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview requirements" offline' -l 'offline' -d 'Never touch the network.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview requirements" refresh' -l 'refresh' -d 'Download again; the cached file is only replaced by a valid one.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview requirements" timeout' -l 'timeout' -d 'Give up after this long without data: 0.001 to 3600, 20 by default.' -rfka ''
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview requirements" section' -l 'section' -d 'Only this section, with its subsections: 2.5, A.1, Appendix A, or what its heading says.' -rfka '(__rfcview_custom_completion ---completion requirements -- --section (count (__rfcview_tokens -pc)) (__rfcview_tokens -tC))'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview requirements" json' -l 'json' -d 'As JSON.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview requirements" markdown' -l 'markdown' -d 'As a task list of Markdown, with states and notes.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview requirements" csv' -l 'csv' -d 'As comma-separated values, with states and notes.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview requirements" duvet' -l 'duvet' -d 'Write a file of TOML for each section, as duvet reads them.' -rfa '(__rfcview_complete_directories)'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview requirements" import' -l 'import' -d 'Take states and notes from a task list; - is standard input.' -rF
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview requirements" cited-by' -l 'cited-by' -d 'Of this RFC and those that it refers to.' -rfka '(__rfcview_custom_completion ---completion requirements -- --cited-by (count (__rfcview_tokens -pc)) (__rfcview_tokens -tC))'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview requirements" normative' -l 'normative' -d 'With --cited-by, only normative references.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview requirements" version' -l 'version' -d 'Show the version.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview requirements" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_positional "rfcview blocks" -ge 1' -fka '(__rfcview_custom_completion ---completion blocks -- positional@0 (count (__rfcview_tokens -pc)) (__rfcview_tokens -tC))'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview blocks" file' -l 'file' -d 'Read a file; - is standard input.' -rF
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview blocks" mirror' -l 'mirror' -d 'Use this server instead of www.rfc-editor.org.' -rfka ''
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview blocks" offline' -l 'offline' -d 'Never touch the network.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview blocks" refresh' -l 'refresh' -d 'Download again; the cached file is only replaced by a valid one.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview blocks" timeout' -l 'timeout' -d 'Give up after this long without data: 0.001 to 3600, 20 by default.' -rfka ''
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview blocks" section' -l 'section' -d 'Only this section, with its subsections: 2.5, A.1, Appendix A, or what its heading says.' -rfka '(__rfcview_custom_completion ---completion blocks -- --section (count (__rfcview_tokens -pc)) (__rfcview_tokens -tC))'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview blocks" json' -l 'json' -d 'As JSON.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview blocks" version' -l 'version' -d 'Show the version.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview blocks" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_positional "rfcview extract" -ge 1' -fka '(__rfcview_custom_completion ---completion extract -- positional@0 (count (__rfcview_tokens -pc)) (__rfcview_tokens -tC))'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview extract" file' -l 'file' -d 'Read a file; - is standard input.' -rF
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview extract" mirror' -l 'mirror' -d 'Use this server instead of www.rfc-editor.org.' -rfka ''
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview extract" offline' -l 'offline' -d 'Never touch the network.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview extract" refresh' -l 'refresh' -d 'Download again; the cached file is only replaced by a valid one.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview extract" timeout' -l 'timeout' -d 'Give up after this long without data: 0.001 to 3600, 20 by default.' -rfka ''
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview extract" section' -l 'section' -d 'Only this section, with its subsections: 2.5, A.1, Appendix A, or what its heading says.' -rfka '(__rfcview_custom_completion ---completion extract -- --section (count (__rfcview_tokens -pc)) (__rfcview_tokens -tC))'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview extract" json' -l 'json' -d 'As JSON.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview extract" kind' -l 'kind' -d 'Only code of this kind: yang, mib, abnf, ...' -rfka 'abnf yang asn.1 mib json xml c cddl xdr tls-presentation yangtree http-message shell pseudocode code'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview extract" name' -l 'name' -d 'Only the file or the module of this name.' -rfka ''
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview extract" o output' -s 'o' -l 'output' -d 'Write a file for each piece into this folder.' -rfa '(__rfcview_complete_directories)'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview extract" unfold' -l 'unfold' -d 'Make lines whole that are folded as RFC 8792 says.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview extract" version' -l 'version' -d 'Show the version.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview extract" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_positional "rfcview abnf" -ge 1' -fka '(__rfcview_custom_completion ---completion abnf -- positional@0 (count (__rfcview_tokens -pc)) (__rfcview_tokens -tC))'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview abnf" file' -l 'file' -d 'Read a file; - is standard input.' -rF
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview abnf" mirror' -l 'mirror' -d 'Use this server instead of www.rfc-editor.org.' -rfka ''
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview abnf" offline' -l 'offline' -d 'Never touch the network.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview abnf" refresh' -l 'refresh' -d 'Download again; the cached file is only replaced by a valid one.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview abnf" timeout' -l 'timeout' -d 'Give up after this long without data: 0.001 to 3600, 20 by default.' -rfka ''
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview abnf" section' -l 'section' -d 'Only this section, with its subsections: 2.5, A.1, Appendix A, or what its heading says.' -rfka '(__rfcview_custom_completion ---completion abnf -- --section (count (__rfcview_tokens -pc)) (__rfcview_tokens -tC))'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview abnf" json' -l 'json' -d 'As JSON.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview abnf" rule' -l 'rule' -d 'Only this rule, and what it needs.' -rfka ''
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview abnf" complete' -l 'complete' -d 'With the rules that other RFCs define.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview abnf" check' -l 'check' -d 'Name what is undefined, or defined twice.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview abnf" version' -l 'version' -d 'Show the version.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview abnf" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_positional "rfcview errata" -ge 1' -fka '(__rfcview_custom_completion ---completion errata -- positional@0 (count (__rfcview_tokens -pc)) (__rfcview_tokens -tC))'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview errata" file' -l 'file' -d 'Read a file; - is standard input.' -rF
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview errata" mirror' -l 'mirror' -d 'Use this server instead of www.rfc-editor.org.' -rfka ''
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview errata" offline' -l 'offline' -d 'Never touch the network.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview errata" refresh' -l 'refresh' -d 'Download again; the cached file is only replaced by a valid one.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview errata" timeout' -l 'timeout' -d 'Give up after this long without data: 0.001 to 3600, 20 by default.' -rfka ''
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview errata" json' -l 'json' -d 'As JSON.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview errata" status' -l 'status' -d 'Only these: verified, held, reported or rejected.' -rfka 'verified held reported rejected'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview errata" feed' -l 'feed' -d 'Read the list of errata from a file; it is JSON.' -rF
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview errata" number' -l 'number' -d 'The number of the RFC that a file is a copy of.' -rfka ''
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview errata" version' -l 'version' -d 'Show the version.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview errata" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_positional "rfcview successor" -ge 1' -fka '(__rfcview_custom_completion ---completion successor -- positional@0 (count (__rfcview_tokens -pc)) (__rfcview_tokens -tC))'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview successor" file' -l 'file' -d 'Read a file; - is standard input.' -rF
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview successor" mirror' -l 'mirror' -d 'Use this server instead of www.rfc-editor.org.' -rfka ''
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview successor" offline' -l 'offline' -d 'Never touch the network.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview successor" refresh' -l 'refresh' -d 'Download again; the cached file is only replaced by a valid one.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview successor" timeout' -l 'timeout' -d 'Give up after this long without data: 0.001 to 3600, 20 by default.' -rfka ''
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview successor" section' -l 'section' -d 'Only this section, with its subsections: 2.5, A.1, Appendix A, or what its heading says.' -rfka '(__rfcview_custom_completion ---completion successor -- --section (count (__rfcview_tokens -pc)) (__rfcview_tokens -tC))'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview successor" json' -l 'json' -d 'As JSON.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview successor"' -l 'to' -d 'What to look for the sections in, instead of what obsoletes the RFC: RFCs or files.' -rfka '(__rfcview_custom_completion ---completion successor -- --to (count (__rfcview_tokens -pc)) (__rfcview_tokens -tC))'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview successor" version' -l 'version' -d 'Show the version.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview successor" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_positional "rfcview diff" -ge 1' -fka '(__rfcview_custom_completion ---completion diff -- positional@0 (count (__rfcview_tokens -pc)) (__rfcview_tokens -tC))'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview diff" mirror' -l 'mirror' -d 'Use this server instead of www.rfc-editor.org.' -rfka ''
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview diff" offline' -l 'offline' -d 'Never touch the network.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview diff" refresh' -l 'refresh' -d 'Download again; the cached file is only replaced by a valid one.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview diff" timeout' -l 'timeout' -d 'Give up after this long without data: 0.001 to 3600, 20 by default.' -rfka ''
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview diff" json' -l 'json' -d 'As JSON.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview diff" stat' -l 'stat' -d 'Only say which sections differ, and how much.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview diff" version' -l 'version' -d 'Show the version.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview diff" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_positional "rfcview fetch" -ge 1' -fka '(__rfcview_custom_completion ---completion fetch -- positional@0 (count (__rfcview_tokens -pc)) (__rfcview_tokens -tC))'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview fetch" mirror' -l 'mirror' -d 'Use this server instead of www.rfc-editor.org.' -rfka ''
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview fetch" offline' -l 'offline' -d 'Never touch the network.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview fetch" refresh' -l 'refresh' -d 'Download again; the cached file is only replaced by a valid one.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview fetch" timeout' -l 'timeout' -d 'Give up after this long without data: 0.001 to 3600, 20 by default.' -rfka ''
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview fetch" trace' -l 'trace' -d 'Show the conversation with the server on standard error: names, addresses, TLS, headers.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview fetch" version' -l 'version' -d 'Show the version.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview fetch" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_positional "rfcview find" -ge 1' -fka ''
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview find" mirror' -l 'mirror' -d 'Use this server instead of www.rfc-editor.org.' -rfka ''
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview find" offline' -l 'offline' -d 'Never touch the network.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview find" refresh' -l 'refresh' -d 'Download again; the cached file is only replaced by a valid one.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview find" timeout' -l 'timeout' -d 'Give up after this long without data: 0.001 to 3600, 20 by default.' -rfka ''
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview find" json' -l 'json' -d 'As JSON.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview find" version' -l 'version' -d 'Show the version.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview find" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_positional "rfcview info" -ge 1' -fka '(__rfcview_custom_completion ---completion info -- positional@0 (count (__rfcview_tokens -pc)) (__rfcview_tokens -tC))'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview info" file' -l 'file' -d 'Read a file; - is standard input.' -rF
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview info" mirror' -l 'mirror' -d 'Use this server instead of www.rfc-editor.org.' -rfka ''
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview info" offline' -l 'offline' -d 'Never touch the network.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview info" refresh' -l 'refresh' -d 'Download again; the cached file is only replaced by a valid one.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview info" timeout' -l 'timeout' -d 'Give up after this long without data: 0.001 to 3600, 20 by default.' -rfka ''
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview info" json' -l 'json' -d 'As JSON.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview info" version' -l 'version' -d 'Show the version.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview info" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_positional "rfcview list" -ge 1' -fka ''
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview list" mirror' -l 'mirror' -d 'Use this server instead of www.rfc-editor.org.' -rfka ''
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview list" offline' -l 'offline' -d 'Never touch the network.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview list" refresh' -l 'refresh' -d 'Download again; the cached file is only replaced by a valid one.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview list" timeout' -l 'timeout' -d 'Give up after this long without data: 0.001 to 3600, 20 by default.' -rfka ''
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview list" version' -l 'version' -d 'Show the version.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview list" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_positional "rfcview path" -ge 1' -fka '(__rfcview_custom_completion ---completion path -- positional@0 (count (__rfcview_tokens -pc)) (__rfcview_tokens -tC))'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview path" file' -l 'file' -d 'Read a file; - is standard input.' -rF
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview path" mirror' -l 'mirror' -d 'Use this server instead of www.rfc-editor.org.' -rfka ''
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview path" offline' -l 'offline' -d 'Never touch the network.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview path" refresh' -l 'refresh' -d 'Download again; the cached file is only replaced by a valid one.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview path" timeout' -l 'timeout' -d 'Give up after this long without data: 0.001 to 3600, 20 by default.' -rfka ''
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview path" version' -l 'version' -d 'Show the version.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview path" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_positional "rfcview search" -ge 1' -fka ''
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview search" mirror' -l 'mirror' -d 'Use this server instead of www.rfc-editor.org.' -rfka ''
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview search" offline' -l 'offline' -d 'Never touch the network.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview search" refresh' -l 'refresh' -d 'Download again; the cached file is only replaced by a valid one.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview search" timeout' -l 'timeout' -d 'Give up after this long without data: 0.001 to 3600, 20 by default.' -rfka ''
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview search" limit' -l 'limit' -d 'Print at most N documents.' -rfka ''
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview search" json' -l 'json' -d 'As JSON.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview search" version' -l 'version' -d 'Show the version.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview search" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview index" mirror' -l 'mirror' -d 'Use this server instead of www.rfc-editor.org.' -rfka ''
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview index" offline' -l 'offline' -d 'Never touch the network.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview index" refresh' -l 'refresh' -d 'Download again; the cached file is only replaced by a valid one.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview index" timeout' -l 'timeout' -d 'Give up after this long without data: 0.001 to 3600, 20 by default.' -rfka ''
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview index" quiet' -l 'quiet' -d 'Print nothing unless something goes wrong.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview index" rebuild' -l 'rebuild' -d 'Rebuild the index; the old one stays in use until then.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview index" version' -l 'version' -d 'Show the version.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview index" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_positional "rfcview sync" -ge 1' -fka '(__rfcview_custom_completion ---completion sync -- positional@0 (count (__rfcview_tokens -pc)) (__rfcview_tokens -tC))'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview sync" mirror' -l 'mirror' -d 'Use this server instead of www.rfc-editor.org.' -rfka ''
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview sync" offline' -l 'offline' -d 'Never touch the network.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview sync" refresh' -l 'refresh' -d 'Download again; the cached file is only replaced by a valid one.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview sync" timeout' -l 'timeout' -d 'Give up after this long without data: 0.001 to 3600, 20 by default.' -rfka ''
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview sync" cited-by' -l 'cited-by' -d 'This RFC and everything it refers to, directly or not.' -rfka '(__rfcview_custom_completion ---completion sync -- --cited-by (count (__rfcview_tokens -pc)) (__rfcview_tokens -tC))'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview sync" normative' -l 'normative' -d 'With --cited-by, follow only normative references.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview sync" depth' -l 'depth' -d 'With --cited-by, so many steps of references: 1 is those of the RFC itself, and without it there is no end.' -rfka ''
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview sync" jobs' -l 'jobs' -d 'HTTP connections at a time, 1 to 16.' -rfka ''
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview sync" rsync' -l 'rsync' -d 'Use rsync from host::module or rsync://host:port/module; off: use curl, over HTTP.' -rfka 'off'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview sync" version' -l 'version' -d 'Show the version.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview sync" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview update" mirror' -l 'mirror' -d 'Use this server instead of www.rfc-editor.org.' -rfka ''
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview update" offline' -l 'offline' -d 'Never touch the network.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview update" refresh' -l 'refresh' -d 'Download again; the cached file is only replaced by a valid one.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview update" timeout' -l 'timeout' -d 'Give up after this long without data: 0.001 to 3600, 20 by default.' -rfka ''
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview update" quiet' -l 'quiet' -d 'Print nothing unless something goes wrong.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview update" version' -l 'version' -d 'Show the version.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview update" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview bookmarks" mirror' -l 'mirror' -d 'Use this server instead of www.rfc-editor.org.' -rfka ''
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview bookmarks" offline' -l 'offline' -d 'Never touch the network.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview bookmarks" refresh' -l 'refresh' -d 'Download again; the cached file is only replaced by a valid one.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview bookmarks" timeout' -l 'timeout' -d 'Give up after this long without data: 0.001 to 3600, 20 by default.' -rfka ''
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview bookmarks" json' -l 'json' -d 'As JSON: an array of objects, one per line.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview bookmarks" version' -l 'version' -d 'Show the version.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview bookmarks" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview guide" mirror' -l 'mirror' -d 'Use this server instead of www.rfc-editor.org.' -rfka ''
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview guide" offline' -l 'offline' -d 'Never touch the network.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview guide" refresh' -l 'refresh' -d 'Download again; the cached file is only replaced by a valid one.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview guide" timeout' -l 'timeout' -d 'Give up after this long without data: 0.001 to 3600, 20 by default.' -rfka ''
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview guide" version' -l 'version' -d 'Show the version.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview guide" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview keys" mirror' -l 'mirror' -d 'Use this server instead of www.rfc-editor.org.' -rfka ''
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview keys" offline' -l 'offline' -d 'Never touch the network.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview keys" refresh' -l 'refresh' -d 'Download again; the cached file is only replaced by a valid one.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview keys" timeout' -l 'timeout' -d 'Give up after this long without data: 0.001 to 3600, 20 by default.' -rfka ''
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview keys" file' -l 'file' -d 'Print a key file with the default keys.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview keys" version' -l 'version' -d 'Show the version.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview keys" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview settings" mirror' -l 'mirror' -d 'Use this server instead of www.rfc-editor.org.' -rfka ''
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview settings" offline' -l 'offline' -d 'Never touch the network.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview settings" refresh' -l 'refresh' -d 'Download again; the cached file is only replaced by a valid one.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview settings" timeout' -l 'timeout' -d 'Give up after this long without data: 0.001 to 3600, 20 by default.' -rfka ''
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview settings" json' -l 'json' -d 'As JSON: an array of objects, one per line.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview settings" version' -l 'version' -d 'Show the version.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview settings" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_flags_or_options "rfcview help" version' -l 'version' -d 'Show the version.'

# A line that names no command means `read`.
functions -e __rfcview_typed_tokens
functions -c __rfcview_tokens __rfcview_typed_tokens
function __rfcview_tokens
    set -l tokens (__rfcview_typed_tokens $argv)
    set -l before (__rfcview_typed_tokens -pc)[2..]
    if string match -q -- '-p*' $argv; and set -q before[1]
        for command in read cat toc refs amends requirements blocks extract abnf errata successor diff fetch find info list path search index sync update bookmarks guide keys settings help
            contains -- $command $before; and set -e before; and break
        end
        set -q before[1]; and set tokens $tokens[1] read $tokens[2..]
    end
    printf '%s\n' $tokens
end

complete -c 'rfcview' -n '__rfcview_should_offer_completions_for_positional "rfcview" -eq 1' -ka '(complete -C "rfcview read "(commandline -ct))'
