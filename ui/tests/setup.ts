/** What jsdom lacks and the window uses. */
import { cleanup, configure } from "@testing-library/react";
import { afterEach, vi } from "vitest";

class NoObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

// A busy machine draws a screen late; what is missing is missed all the same.
configure({ asyncUtilTimeout: 10000 });

vi.stubGlobal("ResizeObserver", NoObserver);
vi.stubGlobal("IntersectionObserver", NoObserver);
window.matchMedia = (query: string) =>
  ({
    matches: false,
    media: query,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }) as unknown as MediaQueryList;
Element.prototype.scrollIntoView = () => undefined;
Element.prototype.scrollTo = () => undefined;
URL.createObjectURL = () => "blob:test";
URL.revokeObjectURL = () => undefined;
// Tables draw the rows in sight: without a layout there would be none.
Object.defineProperty(HTMLElement.prototype, "clientHeight", { configurable: true, get: () => 600 });
Object.defineProperty(HTMLElement.prototype, "clientWidth", { configurable: true, get: () => 1000 });

afterEach(() => {
  cleanup();
  window.location.hash = "";
  window.localStorage.clear();
});
