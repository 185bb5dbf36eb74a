#Requires -RunAsAdministrator
#Requires -Version 5.1
<#
.SYNOPSIS
  Makes this Windows 11 machine a Tonos kiosk: its own user, signed in by itself, with the kiosk in place of the desktop.
.DESCRIPTION
  Run it after the kiosk is installed. Run again, it sets everything anew. Restart the machine afterwards.
  Enterprise, Education and IoT Enterprise use Shell Launcher. Other editions have no Shell Launcher: there the kiosk's
  user gets the kiosk as its shell in its own registry, which is weaker.
.PARAMETER Uninstall
  Removes the user and everything that this script has set. Settings in %ProgramData%\Tonos are kept.
.PARAMETER BrowserHost
  For the package without Electron, unpacked to %ProgramFiles%\TonosBrowser.
.EXAMPLE
  .\install-kiosk.ps1 -WhatIf
#>
[CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'Medium')]
param(
    [switch]$Uninstall,
    [switch]$BrowserHost
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

$userName = 'tonos'
$folder = Join-Path $env:ProgramFiles $(if ($BrowserHost) { 'TonosBrowser' } else { 'Tonos' })
$program = Join-Path $folder $(if ($BrowserHost) { 'bin\node.exe' } else { 'Tonos.exe' })
$scripts = Join-Path $folder $(if ($BrowserHost) { 'deploy\windows' } else { 'resources\deploy\windows' })
$settingsFolder = Join-Path $env:ProgramData 'Tonos'
$firewallRule = 'Tonos kiosk: no network'
$winlogon = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\Winlogon'
$hive = 'TonosKiosk'

# --- Settings of the machine: Path, Name, Value, Kind, Why ------------------------------------------------------------

$machineSettings = @(
    # Group Policy: Windows Components > Edge UI > Allow edge swipe
    @{ Path = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\EdgeUI'; Name = 'AllowEdgeSwipe'; Value = 0; Why = 'A swipe from the edge opens panels of the system over the kiosk.' }
    # Group Policy: Control Panel > Personalization > Do not display the lock screen
    @{ Path = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\Personalization'; Name = 'NoLockScreen'; Value = 1; Why = 'A lock screen would hide the kiosk.' }
    # Group Policy: Windows Components > Windows Error Reporting > Disable Windows Error Reporting
    @{ Path = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\Windows Error Reporting'; Name = 'Disabled'; Value = 1; Why = 'A report holds memory of the page, and is sent to the network.' }
    # https://learn.microsoft.com/windows/win32/wer/wer-settings
    @{ Path = 'HKLM:\SOFTWARE\Microsoft\Windows\Windows Error Reporting'; Name = 'DontShowUI'; Value = 1; Why = 'An error dialog would lie over the kiosk.' }
    # Hard error messages of the system go to the log
    @{ Path = 'HKLM:\SYSTEM\CurrentControlSet\Control\Windows'; Name = 'ErrorMode'; Value = 2; Why = 'An error dialog would lie over the kiosk.' }
    # System > Advanced > Startup and recovery
    @{ Path = 'HKLM:\SYSTEM\CurrentControlSet\Control\CrashControl'; Name = 'AutoReboot'; Value = 1; Why = 'After a stop error the kiosk comes back by itself.'; Keep = $true }
    @{ Path = 'HKLM:\SYSTEM\CurrentControlSet\Control\CrashControl'; Name = 'CrashDumpEnabled'; Value = 0; Why = 'A dump holds memory of the page.'; Keep = $true }
    # Group Policy: Windows Components > Windows Update > Turn off auto-restart for updates during active hours
    @{ Path = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'; Name = 'SetActiveHours'; Value = 1; Why = 'No restart for updates while the clinic is open.' }
    @{ Path = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'; Name = 'ActiveHoursStart'; Value = 6; Why = 'No restart for updates while the clinic is open.' }
    @{ Path = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'; Name = 'ActiveHoursEnd'; Value = 22; Why = 'No restart for updates while the clinic is open.' }
    # Group Policy: Windows Components > OOBE > Don't launch privacy settings experience on user logon
    @{ Path = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\OOBE'; Name = 'DisablePrivacyExperience'; Value = 1; Why = 'The first sign-in asks nothing.' }
    # Group Policy: System > Logon > Show first sign-in animation; Hide entry points for Fast User Switching
    @{ Path = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\System'; Name = 'EnableFirstLogonAnimation'; Value = 0; Why = 'The first sign-in shows nothing.' }
    @{ Path = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\System'; Name = 'HideFastUserSwitching'; Value = 1; Why = 'Ctrl+Alt+Del offers no other user.' }
)

# --- Settings of the kiosk's user: the same, below its own registry ---------------------------------------------------

$userSettings = @(
    # Settings > Bluetooth & devices > Touch > Three- and four-finger touch gestures
    @{ Path = 'Control Panel\Desktop'; Name = 'TouchGestureSetting'; Value = 0; Why = 'Three fingers would leave the kiosk.' }
    # Settings > Bluetooth & devices > Touchpad, for one that somebody plugs in
    @{ Path = 'Software\Microsoft\Windows\CurrentVersion\PrecisionTouchPad'; Name = 'ThreeFingerSlideEnabled'; Value = 0; Why = 'Three fingers would leave the kiosk.' }
    @{ Path = 'Software\Microsoft\Windows\CurrentVersion\PrecisionTouchPad'; Name = 'FourFingerSlideEnabled'; Value = 0; Why = 'Four fingers would leave the kiosk.' }
    # Settings > Time & language > Typing > Touch keyboard
    @{ Path = 'Software\Microsoft\TabletTip\1.7'; Name = 'EnableDesktopModeAutoInvoke'; Value = 0; Why = 'The kiosk has its own keys for the PIN.' }
    @{ Path = 'Software\Microsoft\TabletTip\1.7'; Name = 'TouchKeyboardTapInvoke'; Value = 0; Why = 'The kiosk has its own keys for the PIN.' }
    # Group Policy: Start Menu and Taskbar > Notifications
    @{ Path = 'Software\Policies\Microsoft\Windows\CurrentVersion\PushNotifications'; Name = 'NoToastApplicationNotification'; Value = 1; Why = 'A message would lie over the kiosk.' }
    @{ Path = 'Software\Policies\Microsoft\Windows\Explorer'; Name = 'DisableNotificationCenter'; Value = 1; Why = 'It would lie over the kiosk.' }
    # Group Policy: System > Ctrl+Alt+Del Options. Signing out stays, as the way out when the kiosk is broken.
    @{ Path = 'Software\Microsoft\Windows\CurrentVersion\Policies\System'; Name = 'DisableTaskMgr'; Value = 1; Why = 'It starts programs.' }
    @{ Path = 'Software\Microsoft\Windows\CurrentVersion\Policies\System'; Name = 'DisableLockWorkstation'; Value = 1; Why = 'Nobody knows the password.' }
    @{ Path = 'Software\Microsoft\Windows\CurrentVersion\Policies\System'; Name = 'DisableChangePassword'; Value = 1; Why = 'Nobody knows the password.' }
    # Settings > Accessibility > Keyboard: the shortcuts, not the functions
    @{ Path = 'Control Panel\Accessibility\StickyKeys'; Name = 'Flags'; Value = '506'; Kind = 'String'; Why = 'Five times Shift opens a dialog.' }
    @{ Path = 'Control Panel\Accessibility\ToggleKeys'; Name = 'Flags'; Value = '58'; Kind = 'String'; Why = 'A held Num Lock opens a dialog.' }
    @{ Path = 'Control Panel\Accessibility\Keyboard Response'; Name = 'Flags'; Value = '122'; Kind = 'String'; Why = 'A held Shift opens a dialog.' }
)

# --- What Windows has no command for ----------------------------------------------------------------------------------

function Add-NativeMethods {
    if ('Tonos.Native' -as [type]) { return }
    Add-Type -TypeDefinition @'
using System;
using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;

namespace Tonos {
    public static class Native {
        [StructLayout(LayoutKind.Sequential)]
        private struct LsaString { public ushort Length; public ushort MaximumLength; public IntPtr Buffer; }

        [StructLayout(LayoutKind.Sequential)]
        private struct LsaObject { public int Length; public IntPtr Root; public IntPtr Name; public uint Attributes; public IntPtr Descriptor; public IntPtr Quality; }

        [DllImport("advapi32.dll")] private static extern uint LsaOpenPolicy(IntPtr system, ref LsaObject attributes, uint access, out IntPtr policy);
        [DllImport("advapi32.dll")] private static extern uint LsaStorePrivateData(IntPtr policy, ref LsaString key, IntPtr data);
        [DllImport("advapi32.dll")] private static extern uint LsaClose(IntPtr policy);
        [DllImport("advapi32.dll")] private static extern int LsaNtStatusToWinError(uint status);
        [DllImport("userenv.dll", CharSet = CharSet.Unicode)] private static extern int CreateProfile(string sid, string name, StringBuilder path, uint size);

        private static LsaString Text(string text) {
            return new LsaString { Buffer = Marshal.StringToHGlobalUni(text), Length = (ushort)(text.Length * 2), MaximumLength = (ushort)(text.Length * 2 + 2) };
        }

        // The place that Windows itself reads for automatic sign-in; null removes what is there.
        public static void StoreSignInPassword(string password) {
            LsaObject attributes = new LsaObject();
            IntPtr policy;
            Check(LsaOpenPolicy(IntPtr.Zero, ref attributes, 0x20, out policy));
            LsaString key = Text("DefaultPassword");
            IntPtr data = IntPtr.Zero;
            LsaString value = new LsaString();
            try {
                if (password != null) {
                    value = Text(password);
                    data = Marshal.AllocHGlobal(Marshal.SizeOf(value));
                    Marshal.StructureToPtr(value, data, false);
                }
                uint status = LsaStorePrivateData(policy, ref key, data);
                // 0xC0000034: there was nothing to remove.
                if (status != 0xC0000034) Check(status);
            } finally {
                if (value.Buffer != IntPtr.Zero) Marshal.ZeroFreeGlobalAllocUnicode(value.Buffer);
                if (data != IntPtr.Zero) Marshal.FreeHGlobal(data);
                Marshal.FreeHGlobal(key.Buffer);
                LsaClose(policy);
            }
        }

        // Makes the user's folder and registry as the first sign-in would. One that is there already is kept.
        public static void MakeProfile(string sid, string name) {
            int result = CreateProfile(sid, name, new StringBuilder(260), 260);
            if (result != 0 && result != unchecked((int)0x800700B7)) Marshal.ThrowExceptionForHR(result);
        }

        private static void Check(uint status) {
            if (status != 0) throw new Win32Exception(LsaNtStatusToWinError(status));
        }
    }
}
'@
}

function New-RandomPassword {
    $bytes = New-Object byte[] 48
    $random = [System.Security.Cryptography.RandomNumberGenerator]::Create()
    $random.GetBytes($bytes)
    $random.Dispose()
    # The ending satisfies every rule on kinds of characters.
    return [Convert]::ToBase64String($bytes) + 'aA1!'
}

function Set-Setting([string]$Root, [hashtable]$Setting) {
    $path = $Root + $Setting.Path
    if (-not $PSCmdlet.ShouldProcess("$path\$($Setting.Name)", "Set to $($Setting.Value). $($Setting.Why)")) { return }
    if (-not (Test-Path $path)) { $null = New-Item -Path $path -Force }
    $kind = if ($Setting.ContainsKey('Kind')) { $Setting.Kind } else { 'DWord' }
    $null = New-ItemProperty -Path $path -Name $Setting.Name -Value $Setting.Value -PropertyType $kind -Force
}

function Remove-Setting([hashtable]$Setting) {
    # Windows has a value of its own here, which a removal would not bring back.
    if ($Setting.ContainsKey('Keep')) { return }
    if ($PSCmdlet.ShouldProcess("$($Setting.Path)\$($Setting.Name)", 'Remove')) {
        Remove-ItemProperty -Path $Setting.Path -Name $Setting.Name -ErrorAction SilentlyContinue
    }
}

function Get-KioskUser { Get-LocalUser -Name $userName -ErrorAction SilentlyContinue }

function Test-ShellLauncher {
    $edition = (Get-ItemProperty 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion').EditionID
    return $edition -match 'Enterprise|Education'
}

# The program that the kiosk's user has in place of the desktop.
function Get-ShellCommand {
    $powershell = Join-Path $env:SystemRoot 'System32\WindowsPowerShell\v1.0\powershell.exe'
    $command = "`"$powershell`" -NoProfile -NonInteractive -ExecutionPolicy Bypass -WindowStyle Hidden -File `"$scripts\tonos-shell.ps1`" -Program `"$program`""
    if ($BrowserHost) {
        $command += ' -BrowserHost'
    }
    return $command
}

# --- Steps ------------------------------------------------------------------------------------------------------------

function Set-KioskUser {
    if (-not $PSCmdlet.ShouldProcess($userName, 'Make the user, and sign it in when the machine starts')) { return }
    Add-NativeMethods
    $password = New-RandomPassword
    $secret = ConvertTo-SecureString $password -AsPlainText -Force
    if (Get-KioskUser) {
        Set-LocalUser -Name $userName -Password $secret -PasswordNeverExpires $true
    }
    else {
        $null = New-LocalUser -Name $userName -Password $secret -FullName 'Tonos kiosk' -PasswordNeverExpires -UserMayNotChangePassword
    }
    # S-1-5-32-545 is Users, whatever its name is in this language.
    Add-LocalGroupMember -SID 'S-1-5-32-545' -Member $userName -ErrorAction SilentlyContinue
    [Tonos.Native]::MakeProfile((Get-KioskUser).SID.Value, $userName)

    [Tonos.Native]::StoreSignInPassword($password)
    Set-ItemProperty -Path $winlogon -Name AutoAdminLogon -Value '1' -Type String
    Set-ItemProperty -Path $winlogon -Name DefaultUserName -Value $userName -Type String
    Set-ItemProperty -Path $winlogon -Name DefaultDomainName -Value $env:COMPUTERNAME -Type String
    # A password left here by others would win over the hidden one. Counted sign-ins would run out.
    foreach ($name in 'DefaultPassword', 'AutoLogonCount', 'ForceAutoLogon') {
        Remove-ItemProperty -Path $winlogon -Name $name -ErrorAction SilentlyContinue
    }
}

function Set-UserSettings {
    if (-not $PSCmdlet.ShouldProcess("HKEY_USERS\$hive", 'Open the registry of the kiosk''s user')) {
        $userSettings | ForEach-Object { Set-Setting "Registry::HKEY_USERS\$hive\" $_ }
        return
    }
    $sid = (Get-KioskUser).SID.Value
    $profilePath = (Get-ItemProperty "HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\ProfileList\$sid").ProfileImagePath
    reg.exe load "HKU\$hive" (Join-Path $profilePath 'NTUSER.DAT') | Out-Null
    if ($LASTEXITCODE -ne 0) { throw "The registry of $userName is in use. Sign it out and run this again." }
    try {
        $userSettings | ForEach-Object { Set-Setting "Registry::HKEY_USERS\$hive\" $_ }
        if (-not (Test-ShellLauncher)) {
            $shell = @{ Path = 'Software\Microsoft\Windows NT\CurrentVersion\Winlogon'; Name = 'Shell'; Value = Get-ShellCommand; Kind = 'String'; Why = 'The kiosk in place of the desktop.' }
            Set-Setting "Registry::HKEY_USERS\$hive\" $shell
        }
    }
    finally {
        # Open handles keep it loaded.
        [GC]::Collect()
        [GC]::WaitForPendingFinalizers()
        reg.exe unload "HKU\$hive" | Out-Null
        if ($LASTEXITCODE -ne 0) { Write-Warning "HKU\$hive stays loaded until the machine restarts." }
    }
}

function Set-ShellLauncher {
    if (-not (Test-ShellLauncher)) {
        Write-Warning 'This edition of Windows has no Shell Launcher. The kiosk is the shell by the registry of its user alone.'
        return
    }
    if (-not $PSCmdlet.ShouldProcess($userName, 'Shell Launcher: the kiosk in place of the desktop')) { return }
    $feature = 'Client-DeviceLockdown', 'Client-EmbeddedShellLauncher'
    $null = Enable-WindowsOptionalFeature -Online -FeatureName $feature -All -NoRestart -WarningAction SilentlyContinue
    $class = @{ Namespace = 'root\standardcimv2\embedded'; ClassName = 'WESL_UserSetting' }
    $restartShell = 0
    # Everybody else keeps the desktop.
    $null = Invoke-CimMethod @class -MethodName SetDefaultShell -Arguments @{ Shell = 'explorer.exe'; DefaultAction = $restartShell }
    $sid = (Get-KioskUser).SID.Value
    $null = Invoke-CimMethod @class -MethodName RemoveCustomShell -Arguments @{ Sid = $sid } -ErrorAction SilentlyContinue
    $null = Invoke-CimMethod @class -MethodName SetCustomShell -Arguments @{ Sid = $sid; Shell = Get-ShellCommand; DefaultAction = $restartShell }
    $null = Invoke-CimMethod @class -MethodName SetEnabled -Arguments @{ Enabled = $true }
}

function Set-Power {
    if (-not $PSCmdlet.ShouldProcess('Power plan', 'Never sleep; the kiosk darkens its screen by itself')) { return }
    foreach ($what in 'standby-timeout-ac', 'hibernate-timeout-ac', 'monitor-timeout-ac', 'disk-timeout-ac') {
        powercfg.exe /change $what 0
    }
}

# Only administrators lay settings down: by default every user may write below ProgramData.
function Set-SettingsFolder {
    if (-not $PSCmdlet.ShouldProcess($settingsFolder, 'Make the folders for settings, written by administrators, and for the state, written by the kiosk')) { return }
    $null = New-Item -ItemType Directory -Path $settingsFolder -Force
    icacls.exe $settingsFolder /inheritance:r /grant '*S-1-5-18:(OI)(CI)F' '*S-1-5-32-544:(OI)(CI)F' '*S-1-5-32-545:(OI)(CI)RX' | Out-Null
    if ($LASTEXITCODE -ne 0) { throw "The rights of $settingsFolder could not be set." }
    # What staff choose, and the kiosk's log. It outlives the user's own folder.
    $state = Join-Path $settingsFolder 'State'
    $null = New-Item -ItemType Directory -Path $state -Force
    icacls.exe $state /inheritance:r /grant '*S-1-5-18:(OI)(CI)F' '*S-1-5-32-544:(OI)(CI)F' "${userName}:(OI)(CI)M" | Out-Null
    if ($LASTEXITCODE -ne 0) { throw "The rights of $state could not be set." }
}

function Set-Firewall {
    if (-not $PSCmdlet.ShouldProcess($program, 'Block every connection out of this machine')) { return }
    Remove-NetFirewallRule -DisplayName $firewallRule -ErrorAction SilentlyContinue
    $null = New-NetFirewallRule -DisplayName $firewallRule -Direction Outbound -Program $program -Action Block -Profile Any
}

function Import-BrowserPolicies {
    if (-not $PSCmdlet.ShouldProcess('Chrome and Edge', 'Import the policies')) { return }
    foreach ($file in 'tonos-chrome.reg', 'tonos-edge.reg') {
        reg.exe import (Join-Path $folder "deploy\policies\$file") 2>$null
        if ($LASTEXITCODE -ne 0) { throw "$file could not be imported." }
    }
}

function Uninstall-Kiosk {
    $user = Get-KioskUser
    if ($user -and (Test-ShellLauncher) -and $PSCmdlet.ShouldProcess($userName, 'Shell Launcher: remove the kiosk')) {
        $class = @{ Namespace = 'root\standardcimv2\embedded'; ClassName = 'WESL_UserSetting' }
        $null = Invoke-CimMethod @class -MethodName RemoveCustomShell -Arguments @{ Sid = $user.SID.Value } -ErrorAction SilentlyContinue
        $null = Invoke-CimMethod @class -MethodName SetEnabled -Arguments @{ Enabled = $false } -ErrorAction SilentlyContinue
    }
    if ($PSCmdlet.ShouldProcess($userName, 'End the automatic sign-in')) {
        Add-NativeMethods
        [Tonos.Native]::StoreSignInPassword($null)
        Set-ItemProperty -Path $winlogon -Name AutoAdminLogon -Value '0' -Type String
        Remove-ItemProperty -Path $winlogon -Name DefaultUserName -ErrorAction SilentlyContinue
    }
    if ($user -and $PSCmdlet.ShouldProcess($userName, 'Remove the user and its folder')) {
        Get-CimInstance Win32_UserProfile -Filter "SID = '$($user.SID.Value)'" | Remove-CimInstance
        Remove-LocalUser -Name $userName
    }
    $machineSettings | ForEach-Object { Remove-Setting $_ }
    if ($PSCmdlet.ShouldProcess($firewallRule, 'Remove the firewall rule')) {
        Remove-NetFirewallRule -DisplayName $firewallRule -ErrorAction SilentlyContinue
    }
}

if ($Uninstall) {
    Uninstall-Kiosk
    Write-Output 'Removed. Restart the machine. Settings in %ProgramData%\Tonos are kept.'
    return
}
if (-not (Test-Path $program)) { throw "$program is missing. Install Tonos first." }
Set-KioskUser
Set-UserSettings
$machineSettings | ForEach-Object { Set-Setting '' $_ }
Set-ShellLauncher
Set-Power
Set-SettingsFolder
if ($BrowserHost) { Import-BrowserPolicies } else { Set-Firewall }
Write-Output 'Done. Restart the machine: it comes back as the kiosk.'
