import type { Relation } from "../../shared/api/types";

/** Documents with the same relation to the one in the middle. */
export interface Group {
  label: string;
  /** What others do to it stands before it; what it does to others behind. */
  before: boolean;
  shown: Relation[];
  more: number;
}

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Drawing {
  width: number;
  height: number;
  centre: Box;
  groups: {
    group: Group;
    title: Box;
    nodes: { relation: Relation; box: Box }[];
    more: Box | null;
    /** From the title's edge to the edge of the middle. */
    line: { from: { x: number; y: number }; to: { x: number; y: number } };
  }[];
}

const MOST = 8;
const ROW = 52;
const GAP = 6;
const TITLE = 30;
const BETWEEN = 22;
const BOX = 290;
const SPACE = 60;
const MIDDLE = { width: 250, height: 112 };

/** In the order in which the server tells them; one document once a group, however many of its provisions are related. */
export function groups(relations: readonly Relation[]): Group[] {
  const found = new Map<string, Group>();
  for (const r of relations) {
    const key = `${r.direction} ${r.label}`;
    const group = found.get(key) ?? { label: r.label, before: r.direction === "IN", shown: [], more: 0 };
    found.set(key, group);
    if (group.shown.some((other) => other.documentId === r.documentId)) continue;
    if (group.shown.length < MOST) group.shown.push(r);
    else group.more++;
  }
  return [...found.values()];
}

function heightOf(group: Group): number {
  return TITLE + (group.shown.length + (group.more > 0 ? 1 : 0)) * (ROW + GAP);
}

/** Where everything stands: three columns on a wide screen, one on a narrow one. */
export function draw(all: readonly Group[], narrow: boolean): Drawing {
  const before = all.filter((g) => g.before);
  const behind = all.filter((g) => !g.before);
  const tall = (some: Group[]) =>
    some.reduce((sum, g) => sum + heightOf(g), 0) + Math.max(0, some.length - 1) * BETWEEN;
  const drawing: Drawing = {
    width: narrow
      ? BOX + 40
      : MIDDLE.width + (before.length > 0 ? BOX + SPACE : 0) + (behind.length > 0 ? BOX + SPACE : 0),
    height: 0,
    centre: { x: 0, y: 0, ...MIDDLE },
    groups: [],
  };
  const place = (group: Group, x: number, y: number, line: (title: Box) => Drawing["groups"][number]["line"]) => {
    const title = { x, y, width: BOX, height: TITLE };
    const rows = group.shown.map((relation, n) => ({
      relation,
      box: { x, y: y + TITLE + n * (ROW + GAP), width: BOX, height: ROW },
    }));
    const more =
      group.more > 0 ? { x, y: y + TITLE + group.shown.length * (ROW + GAP), width: BOX, height: ROW } : null;
    drawing.groups.push({ group, title, nodes: rows, more, line: line(title) });
  };
  if (narrow) {
    let y = 0;
    const stem = 12;
    const stack = (some: Group[]) => {
      for (const group of some) {
        place(group, 32, y, (title) => ({
          from: { x: stem, y: title.y + TITLE / 2 },
          to: { x: title.x - 4, y: title.y + TITLE / 2 },
        }));
        y += heightOf(group) + BETWEEN;
      }
    };
    stack(before);
    drawing.centre = { x: 0, y, width: BOX + 32, height: MIDDLE.height };
    y += MIDDLE.height + BETWEEN;
    stack(behind);
    drawing.height = Math.max(y - BETWEEN, MIDDLE.height) + 2;
    return drawing;
  }
  drawing.height = Math.max(tall(before), tall(behind), MIDDLE.height) + 2;
  const middle = drawing.height / 2;
  const left = before.length > 0 ? BOX + SPACE : 0;
  drawing.centre = { x: left, y: middle - MIDDLE.height / 2, ...MIDDLE };
  const column = (some: Group[], x: number, isBefore: boolean) => {
    let y = (drawing.height - tall(some)) / 2;
    for (const group of some) {
      const lineY = y + TITLE / 2;
      place(group, x, y, () =>
        isBefore
          ? { from: { x: x + BOX, y: lineY }, to: { x: drawing.centre.x, y: middle } }
          : { from: { x: drawing.centre.x + MIDDLE.width, y: middle }, to: { x, y: lineY } },
      );
      y += heightOf(group) + BETWEEN;
    }
  };
  column(before, 0, true);
  column(behind, left + MIDDLE.width + SPACE, false);
  return drawing;
}
