#compdef isolation
# Completion of the command isolation in zsh: source <(isolation completion zsh) in ~/.zshrc, behind compinit.
_isolation() {
  local line="${(j: :)words[2,CURRENT]}"
  local -a replies
  replies=("${(@f)$(isolation "[suggest:${#line}]" "$line" 2>/dev/null)}")
  # Options only for those who have begun one: everybody else may want a file.
  [[ ${words[CURRENT]} == -* ]] || replies=(${replies:#-*})
  replies=(${replies:#})
  if (( ${#replies} )); then
    compadd -a replies
  else
    _files
  fi
}
compdef _isolation isolation
