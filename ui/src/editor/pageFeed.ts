/**
 * Pages that follow typing. Asks for the pages in sight a moment after the last change, one question at a time;
 * an answer to an older question is dropped, and until the new one comes the old pages stay.
 */
import type { Finding, Pages } from "../host";

export type AskPages = (from: number, count: number) => Promise<Pages>;

export interface FeedState {
  /** Pages as last laid out; holes for those never seen. */
  svg: readonly (string | undefined)[];
  total: number;
  findings: readonly Finding[] | null;
  failure: unknown;
  /** True until the pages in sight are those of the last change. */
  busy: boolean;
}

/** Up to so many pages are drawn for their thumbnails though nobody scrolled to them. */
const ALL_THUMBNAILS = 12;
const IDLE_MS = 250;

const NOTHING: FeedState = { svg: [], total: 0, findings: null, failure: null, busy: true };

export class PageFeed {
  #ask: AskPages | null = null;
  #generation = 0;
  #fresh = new Set<number>();
  #wanted = { from: 0, to: 0 };
  #timer: ReturnType<typeof setTimeout> | undefined;
  #inFlight = false;
  #state: FeedState = NOTHING;
  readonly #listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): FeedState => this.#state;

  /** Something changed: every page is stale. */
  change(ask: AskPages, delayMs: number): void {
    this.#ask = ask;
    this.#generation += 1;
    this.#fresh.clear();
    this.#set({ busy: true });
    this.#schedule(delayMs);
  }

  /** The pages in sight, from 0, both included. */
  want(from: number, to: number): void {
    if (from === this.#wanted.from && to === this.#wanted.to) return;
    this.#wanted = { from, to };
    if (this.#missing()) this.#schedule(0);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#generation += 1;
    this.#ask = null;
  }

  #schedule(delayMs: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#run(), delayMs);
  }

  /** The stretch of wanted pages that are not fresh. */
  #missing(): { from: number; count: number } | null {
    const last = this.#state.total > 0 && this.#fresh.size > 0 ? this.#state.total - 1 : Infinity;
    const stale: number[] = [];
    for (let page = this.#wanted.from; page <= Math.min(this.#wanted.to, last); page += 1) {
      if (!this.#fresh.has(page)) stale.push(page);
    }
    const [first] = stale;
    const end = stale[stale.length - 1];
    return first === undefined || end === undefined ? null : { from: first, count: end - first + 1 };
  }

  async #run(): Promise<void> {
    const ask = this.#ask;
    const missing = this.#missing();
    if (this.#inFlight || !ask) return;
    const wish = missing ?? this.#unseen();
    if (!missing) this.#set({ busy: false });
    if (!wish) return;
    const generation = this.#generation;
    this.#inFlight = true;
    try {
      const pages = await ask(wish.from, wish.count);
      if (generation === this.#generation) this.#take(pages, wish.from + wish.count);
    } catch (failure) {
      if (generation === this.#generation) this.#set({ failure, busy: false });
    }
    this.#inFlight = false;
    // Typing went on meanwhile, or the officer scrolled: ask for what is wanted now.
    const again =
      generation !== this.#generation || (this.#state.failure === null && this.#missing() !== null);
    if (again) this.#schedule(0);
    else if (this.#state.failure === null && this.#unseen()) this.#schedule(IDLE_MS);
  }

  /** A page never drawn, for the thumbnails of a short document: asked for only while nothing else is wanted. */
  #unseen(): { from: number; count: number } | null {
    const end = Math.min(this.#state.total, ALL_THUMBNAILS);
    for (let page = 0; page < end; page += 1) {
      if (this.#state.svg[page] === undefined && !this.#fresh.has(page)) return { from: page, count: 1 };
    }
    return null;
  }

  #take(pages: Pages, end: number): void {
    const svg = this.#state.svg.slice(0, pages.total);
    pages.svg.forEach((page, index) => {
      svg[pages.from + index] = page;
      this.#fresh.add(pages.from + index);
    });
    // Pages that were asked for but are not there count as seen, or they would be asked for again and again.
    for (let page = pages.from; page < end; page += 1) this.#fresh.add(page);
    this.#state = { ...this.#state, svg, total: pages.total };
    this.#set({ findings: pages.findings, failure: null, busy: this.#missing() !== null });
  }

  #set(part: Partial<FeedState>): void {
    this.#state = { ...this.#state, ...part };
    for (const listener of this.#listeners) listener();
  }
}
