import { act, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { createMemoryRouter, RouterProvider } from "react-router";
import { describe, expect, it } from "vitest";
import { useAddress, withValues } from "./useAddress";

function opened(address: string) {
  let router: ReturnType<typeof createMemoryRouter> | undefined;
  const wrapper = ({ children }: { children: ReactNode }) => {
    router ??= createMemoryRouter([{ path: "*", element: children }], { initialEntries: [address] });
    return <RouterProvider router={router} />;
  };
  return { ...renderHook(useAddress, { wrapper }), search: () => router?.state.location.search };
}

describe("the state of a page in its address", () => {
  it("keeps what is not changed and drops what is empty", () => {
    expect(withValues(new URLSearchParams("q=a&year=2024"), { q: "", type: ["A", "B"] }).toString()).toBe(
      "year=2024&type=A&type=B",
    );
  });

  it("builds a second change of the same moment on the first", () => {
    const page = opened("/van-ban?q=a");
    act(() => {
      page.result.current.set({ row: "1" });
      page.result.current.set({ on: "2024-01-01" });
    });
    expect(page.search()).toBe("?q=a&row=1&on=2024-01-01");
  });

  it("goes nowhere where nothing changes, and stays one function", () => {
    const page = opened("/van-ban?q=a");
    const first = page.result.current.set;
    act(() => first({ q: "a" }));
    act(() => first({ row: "2" }));
    expect(page.result.current.set).toBe(first);
    expect(page.search()).toBe("?q=a&row=2");
  });
});
