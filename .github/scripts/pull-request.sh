#!/usr/bin/env bash
# The number of the open pull request whose latest commit is COMMIT, or nothing: pull-request.sh COMMIT
#
# A run knows the commit it checked but, for one from a fork, not the pull request. What is no longer the latest has none.
# Needs gh and jq, GITHUB_REPOSITORY, and GH_TOKEN with the right to read pull requests.
set -euo pipefail

if [[ $# -ne 1 || ! $1 =~ ^[0-9a-f]{40}$ ]]; then
  echo "Användning: pull-request.sh VERSION, med 40 tecken" >&2
  exit 2
fi
gh api --paginate "repos/$GITHUB_REPOSITORY/pulls?state=open&base=main&per_page=100" |
  jq --raw-output --slurp --arg commit "$1" '[.[][] | select(.head.sha == $commit) | .number] | first // empty'
