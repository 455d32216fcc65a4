@echo off
chcp 65001 >nul
rem Trying to run it, for the "python" of a bare Windows only opens a shop.
py -3 -c "" >nul 2>nul && (
  py -3 "%~dp0lanceur.pyz" || pause
  exit /b
)
python -c "" >nul 2>nul && (
  python "%~dp0lanceur.pyz" || pause
  exit /b
)
echo Cet ordinateur n'a pas Python : double-cliquez plutôt sur « Ouvrir le cours.html », où tout fonctionne sauf les exercices de code et les notebooks.
pause
