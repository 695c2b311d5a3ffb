#!/bin/sh
# Starts a container's program in a root of its own. MOUNTS is a file of lines "SOURCE TARGET", targets below ROOT; then the program and its arguments.
# Everything happens in a mount namespace that ends with the program.
set -e
root=$1 mounts=$2 folder=$3
shift 3
theirs=$PATH
PATH=/usr/sbin:/sbin:/usr/bin:/bin
chroot=$(command -v chroot)
for part in usr bin lib lib64; do
  [ -e "/$part" ] || continue
  mkdir -p "$root/$part"
done
for part in bin lib lib64 usr/bin usr/lib; do
  [ -e "/$part" ] || continue
  mkdir -p "$root/$part"
  mount --bind "/$part" "$root/$part"
done
mkdir -p "$root/proc" "$root/dev" "$root/tmp" "$root/usr/local/bin"
mount --rbind /proc "$root/proc"
mount --rbind /dev "$root/dev"
while read -r source target; do
  if [ -d "$source" ]; then
    mkdir -p "$root$target"
  else
    mkdir -p "$(dirname "$root$target")"
    [ -e "$root$target" ] || : >"$root$target"
  fi
  mount --bind "$source" "$root$target"
done <"$mounts"
PATH=$theirs
exec "$chroot" "$root" /bin/sh -c 'cd "$0" && exec "$@"' "$folder" "$@"
