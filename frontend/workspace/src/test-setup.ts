import "@testing-library/jest-dom/vitest";
import { cleanup } from "@testing-library/react";
import { afterEach } from "vitest";

afterEach(cleanup);

// jsdom has no media queries; the component library asks for them
window.matchMedia ??= (query: string) =>
  ({
    matches: false,
    media: query,
    onchange: null,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    addListener: () => undefined,
    removeListener: () => undefined,
    dispatchEvent: () => false,
  }) as MediaQueryList;

class NoResizes implements ResizeObserver {
  observe(): void {
    // nothing is laid out here
  }
  unobserve(): void {
    // nothing is laid out here
  }
  disconnect(): void {
    // nothing is laid out here
  }
}
window.ResizeObserver ??= NoResizes;
Element.prototype.scrollIntoView ??= () => undefined;
// jsdom loads no fonts; growing text fields ask to hear of them
if (document.fonts === undefined)
  Object.defineProperty(document, "fonts", { value: new EventTarget(), configurable: true });
