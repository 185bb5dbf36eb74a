<#
.SYNOPSIS
  The shell of the kiosk's user: keeps the kiosk running, and signs the user out when staff leaves it.
.DESCRIPTION
  Exit code 10 means that staff has left the kiosk on purpose; the sign-in screen follows. After any other it is started
  again: at once, then after at most 60 s when it keeps ending. See docs/running.md for the exit codes.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)][string]$Program,
    # The program is Node, and shows the kiosk in the machine's browser.
    [switch]$BrowserHost
)

$left = 10
$restart = 11
$steady = [TimeSpan]::FromMinutes(5)
$failures = 0
# The kiosk leaves its restarts to this script.
$env:TONOS_SUPERVISED = '1'

while ($true) {
    $started = Get-Date
    $start = @{ FilePath = $Program; PassThru = $true }
    if ($BrowserHost) {
        $serve = Join-Path $PSScriptRoot '..\..\dist\main\serve.js'
        $start.ArgumentList = "`"$serve`"", '--host', 'browser', '--port', '4518'
    }
    try {
        $kiosk = Start-Process @start
        # Without a handle taken before the end, the exit code is lost.
        $null = $kiosk.Handle
        $kiosk.WaitForExit()
        $code = $kiosk.ExitCode
    }
    catch { $code = 1 }
    if ($code -eq $left) {
        shutdown.exe /l
        return
    }
    if ($code -eq $restart -or ((Get-Date) - $started) -gt $steady) { $failures = 0 } else { $failures++ }
    Start-Sleep -Seconds ([Math]::Min(60, [Math]::Pow(2, [Math]::Min($failures, 6)) - 1))
}
