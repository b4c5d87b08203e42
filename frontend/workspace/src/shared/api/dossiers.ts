/** Shapes of dossiers and their drafts; as in types.ts, dates are yyyy-MM-dd and absent means unknown or none. */
import type { Due, DueState, NamedId } from "./types";

export type DossierState = "OPEN" | "RETURNED" | "WITHDRAWN" | "MERGED" | "ISSUED" | "ENDED";

export interface DossierCard {
  id: number;
  title: string;
  form: string;
  formLabel: string;
  state: DossierState;
  stateLabel: string;
  field?: string | null;
  registeredOn: string;
  activity?: string | null;
  step?: string | null;
  begunOn?: string | null;
  holder?: string | null;
  draftingBody: string;
  due?: Due | null;
}

export interface BoardColumn {
  activity: string;
  label: string;
  count: number;
  overdue: number;
  cards: DossierCard[];
}

export interface DossierChoice {
  code?: string | null;
  number?: number | null;
  title?: string | null;
  why: string;
  article: string;
  warnings: string[];
}

export interface DossierDeadline {
  code: string;
  step: string;
  condition?: string | null;
  earliest: boolean;
  what: string;
  rule: string;
  article: string;
  recalled: boolean;
  note?: string | null;
  start: string;
  due: string;
  lastSafeDay: string;
  normDue?: string | null;
  remainingWorkingDays: number;
  state: DueState;
  stateLabel: string;
  forecast: boolean;
  extensionReason?: string | null;
}

export interface CasePaper {
  id: number;
  code?: string | null;
  name: string;
  direction: "IN" | "OUT";
  number?: string | null;
  datedOn?: string | null;
  correspondent?: string | null;
  fileName?: string | null;
  size?: number | null;
  draftNumber?: number | null;
  stepCode: string;
  addedBy?: string | null;
  addedAt: string;
  undoneBy?: string | null;
  undoneAt?: string | null;
  undoneReason?: string | null;
  warnings: string[];
  actions: string[];
}

export interface ChecklistItem {
  code: string;
  name: string;
  required: boolean;
  produced: boolean;
  condition?: string | null;
  article: string;
  recalled: boolean;
  there: boolean;
}

export interface StepOutcome {
  code: string;
  name: string;
  reasonRequired: boolean;
  recalled: boolean;
  next: { code: string; name: string }[];
}

export interface DossierStep {
  id: number;
  code: string;
  name: string;
  activity: string;
  holder: NamedId;
  begunOn: string;
  dueOn?: string | null;
  doneOn?: string | null;
  outcome?: string | null;
  reason?: string | null;
  votesFor?: number | null;
  votesOf?: number | null;
  doneBy?: string | null;
  papers: CasePaper[];
}

export interface CurrentStep {
  id: number;
  code: string;
  name: string;
  article: string;
  recalled: boolean;
  note?: string | null;
  checklist: ChecklistItem[];
  outcomes: StepOutcome[];
  events: { event: string; label: string }[];
  pause?: { from: string; reason: string } | null;
  asksVotes: boolean;
}

export interface DossierFact {
  event: string;
  label: string;
  on: string;
  recordedBy?: string | null;
  recordedAt: string;
}

export interface Dossier {
  id: number;
  version: number;
  title: string;
  form: string;
  formLabel: string;
  level: string;
  kind: string;
  kindLabel: string;
  field?: string | null;
  purpose: string;
  registeredOn: string;
  plannedOn?: string | null;
  programmeYear?: number | null;
  draftingBody: NamedId;
  justiceBody: NamedId;
  office: NamedId;
  officer: string;
  procedure: { code: string; number: number; title: string; why: string; article: string; notes: string[] };
  state: DossierState;
  stateLabel: string;
  holder?: NamedId | null;
  current?: CurrentStep | null;
  steps: DossierStep[];
  ahead: { code: string; name: string; bodyName: string }[];
  deadlines: DossierDeadline[];
  facts: DossierFact[];
  drafts: CasePaper[];
  mergedInto?: number | null;
  signedNumber?: string | null;
  signedOn?: string | null;
  documentId?: number | null;
  actions: string[];
}

/** A provision that reads otherwise in two drafts; {@code before} is null for one that is new, {@code after} for one that is gone. */
export interface DraftDifference {
  address: string;
  label: string;
  before?: string | null;
  after?: string | null;
  pieces: { kind: string; before: string; after: string }[];
}
