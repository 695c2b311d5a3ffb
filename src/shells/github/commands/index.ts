import { carryOutApply } from "./apply.ts";
import { answerDiff } from "./diff.ts";
import { answerDrift } from "./drift.ts";
import type { Answer, Task } from "./errand.ts";
import { answerExplain } from "./explain.ts";
import { answerHelp } from "./help.ts";
import { answerCerts, answerVerify } from "./look.ts";
import { carryOutLock, carryOutStop, carryOutUnlock } from "./outside.ts";
import { answerPlan } from "./plan.ts";
import { carryOutResume } from "./resume.ts";
import { carryOutRollback } from "./rollback.ts";
import { answerStatus } from "./status.ts";
import { carryOutWaive } from "./waive.ts";

/** Carries out a command that is allowed. @throws Problem for what the world refuses */
export async function carryOut(task: Task): Promise<Answer> {
  const { command } = task;
  switch (command.verb) {
    case "help":
      return answerHelp(task);
    case "plan":
      return answerPlan({ ...task, command });
    case "diff":
      return answerDiff({ ...task, command });
    case "status":
      return answerStatus({ ...task, command });
    case "verify":
      return answerVerify({ ...task, command });
    case "drift":
      return answerDrift({ ...task, command });
    case "certs":
      return answerCerts({ ...task, command });
    case "apply":
      return carryOutApply({ ...task, command });
    case "rollback":
      return carryOutRollback({ ...task, command });
    case "resume":
      return carryOutResume({ ...task, command });
    case "pause":
    case "cancel":
      return carryOutStop({ ...task, command });
    case "lock":
      return carryOutLock({ ...task, command });
    case "unlock":
      return carryOutUnlock({ ...task, command });
    case "explain":
      return answerExplain({ ...task, command });
    case "waive":
      return carryOutWaive({ ...task, command });
  }
}
