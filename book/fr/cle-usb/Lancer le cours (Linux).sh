#!/bin/sh
if python3 -c "" 2>/dev/null; then
  exec python3 "$(dirname "$0")/lanceur.pyz"
fi
echo "Cet ordinateur n'a pas Python : double-cliquez plutôt sur « Ouvrir le cours.html », où tout fonctionne sauf les exercices de code et les notebooks."
exit 1
