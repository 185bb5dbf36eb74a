#!/bin/sh
# Usage: sudo deploy/linux/install.sh [--uninstall]
#
# Installs the kiosk without Electron from the unpacked archive that this script lies in: the program under /opt/tonos,
# its user, its unit, the browser's policies. Run again, it updates. --uninstall removes all but the settings in
# /etc/tonos and the state in /var/lib/tonos.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
package=$(cd "$here/../.." && pwd)

policy_folders="/etc/chromium/policies/managed /etc/opt/chrome/policies/managed /etc/opt/edge/policies/managed"

say() { echo "tonos: $*"; }
fail() {
  echo "tonos: $*" >&2
  exit 1
}

# systemctl, where systemd runs: an image that is being made has none.
system() {
  if [ -d /run/systemd/system ]; then systemctl "$@"; fi
}

uninstall() {
  system disable --now tonos.service || true
  rm -rf /opt/tonos /opt/tonos.new /opt/tonos.old /usr/lib/tonos /etc/systemd/system/tonos.service.d
  rm -f /etc/systemd/system/tonos.service "/etc/systemd/system/tonos-usb@.service" /usr/local/bin/tonos
  rm -f /etc/sysusers.d/tonos.conf /etc/tmpfiles.d/tonos.conf /etc/udev/rules.d/70-tonos-usb.rules
  for folder in $policy_folders; do rm -f "$folder/tonos.json"; done
  system daemon-reload
  say "Removed. Settings in /etc/tonos and state in /var/lib/tonos are kept."
}

check() {
  if [ -e /opt/Tonos/tonos ]; then fail "Tonos with Electron is installed. Remove it first: apt-get remove tonos"; fi
  for file in bin/node dist/main/serve.js dist/renderer/index.html locales assets deploy/policies/tonos.json; do
    if [ ! -e "$package/$file" ]; then fail "$package/$file is missing. Unpack the archive again."; fi
  done
  for program in cage seatd chvt Xwayland systemd-sysusers; do
    if ! command -v "$program" >/dev/null; then
      fail "$program is missing. Install: apt-get install --no-install-recommends cage seatd kbd xwayland"
    fi
  done
}

install_program() {
  rm -rf /opt/tonos.new
  mkdir -p /opt/tonos.new
  cp -R "$package/." /opt/tonos.new/
  chown -R root:root /opt/tonos.new
  chmod -R u=rwX,go=rX /opt/tonos.new
  # A power cut leaves the old one or the new one, never half of one.
  rm -rf /opt/tonos.old
  if [ -d /opt/tonos ]; then mv /opt/tonos /opt/tonos.old; fi
  mv /opt/tonos.new /opt/tonos
  rm -rf /opt/tonos.old
  printf '%s\n' '#!/bin/sh' 'exec /opt/tonos/bin/node /opt/tonos/dist/main/tonos.js "$@"' >/usr/local/bin/tonos
  chmod 0755 /usr/local/bin/tonos
}

install_system() {
  install -D -m 0755 "$here/tonos-session" /usr/lib/tonos/tonos-session
  install -D -m 0755 "$here/tonos-usb" /usr/lib/tonos/tonos-usb
  install -D -m 0644 "$here/tonos.service" /etc/systemd/system/tonos.service
  install -D -m 0644 "$here/browser-host.conf" /etc/systemd/system/tonos.service.d/browser-host.conf
  install -D -m 0644 "$here/tonos-usb@.service" "/etc/systemd/system/tonos-usb@.service"
  install -D -m 0644 "$here/tonos.sysusers" /etc/sysusers.d/tonos.conf
  install -D -m 0644 "$here/tonos.tmpfiles" /etc/tmpfiles.d/tonos.conf
  install -D -m 0644 "$here/70-tonos-usb.rules" /etc/udev/rules.d/70-tonos-usb.rules
  for folder in $policy_folders; do
    install -D -m 0644 "$package/deploy/policies/tonos.json" "$folder/tonos.json"
  done
  systemd-sysusers /etc/sysusers.d/tonos.conf
  systemd-tmpfiles --create /etc/tmpfiles.d/tonos.conf || true
  if [ -d /run/systemd/system ]; then udevadm control --reload || true; fi
  system daemon-reload
  system enable tonos.service
  system restart tonos.service
}

if [ "$(id -u)" -ne 0 ]; then fail "Run it as root: sudo $0"; fi
case "${1-}" in
--uninstall) uninstall ;;
"")
  check
  install_program
  install_system
  say "Installed in /opt/tonos. Look at it with: systemctl status tonos"
  ;;
*) fail "There is only --uninstall, not $1" ;;
esac
