#!/bin/sh
# Writes the lock files again, from pyproject.toml. Needs uv; nothing else in the project does.
#   sh requirements/lock.sh            keeps the pins that still fit
#   sh requirements/lock.sh --upgrade  takes the newest versions that fit
set -eu
cd "$(dirname -- "$0")/.."
all=$(mktemp)
trap 'rm -f "$all"' EXIT

compile() {
    uv pip compile pyproject.toml requirements/build.in "$@" --universal --python-version 3.11 \
        --no-header --quiet >/dev/null
}

# Everything is settled together first, so that two lock files never name two versions of one library.
grep -hE '^[a-z0-9.-]+==' requirements/*.lock 2>/dev/null | sed 's/ \\$//' | sort -u >"$all" || true
compile --all-extras --no-annotate "$@" -o "$all"
compile -c "$all" --generate-hashes --no-annotate -o requirements/core.lock
compile -c "$all" --generate-hashes --no-annotate --extra gui -o requirements/gui.lock
compile -c "$all" --generate-hashes --no-annotate --extra gui --extra test -o requirements/test.lock
compile -c "$all" --generate-hashes --no-annotate --extra bench -o requirements/bench.lock
