import { study } from "../../../support/study.ts";

/** Nothing changes, and everything was read. */
export default study();
