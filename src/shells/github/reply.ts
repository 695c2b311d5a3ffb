import { editReply, findReply, type Reaction, type Reply, react, replyTo } from "../../adapters/github/index.ts";
import { Problem } from "../../model/problem.ts";
import type { SaidComment } from "./event.ts";
import { keyOf, sinceOf } from "./spoken.ts";
import type { Stage } from "./stage.ts";

/** The one answer to one comment. */
export interface Answering {
  /** What an earlier run made of it; `undefined`: nothing yet. `begun`: it began to change something, and did not say how that ended. */
  before(): Promise<"answered" | "begun" | undefined>;
  /** Says that the work begins, so that whoever comes later knows. Not for questions: who asks again finds the same. */
  begin(text: string): Promise<void>;
  /** Gives the address of the answer. */
  end(text: string): Promise<string>;
  /** Shows at once that somebody was heard, or how it went. What GitHub refuses is a warning: a reaction is a courtesy. */
  react(content: Reaction): Promise<void>;
}

/** Every comment by which we answer begins so. Authors are looked at too: somebody else's that begins so is none of ours. */
export const replyStart = "<!-- isthmus:reply ";

type State = "begun" | "answered";

/** The answer to a comment: the one that is there, or a new one. Nothing is sent yet; what GitHub refuses is thrown as a Problem. */
export function createAnswering(
  { place: { connection }, desk }: Pick<Stage, "place" | "desk">,
  { number, comment }: { readonly number: number; readonly comment: SaidComment },
): Answering {
  const marker = `${replyStart}${keyOf(comment)} `;
  const where = { pull: number, marker, since: sinceOf(comment) };
  let reply: Reply | undefined;
  const write = async (state: State, text: string): Promise<string> => {
    const body = `${marker}${state} -->\n${text}`;
    if (reply === undefined) {
      const { isNew, ...written } = await replyTo(connection, { ...where, body });
      reply = written;
      if (isNew) return written.url;
    }
    await editReply(connection, reply.id, body);
    return reply.url;
  };
  return {
    before: async () => {
      reply = await findReply(connection, where);
      if (reply === undefined) return undefined;
      return reply.body.startsWith(`${marker}begun`) ? "begun" : "answered";
    },
    begin: async (text) => void (await write("begun", text)),
    end: (text) => write("answered", text),
    react: async (content) => {
      // There is nothing to react to where somebody pressed a button.
      if (comment.button !== undefined) return;
      try {
        await react(connection, comment.id, content);
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        desk.warning(`The reaction could not be written. ${error.message} ${error.remedy}`);
      }
    },
  };
}
