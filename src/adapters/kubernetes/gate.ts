/** Lets so many in at a time; the others wait in line. */
export interface Gate {
  /** Resolves when there is room; what it gives makes room again. */
  enter(): Promise<() => void>;
}

export function createGate(size: number): Gate {
  let inside = 0;
  const line: (() => void)[] = [];
  const leave = (): void => {
    inside -= 1;
    line.shift()?.();
  };
  return {
    enter: async () => {
      if (inside >= size) await new Promise<void>((resume) => line.push(resume));
      inside += 1;
      let isIn = true;
      return () => {
        if (isIn) leave();
        isIn = false;
      };
    },
  };
}
