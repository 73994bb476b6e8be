#!/bin/sh
# Runs a script with Node, or says in a sentence what is missing.
if ! node -e 'const [a, b] = process.versions.node.split("."); process.exit(a > 20 || (a == 20 && b >= 19) ? 0 : 1)' 2>/dev/null ||
  ! command -v npm >/dev/null; then
  echo "The web interface is built with Node 20.19 or later and its npm, which have to be on the PATH; there is $(node --version 2>/dev/null || echo no node), $(command -v npm >/dev/null && echo npm || echo no npm)." >&2
  exit 1
fi
exec node "$@"
