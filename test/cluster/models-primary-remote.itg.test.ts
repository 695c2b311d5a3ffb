import { describeModel } from "./model-tests.ts";

describeModel("primary-remote-two-networks");
describeModel("primary-remote-one-network");
