/** HTML in which nothing but our own texts has a meaning: whatever is put in is escaped, but what was made here before. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type Piece = string | number | Html | undefined | readonly Piece[];

/** html`<p>${anything}</p>` */
export function html(texts: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  return new Html(texts.map((text, index) => `${text}${index < pieces.length ? written(pieces[index]) : ""}`).join(""));
}

function written(piece: Piece): string {
  if (piece === undefined) return "";
  if (piece instanceof Html) return piece.text;
  if (typeof piece === "string") return piece.replace(/[&<>"']/gu, (found) => `&#${found.codePointAt(0)};`);
  return typeof piece === "number" ? String(piece) : piece.map(written).join("");
}
