/** Lines at the end of a terminal that are written over instead of added to. */
export interface Region {
  draw(lines: readonly string[]): void;
  /** Adds a line above, which stays. */
  tell(line: string): void;
  /** Takes the lines away. */
  clear(): void;
}

/** The part of a terminal that is needed: what `process.stderr` is when it is one. */
export interface Screen {
  write(text: string): void;
}

/** A region on a screen whose last line is empty. Lines must be narrower than the screen: one that wraps would not be taken away whole. */
export function createRegion(screen: Screen): Region {
  let shown: readonly string[] = [];
  const up = (): string => (shown.length === 0 ? "" : `\u001b[${shown.length}A`);
  // To the beginning of the first line, then everything below goes: one write, so that nothing flickers.
  const over = (text: string): void => screen.write(`${up()}\r\u001b[J${text}`);
  return {
    draw: (lines) => {
      if (lines.join("\n") === shown.join("\n")) return;
      over(lines.map((line) => `${line}\n`).join(""));
      shown = lines;
    },
    tell: (line) => over(`${line}\n${shown.map((each) => `${each}\n`).join("")}`),
    clear: () => {
      if (shown.length > 0) over("");
      shown = [];
    },
  };
}
