#!/usr/bin/env bash
# Runs a command and puts what it says under a heading in the run's summary: summary.sh HEADING COMMAND…
#
# What it says may be anything that stands in a file, so it is shown as a block of plain text, and cut where it is long.
set -uo pipefail

heading=$1
shift
said=$("$@" 2>&1)
code=$?
printf '%s\n' "$said"
{
  printf '## %s: %s\n\n' "$heading" "$([[ $code -eq 0 ]] && echo "inget att göra" || echo "behöver ses över")"
  printf '%s\n' "$said" | head -c 50000 | sed 's/^/    /'
  printf '\n'
} >> "$GITHUB_STEP_SUMMARY"
exit "$code"
