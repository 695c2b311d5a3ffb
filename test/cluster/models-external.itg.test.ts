import { describeModel } from "./model-tests.ts";

describeModel("external");
