#!/bin/sh
# First process in the lab's namespaces: a loopback device, a place for network namespaces of pods, then the command.
# It stays: the first process of a namespace must take leave of every orphan, and a shell does.
set -e
mount -t tmpfs tmpfs /run
mkdir -p /run/netns
ip link set lo up
trap : INT TERM HUP
"$@" &
child=$!
code=0
wait "$child" || code=$?
# A signal ends `wait` early; the command then decides itself when it ends.
while kill -0 "$child" 2>/dev/null; do
  code=0
  wait "$child" || code=$?
done
exit "$code"
