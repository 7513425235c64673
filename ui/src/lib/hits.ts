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

/** A snippet that begins with the title gives the title its marks, so that nothing is said twice. */
export function parted(title: string, snippet: Piece[]): { title: Piece[]; rest: Piece[] } {
  const apart = { title: [{ text: title, hit: false }], rest: snippet };
  const text = snippet.map((piece) => piece.text).join("");
  if (!text.startsWith(title) || /^[\p{L}\p{N}]/u.test(text.slice(title.length))) return apart;
  const marked: Piece[] = [];
  const rest: Piece[] = [];
  let left = title.length;
  for (const piece of snippet) {
    const head = piece.text.slice(0, left);
    const tail = piece.text.slice(left);
    left -= head.length;
    if (head) marked.push({ text: head, hit: piece.hit });
    if (tail) rest.push({ text: rest.length === 0 ? tail.replace(/^[\s·]+/, "") : tail, hit: piece.hit });
  }
  return { title: marked, rest };
}
