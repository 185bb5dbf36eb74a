#!/bin/sh
# Run by dpkg after the files are in place: the user, the profile, the unit. Starts nothing that did not run before.
set -e

ln -sf /opt/Tonos/tonos /usr/bin/tonos
# Chromium's sandbox uses user namespaces; the older helper, which needs root's rights, stays without them.
chmod 0755 /opt/Tonos/chrome-sandbox || true

# Systems before AppArmor 4 do not know the profile, and do not need it.
profile=/opt/Tonos/resources/apparmor-profile
if command -v apparmor_parser >/dev/null && apparmor_parser --skip-kernel-load --debug "$profile" >/dev/null 2>&1; then
  cp -f "$profile" /etc/apparmor.d/tonos
  apparmor_parser --replace --write-cache --skip-read-cache /etc/apparmor.d/tonos || true
fi

systemd-sysusers /usr/lib/sysusers.d/tonos.conf
systemd-tmpfiles --create /usr/lib/tmpfiles.d/tonos.conf || true
if [ -d /run/systemd/system ]; then
  systemctl daemon-reload
  udevadm control --reload || true
  # An update: the running kiosk is the old one.
  systemctl try-restart tonos.service
fi
