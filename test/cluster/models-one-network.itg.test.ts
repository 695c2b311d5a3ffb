import { describeModel } from "./model-tests.ts";

describeModel("multi-primary-one-network");
describeModel("primary-remote-one-network");
