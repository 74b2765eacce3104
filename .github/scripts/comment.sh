#!/usr/bin/env bash
# Keeps one comment up to date: comment.sh NUMBER FILE MARKER
#
# NUMBER is the issue's or pull request's, FILE holds the text, and MARKER is how it begins. The comment that the
# workflow has made before is rewritten, else one is made. Nobody else's is ever touched, whatever it says.
# Needs gh and jq, GITHUB_REPOSITORY, and GH_TOKEN with the right to write.
set -euo pipefail

if [[ $# -ne 3 || ! $1 =~ ^[1-9][0-9]{0,9}$ || ! -s $2 || -z $3 ]]; then
  echo "Användning: comment.sh NUMMER FIL MÄRKE" >&2
  exit 2
fi
number=$1 file=$2 marker=$3
comments="repos/$GITHUB_REPOSITORY/issues"

if ! jq --exit-status --raw-input --slurp --arg marker "$marker" 'startswith($marker)' "$file" > /dev/null; then
  echo "Texten börjar inte med märket." >&2
  exit 2
fi

own=$(gh api --paginate "$comments/$number/comments?per_page=100" | jq --raw-output --slurp --arg marker "$marker" '
  [.[][] | select(.user.login == "github-actions[bot]" and (.body | startswith($marker))) | .id] | first // empty')

text=$(jq --raw-input --slurp '{body: .}' "$file")
if [[ -n $own ]]; then
  gh api --method PATCH "$comments/comments/$own" --input - --silent <<< "$text"
else
  gh api --method POST "$comments/$number/comments" --input - --silent <<< "$text"
fi
