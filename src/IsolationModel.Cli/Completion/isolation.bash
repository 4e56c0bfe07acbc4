# Completion of the command isolation in bash: eval "$(isolation completion bash)" in ~/.bashrc.
_isolation() {
  local line="${COMP_LINE:0:COMP_POINT}" IFS=$'\n' reply
  line="${line#*[[:space:]]}"
  local word="${line##*[[:space:]]}"
  COMPREPLY=()
  for reply in $(isolation "[suggest:${#line}]" "$line" 2>/dev/null); do
    # Options only for those who have begun one: everybody else may want a file.
    if [[ $word == -* || $reply != -* ]]; then
      # bash takes what stands before a colon for a word of its own.
      [[ $word == *:* ]] && reply="${reply#"${word%"${word##*:}"}"}"
      COMPREPLY+=("$reply")
    fi
  done
}
complete -o bashdefault -o default -F _isolation isolation
