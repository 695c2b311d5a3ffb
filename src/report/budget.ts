import { groupBy } from "./count.ts";

/** A part of a document that can be told at more or less length. `tellings` goes from the whole to the least. */
export interface Piece {
  readonly tellings: readonly Telling[];
  /** What is counted when it is shortened (`diff`); `undefined`: nobody misses it. */
  readonly noun?: string;
  /** How many of `noun` it stands for. */
  readonly count?: number;
}

/** One way to tell a piece. */
export interface Telling {
  readonly text: string;
  /** When the telling before this one is given up: low ranks first. Ignored for the first. */
  readonly rank: number;
  /** Pieces that are given up together at this rank, so that what one opens and another closes goes at once. */
  readonly together?: string;
}

/** What is left of the document, and how much was shortened, by noun. */
export interface Fitted {
  readonly texts: readonly string[];
  readonly shortened: ReadonlyMap<string, number>;
}

/** What is given up first, second, …: the order of eviction. The last ones keep their counts whatever happens. */
export const ranks = {
  unchanged: 1,
  goneBodies: 2,
  folded: 3,
  lowRisk: 4,
  bodies: 5,
  warnings: 6,
  warningCounts: 7,
  names: 8,
  groups: 9,
  words: 10,
  certificates: 11,
  deletions: 12,
  errors: 13,
  errorCounts: 14,
  table: 15,
  /** After the table, which takes two: what stays beside headings and counts as long as anything does. */
  last: 17,
} as const;

/** A piece that is never shortened. */
export function fixed(text: string): Piece {
  return { tellings: [{ text, rank: 0 }] };
}

/** Lines of a list of which the first `most` stay as long as anything does; those behind them go at `rank`. Whoever heads the list says how many there are. */
export function listPieces(
  lines: readonly string[],
  list: { readonly noun: string; readonly most: number; readonly rank: number },
): readonly Piece[] {
  return lines.map((text, index) => ({
    noun: list.noun,
    tellings: [
      { text, rank: 0 },
      { text: "", rank: index < list.most ? ranks.last : list.rank },
    ],
  }));
}

/**
 * Shortens pieces, lowest rank first and from the end within a rank, until all together measure at most `limit`. A piece is never cut: it
 * is told in one of its ways, so whatever a telling opens it also closes.
 */
export function fit(pieces: readonly Piece[], limit: number, measure: (text: string) => number = (text) => text.length): Fitted {
  const chosen = pieces.map(() => 0);
  let size = pieces.reduce((total, piece) => total + measure(piece.tellings[0]?.text ?? ""), 0);
  for (const step of stepsOf(pieces)) {
    if (size <= limit) break;
    for (const { index, to } of step) {
      const tellings = pieces[index]?.tellings ?? [];
      size += measure(tellings[to]?.text ?? "") - measure(tellings[chosen[index] ?? 0]?.text ?? "");
      chosen[index] = to;
    }
  }
  return {
    texts: pieces.map((piece, index) => piece.tellings[chosen[index] ?? 0]?.text ?? ""),
    shortened: shortenedCounts(pieces, chosen),
  };
}

interface Move {
  readonly index: number;
  readonly to: number;
  readonly rank: number;
  readonly together: string | undefined;
}

/** Every shortening there is, in the order in which it is taken; those that belong together as one. */
function stepsOf(pieces: readonly Piece[]): readonly (readonly Move[])[] {
  const moves: Move[] = pieces.flatMap((piece, index) =>
    piece.tellings.slice(1).map(({ rank, together }, at) => ({ index, to: at + 1, rank, together })),
  );
  moves.sort((a, b) => a.rank - b.rank || b.index - a.index || a.to - b.to);
  return groupBy(moves, (move) =>
    move.together === undefined ? `${move.rank} ${move.index} ${move.to}` : `${move.rank} ${move.together}`,
  );
}

function shortenedCounts(pieces: readonly Piece[], chosen: readonly number[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  pieces.forEach(({ noun, count }, index) => {
    if (noun !== undefined && (chosen[index] ?? 0) > 0) counts.set(noun, (counts.get(noun) ?? 0) + (count ?? 1));
  });
  return counts;
}
