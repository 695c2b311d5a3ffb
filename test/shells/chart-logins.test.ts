import { describe, expect, it } from "vitest";
import { chartLogins, passwordsIn } from "../../src/shells/chart-logins.ts";
import { UsageError } from "../../src/shells/run.ts";

const read = (text: string) =>
  chartLogins("Input `chart-logins`, ", text).map(({ password, ...rest }) => ({ ...rest, password: password.open() }));

describe("lines of logins", () => {
  it("are host, user and password; a password may hold blanks and colons", () => {
    expect(read("\n charts.example:8443  robot  a b:c \r\nghcr.io u p\n\n")).toEqual([
      { host: "charts.example:8443", inTheClear: false, user: "robot", password: "a b:c" },
      { host: "ghcr.io", inTheClear: false, user: "u", password: "p" },
    ]);
  });

  it.each([
    ["oci://GHCR.io u p", "ghcr.io", false],
    ["https://charts.example/ u p", "charts.example", false],
    ["charts.example:443 u p", "charts.example", false],
    ["http://charts.example:80 u p", "charts.example", true],
    ["[::1]:5000 u p", "[::1]:5000", false],
  ])("%s", (line, host, inTheClear) => {
    expect(read(line)).toEqual([{ host, inTheClear, user: "u", password: "p" }]);
  });

  it.each([
    "canary",
    "charts.example canary",
    "https://charts.example/team canary canary",
    "https://u:canary@charts.example u canary",
    "a b:canary canary",
    "http:// u canary",
  ])("refuses `%s`, and quotes nothing of it", (line) => {
    expect(() => read(`ghcr.io u p\n${line}`)).toThrow(UsageError);
    expect(() => read(`ghcr.io u p\n${line}`)).toThrow(/^Input `chart-logins`, line 2: (?!.*canary)/u);
  });

  it("give their passwords to whoever hides them, as they are and as a header says them", () => {
    expect(passwordsIn("ghcr.io u p1\nwrong")).toEqual([
      "p1",
      Buffer.from("u:p1").toString("base64"),
      "wrong",
      Buffer.from(":wrong").toString("base64"),
    ]);
    expect(passwordsIn(" \n")).toEqual([]);
  });

  it("do not print their passwords", () => {
    expect(JSON.stringify(chartLogins("", "ghcr.io u canary"))).not.toContain("canary");
  });
});
