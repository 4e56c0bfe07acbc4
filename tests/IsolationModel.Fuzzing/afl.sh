#!/usr/bin/env bash
# Coverage-guided fuzzing of one target: afl.sh TARGET SECONDS. Needs afl-fuzz (Debian: afl++) and the .NET tool SharpFuzz.CommandLine, which this
# script installs into the output folder. Crashes, which are inputs that break a property, are below artifacts/afl/TARGET/out/default/crashes.
set -euo pipefail
target="${1:?a target: yaml, json, toml, kubernetes, ...}"
seconds="${2:-600}"
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
root="$(cd "$here/../.." && pwd)"
work="$root/artifacts/afl/$target"

[ -x "$root/artifacts/afl/sharpfuzz" ] || dotnet tool install SharpFuzz.CommandLine --version 2.3.0 --tool-path "$root/artifacts/afl"
[ -n "${FUZZ_BIN:-}" ] || dotnet build "$here" -c Release -v q
rm -rf "$work" && mkdir -p "$work"
cp -r "${FUZZ_BIN:-$root/artifacts/bin/IsolationModel.Fuzzing/release}" "$work/bin"

# Seeds are made before instrumentation: what is instrumented runs under afl-fuzz alone.
path="$(dotnet "$work/bin/IsolationModel.Fuzzing.dll" seeds "$target" "$work/in")"
for assembly in IsolationModel.Core IsolationModel.Descriptors; do
  "$root/artifacts/afl/sharpfuzz" "$work/bin/$assembly.dll"
done

export AFL_SKIP_BIN_CHECK=1 AFL_SKIP_CPUFREQ=1 AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES=1 AFL_NO_UI=1 AFL_NO_AFFINITY=1
nice -n 19 afl-fuzz -i "$work/in" -o "$work/out" -x "$here/descriptors.dict" -t 10000 -m none -V "$seconds" \
  "$(command -v dotnet)" "$work/bin/IsolationModel.Fuzzing.dll" afl "$target" "$path"
grep -E 'execs_done|execs_per_sec|corpus_count|saved_crashes|saved_hangs|bitmap_cvg|edges_found' "$work/out/default/fuzzer_stats"
