import type { ConfirmedFields, EffectProposal, ItemDetail, Reading } from "../../shared/api/types";
import type { Evidence } from "../../shared/ui/LegalText";

/** The fields of the desk in the order in which they are read. */
export const FIELDS = [
  "number",
  "type",
  "issuer",
  "issuedOn",
  "title",
  "effectiveFrom",
  "effectiveUntil",
  "signer",
  "capacity",
  "place",
  "field",
  "normative",
] as const;

export type FieldName = (typeof FIELDS)[number];

export const REQUIRED: readonly FieldName[] = ["type", "issuer", "issuedOn", "title"];
export const DAYS: readonly FieldName[] = ["issuedOn", "effectiveFrom", "effectiveUntil"];
/** What a selected stretch of text may be given to, in the order of the keys 1 to 9 and 0. */
export const ASSIGNABLE: readonly FieldName[] = [
  "number",
  "type",
  "issuer",
  "issuedOn",
  "title",
  "effectiveFrom",
  "effectiveUntil",
  "signer",
  "capacity",
  "place",
];

/** The server's name of a field that words of the text may be taken for. */
export function codeOf(name: FieldName): string {
  return name.replace(/[A-Z]/g, (c) => `_${c}`).toUpperCase();
}

/** Where a value on the desk comes from. */
export type Source = { from: "reading" } | { from: "hand" } | { from: "selection"; start: number; end: number };

export interface DeskDraft {
  fields: ConfirmedFields;
  sources: Partial<Record<FieldName, Source>>;
  publish: boolean;
  sameAs: number | null;
  /** Indexes of the reading's effects that are accepted with the document; absent in drafts of an older page. */
  effects?: number[];
}

/** A document's own first and last day are confirmed as fields. */
export function isOfFields(effect: EffectProposal): boolean {
  return effect.self && effect.targetProvision == null && ["COMMENCE", "EXPIRE"].includes(effect.kind.toUpperCase());
}

/** Whether it can be recorded at all: on a document that is named, from a day or a named boundary. */
export function canBeAccepted(effect: EffectProposal): boolean {
  return !isOfFields(effect) && (effect.self || effect.target != null) && (effect.from ?? effect.boundary) != null;
}

/** What the machine is certain of is ticked; the person sees every one beside the text before confirming. */
export function certainEffects(reading: Reading | null | undefined): number[] {
  return (reading?.effects ?? []).flatMap((e, n) => (e.certain === true && canBeAccepted(e) ? [n] : []));
}

function text(reading: Reading | null | undefined, name: string): string | null {
  const value = reading?.fields[name]?.value;
  return typeof value === "string" && value !== "" ? value : null;
}

/** What the machine proposes, as a draft that nobody has touched. */
export function proposed(detail: ItemDetail, publish: boolean): DeskDraft {
  const { reading, item } = detail;
  return {
    fields: {
      number: text(reading, "number") ?? item.proposal.number ?? null,
      type: text(reading, "type") ?? item.proposal.type ?? "",
      issuerId: reading?.issuerMatch?.organisationId ?? null,
      issuerName: reading?.issuerMatch?.name ?? text(reading, "issuer") ?? item.proposal.issuer ?? "",
      signer: text(reading, "signer"),
      capacity: text(reading, "capacity"),
      place: text(reading, "place"),
      issuedOn: text(reading, "issuedOn") ?? item.proposal.issuedOn ?? null,
      title: text(reading, "title") ?? item.proposal.title ?? "",
      effectiveFrom: text(reading, "effectiveFrom"),
      effectiveUntil: text(reading, "effectiveUntil"),
      field: null,
      normative: reading?.fields.normative?.value === true,
    },
    sources: {},
    publish,
    sameAs: null,
    effects: certainEffects(reading),
  };
}

/** The first required field that has no value; null when all have one. */
export function firstMissing(fields: ConfirmedFields): FieldName | null {
  if (fields.type.trim() === "") return "type";
  if (fields.issuerId === null && fields.issuerName.trim() === "") return "issuer";
  if (fields.issuedOn === null) return "issuedOn";
  if (fields.title.trim() === "") return "title";
  return null;
}

export function withValue(fields: ConfirmedFields, name: FieldName, value: string | null): ConfirmedFields {
  switch (name) {
    case "issuer":
      return { ...fields, issuerId: null, issuerName: value ?? "" };
    case "title":
      return { ...fields, title: value ?? "" };
    case "type":
      return { ...fields, type: value ?? "" };
    case "normative":
      return { ...fields, normative: value === "true" };
    case "number":
    case "issuedOn":
    case "effectiveFrom":
    case "effectiveUntil":
    case "signer":
    case "capacity":
    case "place":
    case "field":
      return { ...fields, [name]: value };
  }
}

/** The words that the person pointed at, by the field's name: kept with the document as its evidence. */
export function pointedAt(sources: DeskDraft["sources"]): Record<string, { start: number; end: number }> {
  return Object.fromEntries(
    Object.entries(sources).flatMap(([name, s]) =>
      s?.from === "selection" ? [[name, { start: s.start, end: s.end }]] : [],
    ),
  );
}

/** The text as it stood before conversion; offsets are no longer those of the reading. */
export function asItStood(text: string, conversions: Reading["conversions"]): string {
  let at = 0;
  let out = "";
  for (const c of [...conversions].sort((a, b) => a.start - b.start)) {
    if (c.start < at) continue;
    out += text.slice(at, c.start) + c.original;
    at = c.end;
  }
  return out + text.slice(at);
}

/** Everything in the text that says something, marks of the person's own selections in place of the machine's. */
export function evidenceOf(
  reading: Reading | null | undefined,
  sources: DeskDraft["sources"],
  label: (name: string) => string,
): Evidence[] {
  const found: Evidence[] = [];
  for (const c of reading?.conversions ?? []) {
    found.push({
      key: `converted:${c.start}`,
      kind: "converted",
      start: c.start,
      end: c.end,
      label: `${label("converted")}: ${c.original}`,
    });
  }
  for (const d of reading?.doubtfulWords ?? []) {
    found.push({
      key: `doubtful:${d.start}`,
      kind: "doubtful",
      start: d.start,
      end: d.end,
      label: label("doubtfulWord"),
    });
  }
  reading?.citations.forEach((c, n) => {
    found.push({ key: `citation:${n}`, kind: "citation", start: c.start, end: c.end, label: label("citations") });
  });
  reading?.bases.forEach((c, n) => {
    found.push({ key: `basis:${n}`, kind: "basis", start: c.start, end: c.end, label: label("bases") });
  });
  reading?.effects.forEach((e, n) => {
    found.push({ key: `effect:${n}`, kind: "effect", start: e.start, end: e.end, label: label("effects") });
  });
  reading?.transitions.forEach((t, n) => {
    found.push({ key: `transition:${n}`, kind: "effect", start: t.start, end: t.end, label: label("transitions") });
  });
  for (const [name, field] of Object.entries(reading?.fields ?? {})) {
    const source = sources[name as FieldName];
    if (source !== undefined && source.from !== "reading") continue;
    found.push({ key: `field:${name}`, kind: "field", start: field.start, end: field.end, label: label(name) });
  }
  for (const [name, source] of Object.entries(sources)) {
    if (source?.from !== "selection") continue;
    found.push({ key: `field:${name}`, kind: "field", start: source.start, end: source.end, label: label(name) });
  }
  return found.filter((e) => e.end > e.start);
}
