# Completion of the command isolation in fish: isolation completion fish > ~/.config/fish/completions/isolation.fish
function __isolation_complete
    set -l line (commandline --cut-at-cursor --current-process | string replace --regex '^\s*\S+\s+' '')
    set -l word (commandline --cut-at-cursor --current-token)
    for reply in (isolation "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null)
        # Options only for those who have begun one: everybody else may want a file.
        if string match --quiet -- '-*' "$word"; or not string match --quiet -- '-*' "$reply"
            echo $reply
        end
    end
end
complete --command isolation --arguments '(__isolation_complete)'
