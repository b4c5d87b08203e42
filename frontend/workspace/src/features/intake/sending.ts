import { useSyncExternalStore } from "react";
import { api } from "../../shared/api/client";
import type { Batch, Received } from "../../shared/api/types";

/** Sending goes on while people look at other pages; one sending at a time. */
export interface Sending {
  batchId: number | null;
  done: number;
  total: number;
  active: boolean;
  refused: Received[];
  left: File[];
  error: unknown;
}

const IDLE: Sending = { batchId: null, done: 0, total: 0, active: false, refused: [], left: [], error: null };
const FILES_AT_ONCE = 20;
const BYTES_AT_ONCE = 24 * 1024 * 1024;

let state = IDLE;
let stop: AbortController | null = null;
const listeners = new Set<() => void>();

function put(change: Partial<Sending>): void {
  state = { ...state, ...change };
  for (const listener of listeners) listener();
}

function warn(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

export function useSending(): Sending {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => state,
  );
}

/** The first files that fit one request; always at least one. */
export function portion(files: readonly File[]): File[] {
  const taken: File[] = [];
  let bytes = 0;
  for (const file of files) {
    if (taken.length > 0 && (taken.length >= FILES_AT_ONCE || bytes + file.size > BYTES_AT_ONCE)) break;
    taken.push(file);
    bytes += file.size;
  }
  return taken;
}

/** @param batchId of a batch that goes on; null opens a new one */
export async function send(files: readonly File[], batchId: number | null, name: string | null): Promise<void> {
  if (state.active || files.length === 0) return;
  stop = new AbortController();
  put({ ...IDLE, active: true, total: files.length, left: [...files], batchId });
  window.addEventListener("beforeunload", warn);
  try {
    const id = batchId ?? (await api.post<Batch>("/intake/batches", { name })).id;
    put({ batchId: id });
    while (state.left.length > 0) {
      const now = portion(state.left);
      const answer = await api.upload<Received[] | { items: Received[] }>(
        `/intake/batches/${id}/files`,
        now,
        stop.signal,
      );
      const received = Array.isArray(answer) ? answer : answer.items;
      put({
        done: state.done + now.length,
        left: state.left.slice(now.length),
        refused: [...state.refused, ...received.filter((r) => r.problem)],
      });
    }
  } catch (error) {
    if (!(error instanceof DOMException && error.name === "AbortError")) put({ error });
  } finally {
    window.removeEventListener("beforeunload", warn);
    put({ active: false });
  }
}

export function stopSending(): void {
  stop?.abort();
}

export function resumeSending(): Promise<void> {
  return send(state.left, state.batchId, null);
}
