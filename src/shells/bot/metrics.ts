/** Numbers for Prometheus. Labels hold kinds and outcomes, never names of repositories or people: the page may be read by many. */
export interface Metrics {
  counter(name: string, help: string): { add(labels?: Labels, by?: number): void };
  histogram(name: string, help: string, bounds: readonly number[]): { observe(seconds: number, labels?: Labels): void };
  /** Asked when the page is; `undefined` leaves it out. */
  gauge(name: string, help: string, read: () => Promise<readonly Sample[]>): void;
  /** The page, in Prometheus' text format 0.0.4. */
  page(): Promise<string>;
}

export type Labels = Readonly<Record<string, string>>;

export interface Sample {
  readonly labels?: Labels;
  readonly value: number;
}

interface Family {
  readonly name: string;
  readonly help: string;
  readonly type: "counter" | "gauge" | "histogram";
  readonly lines: () => Promise<readonly string[]>;
}

/** An empty page. */
export function createMetrics(): Metrics {
  const families: Family[] = [];
  return {
    counter: (name, help) => {
      const values = new Map<string, number>();
      families.push({ name, help, type: "counter", lines: async () => [...values].map(([labels, value]) => `${name}${labels} ${value}`) });
      return { add: (labels = {}, by = 1) => void values.set(written(labels), (values.get(written(labels)) ?? 0) + by) };
    },
    histogram: (name, help, bounds) => {
      const series = new Map<string, { readonly labels: Labels; readonly counts: number[]; sum: number }>();
      families.push({
        name,
        help,
        type: "histogram",
        lines: async () => [...series.values()].flatMap((one) => histogramLines(name, bounds, one)),
      });
      return {
        observe: (seconds, labels = {}) => {
          const key = written(labels);
          const one = series.get(key) ?? { labels, counts: Array.from({ length: bounds.length + 1 }, () => 0), sum: 0 };
          const at = bounds.findIndex((bound) => seconds <= bound);
          const slot = at < 0 ? bounds.length : at;
          one.counts[slot] = (one.counts[slot] ?? 0) + 1;
          one.sum += seconds;
          series.set(key, one);
        },
      };
    },
    gauge: (name, help, read) => {
      const lines = async () => (await read()).map(({ labels = {}, value }) => `${name}${written(labels)} ${value}`);
      families.push({ name, help, type: "gauge", lines });
    },
    page: async () => (await Promise.all(families.map(familyText))).join(""),
  };
}

async function familyText({ name, help, type, lines }: Family): Promise<string> {
  const found = await lines();
  return found.length === 0 ? "" : `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${found.join("\n")}\n`;
}

/** Buckets add up: each counts everything up to its bound. */
function histogramLines(
  name: string,
  bounds: readonly number[],
  { labels, counts, sum }: { readonly labels: Labels; readonly counts: readonly number[]; readonly sum: number },
): readonly string[] {
  let total = 0;
  const buckets = counts.map((count, index) => {
    total += count;
    return `${name}_bucket${written({ ...labels, le: String(bounds[index] ?? "+Inf") })} ${total}`;
  });
  return [...buckets, `${name}_sum${written(labels)} ${sum}`, `${name}_count${written(labels)} ${total}`];
}

function written(labels: Labels): string {
  const parts = Object.entries(labels).map(([name, value]) => `${name}="${value.replace(/["\\\n]/gu, "_")}"`);
  return parts.length === 0 ? "" : `{${parts.join(",")}}`;
}
