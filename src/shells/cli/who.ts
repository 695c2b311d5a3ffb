import { hostname, userInfo } from "node:os";

/** Who gives a command: the same person on the same machine has the same name. */
export function whoIsHere(): string {
  return `${userName()} on ${hostname()}`;
}

/** A container may run as a user without a name. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return "somebody";
  }
}
