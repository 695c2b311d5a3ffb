/** What a decision asks about (`src/chatops/asked.ts`), read from GitHub at that moment. */
export { checksOn } from "./checks.ts";
export { mergedAs } from "./merged.ts";
export { type OpenPull, openPullsTo } from "./open-pulls.ts";
export { type PersonFacts, permissionOf, personOf } from "./person.ts";
export { approvalsOf, type PlansOf, recordsOf } from "./plans.ts";
export { type PullFacts, pullOf, tipOf } from "./pull.ts";
export { editReply, findReply, type Reaction, type Reply, react, replyTo, type WantedReply } from "./replies.ts";
export { reviewsOf } from "./reviews.ts";
export { shownBefore, startOf } from "./shown.ts";
