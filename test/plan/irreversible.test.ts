import { expect, it } from "vitest";
import { storageMoves } from "../../src/plan/irreversible.ts";
import { change, manifest } from "../support/study.ts";

const definition = (stored: string) =>
  manifest(`apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: virtualservices.networking.istio.io }
spec: { versions: [{ name: v1beta1, storage: ${stored === "v1beta1"} }, { name: v1, storage: ${stored === "v1"} }] }`);

const moved = (from: string, to: string) => change(definition(from), definition(to), ["east"]);

it("marks a definition that stores its objects in another version, and no other", () => {
  expect([...storageMoves([moved("v1beta1", "v1")]).values()]).toEqual(["virtualservices.networking.istio.io from v1beta1 to v1"]);
  expect(storageMoves([moved("v1", "v1")]).size).toBe(0);
});
