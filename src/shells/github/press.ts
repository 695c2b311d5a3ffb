import { commandOfButton } from "../../chatops/index.ts";
import { type JsonObject, textAt } from "../../model/json.ts";

/** A button of ours that somebody pressed. */
export interface Press {
  readonly pull: number;
  /** What it stands for, as a line of a comment. */
  readonly command: string;
}

/**
 * The press that an event `check_run` tells of; `undefined`: of none, or of none of ours. GitHub tells it only to the App that made the check run, so what the run says about
 * itself is what we wrote there.
 */
export function pressIn(event: JsonObject): Press | undefined {
  if (textAt(event, "action") !== "requested_action") return undefined;
  const pull = /^isthmus:\S+ pull=(?<number>[1-9]\d{0,9})(?: |$)/u.exec(textAt(event, "check_run", "external_id") ?? "")?.groups?.[
    "number"
  ];
  const command = commandOfButton(textAt(event, "requested_action", "identifier") ?? "");
  return pull === undefined || command === undefined ? undefined : { pull: Number(pull), command };
}
