#!/bin/sh
# Run by dpkg before the files go. An update keeps the unit as it is: it is restarted afterwards.
set -e

if [ "$1" = remove ] && [ -d /run/systemd/system ]; then
  systemctl disable --now tonos.service
fi
