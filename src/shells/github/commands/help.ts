import { offers } from "../../../chatops/index.ts";
import { help } from "../../../report/index.ts";
import { exitCodes } from "../../exit.ts";
import type { Answer, Errand } from "./errand.ts";

/** What this person may ask for here, and why not the rest. */
export async function answerHelp({ asked }: Errand): Promise<Answer> {
  return { text: help(offers(asked)), code: exitCodes.fine };
}
