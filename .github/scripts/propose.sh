#!/usr/bin/env bash
# What an issue proposes → a branch of its own and a pull request, made anew when the issue is edited.
#
#   propose.sh NUMBER FOLDER
#
# FOLDER holds what the command intake came to: andring.patch (what changes in data/) with andring.txt (the commit's
# message), both missing or empty where nothing is proposed, and svar.md (the answer). Run at the head of main.
set -euo pipefail

number=$1
folder=$2
branch="arende-$number"
robot="41898282+github-actions[bot]@users.noreply.github.com"

[[ $number =~ ^[0-9]+$ ]] || { echo "Inget ärendenummer: $number" >&2; exit 2; }

others() { # commits on the branch that somebody else made: theirs are never overwritten
  git fetch --quiet origin "+refs/heads/$branch:refs/remotes/origin/$branch" 2>/dev/null || return 0
  git log --format=%ae "HEAD..origin/$branch" | grep -Fxv "$robot" || true
}

open_pull_request() { gh pr list --head "$branch" --state open --json number --jq '.[0].number // empty'; }

if [[ -n $(others) ]]; then
  echo "Någon har arbetat vidare i grenen $branch. Den lämnas som den är."
  exit 0
fi

if [[ ! -s $folder/andring.patch || ! -s $folder/andring.txt ]]; then
  if [[ -n $(open_pull_request) ]]; then
    gh pr close "$branch" --delete-branch --comment "Ärendet är ändrat, och det finns inte längre något att föreslå ur det."
  fi
  exit 0
fi

git switch --quiet --force-create "$branch"
git apply --index --whitespace=nowarn --include='data/*' "$folder/andring.patch"
git -c user.name="github-actions[bot]" -c user.email="$robot" commit --quiet --file="$folder/andring.txt"
git push --quiet --force origin "$branch"

{ sed 1d "$folder/svar.md"; printf '\nStänger ärendet när det förs in: closes #%s\n' "$number"; } > "$folder/forslag.md"
title=$(head -n 1 "$folder/andring.txt")
if [[ -n $(open_pull_request) ]]; then
  gh pr edit "$branch" --title "$title" --body-file "$folder/forslag.md"
else
  gh pr create --base main --head "$branch" --title "$title" --body-file "$folder/forslag.md"
fi
# A pull request opened with the workflow's own token starts no checks; a run that is asked for does.
gh workflow run check.yml --ref "$branch"
