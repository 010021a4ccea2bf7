# Sets ForumDesk up in .venv from the lock files, then does what the first word asks:
#   (nothing) the window, demo [DIR], test [pytest's words], check, bench NAME ..., or any forumdesk command
# Needs Python 3.11 or later from python.org. The twin of run; change both together.
$ErrorActionPreference = 'Stop'
$root = $PSScriptRoot
$venv = Join-Path $root '.venv'
$python = Join-Path $venv 'Scripts\python.exe'
$forumdesk = Join-Path $venv 'Scripts\forumdesk.exe'
$env:PYTHONUTF8 = '1'

function Stop-With([int] $code, [string] $sentence) {
    [Console]::Error.WriteLine($sentence)
    exit $code
}

function New-Venv {
    $py = 'python'
    $before = @()
    if (Get-Command py -ErrorAction SilentlyContinue) { $py = 'py'; $before = @('-3') }
    elseif (-not (Get-Command python -ErrorAction SilentlyContinue)) {
        Stop-With 3 'ForumDesk needs Python 3.11 or later: winget install Python.Python.3.11'
    }
    & $py @before -c 'import sys; sys.exit(sys.version_info < (3, 11))'
    if ($LASTEXITCODE -ne 0) { Stop-With 3 'ForumDesk needs Python 3.11 or later: winget install Python.Python.3.11' }
    if (Test-Path $venv) { Remove-Item -Recurse -Force $venv }
    & $py @before -m venv $venv
    if ($LASTEXITCODE -ne 0) { Stop-With 3 'Python could not make .venv here; is the folder writable?' }
    Set-Content -Encoding utf8 -Path (Join-Path $venv '.root') -Value $root
}

function Install([string] $lock) {
    $mark = Join-Path $venv '.root'
    if (-not (Test-Path $python) -or ((Test-Path $mark) -and ((Get-Content -Encoding utf8 $mark) -ne $root))) { New-Venv }
    $stamp = Join-Path $venv ".stamp-$lock"
    $file = Join-Path $root "requirements\$lock.lock"
    $now = (Get-FileHash $file).Hash + (Get-FileHash (Join-Path $root 'pyproject.toml')).Hash
    if ((Test-Path $stamp) -and ((Get-Content $stamp) -eq $now)) { return }
    [Console]::Error.WriteLine("Setting up ($lock) ...")
    $pip = @('-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-input', '--no-deps')
    & $python @pip --require-hashes -r $file
    if ($LASTEXITCODE -ne 0) { Stop-With 1 "The libraries of requirements\$lock.lock could not be installed; see above." }
    & $python @pip --no-build-isolation -e $root
    if ($LASTEXITCODE -ne 0) { Stop-With 1 'ForumDesk itself could not be installed; see above.' }
    Set-Content -Path $stamp -Value $now
}

function Invoke-Tests([string[]] $words) {
    $env:QT_QPA_PLATFORM = 'offscreen'
    & $python -m pytest -n auto @words
}

function Invoke-Check {
    Set-Location $root
    Install 'test'
    $steps = [ordered]@{
        format    = { & $python -m ruff format --check . }
        lint      = { & $python -m ruff check . }
        types     = { & $python -m mypy }
        contracts = { & (Join-Path $venv 'Scripts\lint-imports.exe') --no-cache --no-logo }
        tests     = { Invoke-Tests @() }
    }
    $failed = 0
    $times = @()
    foreach ($name in $steps.Keys) {
        Write-Host "== $name"
        $watch = [Diagnostics.Stopwatch]::StartNew()
        & $steps[$name] | Out-Host
        $outcome = 'ok'
        if ($LASTEXITCODE -ne 0) { $outcome = 'FAILED'; $failed = 1 }
        $times += '{0,-14} {1,4:n0} s  {2}' -f $name, $watch.Elapsed.TotalSeconds, $outcome
    }
    Write-Host ''
    $times | ForEach-Object { Write-Host $_ }
    exit $failed
}

$verb = ''
if ($args.Count -gt 0) { $verb = $args[0] }
$rest = @($args | Select-Object -Skip 1)
switch ($verb) {
    '' { Install 'gui'; & $forumdesk }
    'demo' {
        Install 'core'
        if ($rest.Count -eq 0) { $rest = @(Join-Path $root 'demo') }
        & $forumdesk demo @rest
    }
    'test' { Install 'test'; Set-Location $root; Invoke-Tests $rest }
    'check' { Invoke-Check }
    'bench' {
        Install 'bench'
        $script = if ($rest.Count -gt 0) { Join-Path $root "benchmarks\$($rest[0]).py" }
        if (-not $script -or -not (Test-Path $script)) {
            $names = (Get-ChildItem (Join-Path $root 'benchmarks') -Filter '[a-z]*.py').BaseName -join ' '
            Stop-With 2 "Usage: run bench NAME ..., where NAME is one of: $names"
        }
        & $python -m compileall -q (Join-Path $root 'app') (Join-Path $root 'db') (Join-Path $root 'reports') (Join-Path $root 'ui')
        & $python $script @($rest | Select-Object -Skip 1)
    }
    'shoot' {
        Install 'gui'
        if ($rest.Count -gt 0) { & $forumdesk shoot @rest }
        else {
            & $forumdesk shoot --prepare
            & $forumdesk shoot --all --out (Join-Path $root 'pictures')
            & $forumdesk shoot --all --scale 2 --out (Join-Path $root 'pictures\200')
        }
    }
    default { Install 'core'; & $forumdesk $verb @rest }
}
exit $LASTEXITCODE
