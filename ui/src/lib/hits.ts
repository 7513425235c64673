/** What is shown of a hit. */
import type { Piece } from "../host";

/** A snippet that begins with the title gives the title its marks, so that nothing is said twice. */
export function parted(title: string, snippet: readonly Piece[]): { title: Piece[]; rest: Piece[] } {
  const apart = { title: [{ text: title, hit: false }], rest: [...snippet] };
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
