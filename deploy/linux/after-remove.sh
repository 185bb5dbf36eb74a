#!/bin/sh
# Run by dpkg after the files are gone. Settings in /etc/tonos and the state in /var/lib/tonos go with --purge.
set -e

case "$1" in
remove | purge)
  rm -f /usr/bin/tonos
  if [ -f /etc/apparmor.d/tonos ]; then
    apparmor_parser --remove /etc/apparmor.d/tonos || true
    rm -f /etc/apparmor.d/tonos
  fi
  if [ -d /run/systemd/system ]; then systemctl daemon-reload; fi
  ;;
esac
if [ "$1" = purge ]; then
  rm -rf /etc/tonos /var/lib/tonos
fi
