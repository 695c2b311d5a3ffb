import { expect, it } from "vitest";
import { byHand, byHandTable } from "../../src/report/live/by-hand.ts";

it("every kind of step has commands of other people's tools", () => {
  for (const [kind, lines] of byHandTable()) {
    expect(lines.length, kind).toBeGreaterThan(0);
    for (const line of lines) expect(line).toMatch(/^(?:kubectl|helm|istioctl|openssl) /u);
  }
});

it("a step by its id is told with its own clusters", () => {
  expect(byHand("east/remote-secret/west")).toEqual([
    "istioctl create-remote-secret --context west --name west --server https://ADDRESS-OF-west | kubectl --context east apply --server-side -f -",
  ]);
  expect(byHand("east/istiod-canary").at(-1)).toBe(
    "kubectl --context east -n istio-system rollout status deployment/istiod-canary --timeout=120s",
  );
  expect(byHand("mesh/certificates")[0]).toBe("openssl verify -x509_strict -CAfile root-cert.pem ca-cert.pem");
  expect(byHand("east/adopt")).toEqual([]);
});
