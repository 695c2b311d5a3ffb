import { describeModel } from "./model-tests.ts";

describeModel("multi-primary-two-networks");
describeModel("multi-primary-one-network");
