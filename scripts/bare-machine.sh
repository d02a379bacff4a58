#!/usr/bin/env bash
# Runs commands on a machine that has nothing but Node and npm: a minimal Debian, unpacked, with a clone of this
# repository's HEAD in /srv/acquis.
#
#   scripts/bare-machine.sh FOLDER COMMAND…    (as root; needs debootstrap; FOLDER is made once and used again)
#
# The root is entered as containers are, by pivot_root in a mount and pid namespace of its own. A plain chroot will not
# do: Linux refuses user namespaces there, so a browser started in it has no sandbox, on any distribution.
set -euo pipefail
root=$(realpath -m "$1")
shift
here=$(cd "$(dirname "$0")/.." && pwd)

if [ ! -e "$root/.unpacked" ]; then
  mkdir -p "$root"
  # Two lines per package: shown only where it fails.
  if ! said=$(debootstrap --variant=minbase bookworm "$root" 2>&1); then
    printf '%s\n' "$said" >&2
    exit 1
  fi
  touch "$root/.unpacked"
fi

# The root of a machine can be entered by everybody; a folder made for one user cannot.
chmod 755 "$root"

# Node, npm, and what npm needs to reach the registry from here.
npm=$(realpath "$(npm root -g)/npm")
mkdir -p "$root/usr/local/lib/node_modules" "$root/usr/local/bin" "$root/usr/etc" "$root/etc/ssl/certs"
cp "$(command -v node)" "$root/usr/local/bin/node"
rm -rf "$root/usr/local/lib/node_modules/npm"
cp -r "$npm" "$root/usr/local/lib/node_modules/npm"
ln -sf ../lib/node_modules/npm/bin/npm-cli.js "$root/usr/local/bin/npm"
ln -sf ../lib/node_modules/npm/bin/npx-cli.js "$root/usr/local/bin/npx"
chmod +x "$root/usr/local/lib/node_modules/npm/bin/"*.js
for file in /etc/resolv.conf /etc/hosts /etc/ssl/certs/ca-certificates.crt "$(npm config get globalconfig 2>/dev/null)"; do
  [ -e "$file" ] && cp --remove-destination "$file" "$root$file"
done

rm -rf "$root/srv/acquis"
git clone --quiet --no-hardlinks "$here" "$root/srv/acquis"

exec unshare --mount --pid --fork --uts --ipc bash -c '
  set -e
  root=$0
  mount --make-rprivate /
  mount --bind "$root" "$root"
  mount -t proc proc "$root/proc"
  mount -t tmpfs -o mode=755 tmpfs "$root/dev"
  for node in null zero full random urandom tty; do
    touch "$root/dev/$node"
    mount --bind "/dev/$node" "$root/dev/$node"
  done
  mkdir -p "$root/dev/shm" "$root/dev/pts" "$root/.former"
  mount -t tmpfs -o mode=1777 tmpfs "$root/dev/shm"
  mount -t devpts -o newinstance,ptmxmode=0666 devpts "$root/dev/pts"
  ln -s pts/ptmx "$root/dev/ptmx"
  ln -s /proc/self/fd "$root/dev/fd"
  cd "$root"
  pivot_root . .former
  umount --lazy /.former
  cd /srv/acquis
  exec env -i HOME=/root LANG=C.UTF-8 PATH=/usr/local/bin:/usr/bin:/bin ${NODE_EXTRA_CA_CERTS:+NODE_EXTRA_CA_CERTS="$NODE_EXTRA_CA_CERTS"} "$@"
' "$root" "$@"
