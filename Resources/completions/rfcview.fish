# Completion of rfcview for fish: put this file into ~/.config/fish/completions.

set -l commands read cat toc refs requirements blocks search index fetch list path guide keys

# What is in the cache: RFCs by their number, drafts by their name.
function __rfcview_documents
    set -l cache ~/.cache
    set -q XDG_CACHE_HOME; and set cache $XDG_CACHE_HOME
    for file in $cache/rfcview/rfc/rfc*.txt $cache/rfcview/draft/draft-*.txt
        string replace -r '.*/(?:rfc)?(.*)\.txt$' '$1' -- $file
    end
end

complete -c rfcview -f
complete -c rfcview -n "not __fish_seen_subcommand_from search index list guide keys" -a "(__rfcview_documents)" -d Cached

complete -c rfcview -n "not __fish_seen_subcommand_from $commands" -a read -d "Read a document full screen (the default)"
complete -c rfcview -n "not __fish_seen_subcommand_from $commands" -a cat -d "Write a document"
complete -c rfcview -n "not __fish_seen_subcommand_from $commands" -a toc -d "Write the sections of a document"
complete -c rfcview -n "not __fish_seen_subcommand_from $commands" -a refs -d "Write what a document cites"
complete -c rfcview -n "not __fish_seen_subcommand_from $commands" -a requirements -d "Write the sentences with MUST, SHOULD, MAY"
complete -c rfcview -n "not __fish_seen_subcommand_from $commands" -a blocks -d "Write which lines are prose, lists, figures, tables, code"
complete -c rfcview -n "not __fish_seen_subcommand_from $commands" -a search -d "Search the texts in the cache"
complete -c rfcview -n "not __fish_seen_subcommand_from $commands" -a index -d "Index the texts in the cache"
complete -c rfcview -n "not __fish_seen_subcommand_from $commands" -a fetch -d "Download documents without opening them"
complete -c rfcview -n "not __fish_seen_subcommand_from $commands" -a list -d "Write what is in the cache"
complete -c rfcview -n "not __fish_seen_subcommand_from $commands" -a path -d "Write where a document is in the cache"
complete -c rfcview -n "not __fish_seen_subcommand_from $commands" -a guide -d "Learn rfcview in the reader itself"
complete -c rfcview -n "not __fish_seen_subcommand_from $commands" -a keys -d "Write the table of keys"
complete -c rfcview -n "not __fish_seen_subcommand_from $commands" -l version -d "Show the version"

complete -c rfcview -s h -l help -d "Show help"
complete -c rfcview -n "not __fish_seen_subcommand_from search index list path guide keys" -l mirror -x -d "Ask this server"
complete -c rfcview -n "not __fish_seen_subcommand_from search index list path guide keys" -l offline -d "Never touch the network"
complete -c rfcview -n "not __fish_seen_subcommand_from search index list path guide keys" -l refresh -d "Download again"
complete -c rfcview -n "not __fish_seen_subcommand_from search index list path guide keys" -l timeout -x -d "Seconds without a byte"
complete -c rfcview -n "not __fish_seen_subcommand_from search index fetch list guide keys" -l file -rF -d "A text from a file"
complete -c rfcview -n "__fish_seen_subcommand_from cat" -l plain -d "Without the printed pages"
complete -c rfcview -n "__fish_seen_subcommand_from cat" -l section -x -d "That section alone"
complete -c rfcview -n "__fish_seen_subcommand_from toc refs requirements blocks search" -l json -d "As JSON"
complete -c rfcview -n "__fish_seen_subcommand_from fetch" -l trace -d "Show the conversation with the server"
complete -c rfcview -n "__fish_seen_subcommand_from refs" -l to -x -a "(__rfcview_documents)" -d "What cites this RFC"
complete -c rfcview -n "__fish_seen_subcommand_from refs" -l section -x -d "Only what cites that section"
complete -c rfcview -n "__fish_seen_subcommand_from search" -l limit -x -d "So many sections at most"
complete -c rfcview -n "__fish_seen_subcommand_from index" -l quiet -d "Say nothing where all goes well"
complete -c rfcview -n "__fish_seen_subcommand_from index" -l rebuild -d "Make the index anew"
