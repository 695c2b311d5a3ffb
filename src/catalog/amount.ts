/** Two spellings of one amount or time, as Kubernetes and Istio read them: equal meaning gives equal text. */

const binary: Readonly<Record<string, bigint>> = { Ki: 1n, Mi: 2n, Gi: 3n, Ti: 4n, Pi: 5n, Ei: 6n };
const decimal: Readonly<Record<string, number>> = { n: -9, u: -6, m: -3, "": 0, k: 3, M: 6, G: 9, T: 12, P: 15, E: 18 };

/**
 * A Kubernetes quantity as a whole number of its smallest unit (`n`), or `undefined` for anything else: `1`, `1000m`, `1e0` → `1000000000`.
 * Source: the grammar in `k8s.io/apimachinery/pkg/api/resource`.
 */
export function quantity(text: string | number): string | undefined {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:([eE][+-]?\d{1,2})|([KMGTPE]i)|([numkMGTPE]?))$/u.exec(String(text));
  if (match === null) return undefined;
  const [, sign = "", whole = "", part = "", exponent, twos, tens = ""] = match;
  if (whole === "" && part === "") return undefined;
  const digits = BigInt(whole + part);
  const power = exponent === undefined ? (decimal[tens] ?? 0) : Number(exponent.slice(1));
  const scale = twos === undefined ? power : 0;
  const shifted = shift(digits * 1024n ** (binary[twos ?? ""] ?? 0n), scale + 9 - part.length);
  return `${sign === "-" && shifted !== "0" ? "-" : ""}${shifted}`;
}

/** `digits × 10^power` as plain decimal text. */
function shift(digits: bigint, power: number): string {
  if (power >= 0) return String(digits * 10n ** BigInt(power));
  const text = String(digits).padStart(1 - power, "0");
  const fraction = text.slice(power).replace(/0+$/u, "");
  const whole = text.slice(0, power);
  return fraction === "" ? whole : `${whole}.${fraction}`;
}

const units: Readonly<Record<string, number>> = { ns: 0, us: 3, µs: 3, ms: 6, s: 9 };

/** A duration as Go writes it (`1m30s`, `5.000s`), in nanoseconds as text, or `undefined` for anything else. */
export function duration(text: string): string | undefined {
  if (!/^(?:\d+(?:\.\d*)?(?:ns|us|µs|ms|s|m|h))+$/u.test(text)) return undefined;
  let total = 0n;
  for (const [, whole = "", part = "", unit = ""] of text.matchAll(/(\d+)(?:\.(\d*))?(ns|us|µs|ms|s|m|h)/gu)) {
    const seconds = unit === "h" ? 3600n : unit === "m" ? 60n : 1n;
    const scaled = shift(BigInt(whole + part) * seconds, (units[unit] ?? 9) - part.length);
    total += BigInt(scaled.split(".")[0] ?? "0");
  }
  return String(total);
}
