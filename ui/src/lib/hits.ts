/** Search snippets: the hit stands between `[` and `]`. */

export interface Piece {
  text: string;
  hit: boolean;
}

/** Cuts a snippet into plain and marked pieces. A bracket without its twin is plain text. */
export function pieces(snippet: string): Piece[] {
  const found: Piece[] = [];
  let rest = snippet;
  for (;;) {
    const open = rest.indexOf("[");
    const close = open < 0 ? -1 : rest.indexOf("]", open);
    if (open < 0 || close < 0) break;
    if (open > 0) found.push({ text: rest.slice(0, open), hit: false });
    if (close > open + 1) found.push({ text: rest.slice(open + 1, close), hit: true });
    rest = rest.slice(close + 1);
  }
  if (rest) found.push({ text: rest, hit: false });
  return found;
}
