/** Shapes of the HTTP contract that the workspace reads. Dates are yyyy-MM-dd, instants ISO-8601; absent means unknown or none. */

export interface Page<T> {
  items: T[];
  next?: string | null;
  total?: number | null;
  totalIsLowerBound?: boolean;
}

export interface NamedId {
  id: number;
  name: string;
}

export interface Me {
  id: number;
  username: string;
  displayName: string;
  role: string;
  organisation: NamedId;
  permissions: string[];
  locale: string;
  mustChangePassword?: boolean;
}

export interface User {
  id: number;
  username: string;
  displayName: string;
  role: string;
  organisation: NamedId;
  active: boolean;
  mustChangePassword: boolean;
  version: number;
  actions: string[];
}

export interface Organisation {
  id: number;
  name: string;
  shortName?: string | null;
  kind: string;
  level: string;
  placeCode?: string | null;
  placeName?: string | null;
  identifierCode?: string | null;
  parentId?: number | null;
  validFrom: string;
  validTo?: string | null;
  predecessors: NamedId[];
  successors: NamedId[];
  version: number;
  actions: string[];
}

export type ItemState = "WAITING" | "READING" | "READ" | "FAILED" | "DUPLICATE" | "CONFIRMED" | "SKIPPED";

export interface Batch {
  id: number;
  name: string;
  createdAt: string;
  createdBy: string;
  state: string;
  counts: Record<string, number>;
  rate: number;
  secondsLeft?: number | null;
  version: number;
  actions: string[];
}

export interface Item {
  id: number;
  batchId: number;
  fileName: string;
  size: number;
  sha256: string;
  state: ItemState;
  problem?: { code: string; message?: string } | null;
  proposal: {
    number?: string | null;
    title?: string | null;
    issuedOn?: string | null;
    type?: string | null;
    issuer?: string | null;
    certain: boolean;
  };
  documentId?: number | null;
  sheetId?: number | null;
  decidedBy?: string | null;
  decidedAt?: string | null;
  reason?: string | null;
  version: number;
  actions: string[];
}

export interface Received {
  fileName: string;
  problem?: string | null;
}

export interface ReadField {
  value: unknown;
  start: number;
  end: number;
  confidence: number;
  certain: boolean;
  reason?: string | null;
}

export interface Mention {
  number?: string | null;
  title?: string | null;
  issuedOn?: string | null;
  provision?: string | null;
  relation: string;
  start: number;
  end: number;
  confidence: number;
  reason?: string | null;
}

export interface Transition {
  kind: string;
  causeProvision?: string | null;
  subject: string;
  rules: string[];
  before?: string | null;
  until?: string | null;
  untilEvent?: string | null;
  start: number;
  end: number;
  confidence: number;
  reason: string;
}

export interface EffectProposal {
  kind: string;
  self: boolean;
  target?: string | null;
  targetTitle?: string | null;
  targetProvision?: string | null;
  causeProvision?: string | null;
  from?: string | null;
  until?: string | null;
  boundary?: string | null;
  newTextStart?: number | null;
  newTextEnd?: number | null;
  oldWords?: string | null;
  newWords?: string | null;
  position?: string | null;
  start: number;
  end: number;
  confidence: number;
  certain?: boolean;
  reason?: string | null;
}

export interface Heading {
  eId: string;
  level: string;
  label?: string | null;
  number?: string | null;
  heading?: string | null;
  start: number;
  end: number;
  depth: number;
}

export interface Reading {
  fields: Record<string, ReadField>;
  issuerMatch?: { organisationId: number; name: string } | null;
  bases: Mention[];
  citations: Mention[];
  effects: EffectProposal[];
  transitions: Transition[];
  outline: Heading[];
  encoding: string;
  conversions: { start: number; end: number; from: string; original: string }[];
  doubtfulWords: { start: number; end: number; confidence: number }[];
  scannedPages: number[];
  /** What to know of the file: MACROS_NOT_RUN. */
  notices: string[];
}

/** Words of the text as the server reads them for a field. */
export interface SelectedValue {
  value: string;
  start: number;
  end: number;
  issuer?: { organisationId: number; name: string } | null;
}

export interface Correction {
  id: number;
  itemId: number;
  sha256: string;
  fileName: string;
  field: string;
  start?: number | null;
  end?: number | null;
  readValue?: string | null;
  correctedValue?: string | null;
  readerVersion: number;
  by: string;
  at: string;
}

export interface Duplicate {
  documentId: number;
  number: string;
  title: string;
  issuer: string;
  issuedOn?: string | null;
  stub?: boolean;
  why: "SAME_NUMBER" | "SAME_CONTENT" | "SAME_NUMBER_OTHER_ISSUER";
}

export interface ItemDetail {
  item: Item;
  reading?: Reading | null;
  text?: string | null;
  duplicates: Duplicate[];
  queue: { left: number; previousId?: number | null; nextId?: number | null };
}

export interface ConfirmedFields {
  number: string | null;
  type: string;
  issuerId: number | null;
  issuerName: string;
  signer: string | null;
  capacity: string | null;
  place: string | null;
  issuedOn: string | null;
  title: string;
  effectiveFrom: string | null;
  effectiveUntil: string | null;
  field: string | null;
  normative: boolean;
}

export interface Sheet {
  id: number;
  fileName: string;
  encoding?: string | null;
  state: string;
  headerRow: number;
  columns: { index: number; header: string; field?: string | null; sample: string[] }[];
  rowCount: number;
  counts: Record<string, number>;
  defaultIssuerId?: number | null;
  defaultType?: string | null;
  version: number;
  actions: string[];
}

export interface SheetRow {
  row: number;
  state: "OK" | "WARNING" | "ERROR" | "DUPLICATE" | "IMPORTED";
  values: Record<string, string>;
  problems: { field?: string | null; code: string; value?: string | null; message?: string | null }[];
  documentId?: number | null;
}

export interface Row {
  id: number;
  number: string;
  type: string;
  typeLabel: string;
  title: string;
  issuerId?: number | null;
  issuer: string;
  level: string;
  issuedOn?: string | null;
  effectiveFrom?: string | null;
  effectiveUntil?: string | null;
  status: string;
  statusLabel?: string | null;
  statusOn: string;
  field?: string | null;
  normative: boolean;
  published: boolean;
  version: number;
}

export interface Cause {
  effectId: number;
  kind: string;
  label: string;
  documentId?: number | null;
  document?: string | null;
  provision?: string | null;
  target?: string | null;
  quote: string;
  from?: string | null;
  until?: string | null;
  rule?: string | null;
  confirmedBy?: string | null;
  confirmedAt?: string | null;
}

export interface Status {
  code: string;
  label: string;
  on: string;
  since?: string | null;
  until?: string | null;
  causes: Cause[];
}

export interface DocumentFile {
  id: number;
  fileName: string;
  mediaType?: string | null;
  size: number;
  sha256: string;
  addedAt: string;
  addedBy: string;
  role: string;
  encoding?: string | null;
  problem?: string | null;
}

export interface LegalDocument {
  id: number;
  number: string;
  type: string;
  typeLabel: string;
  title: string;
  issuerId?: number | null;
  issuer: string;
  issuerNow: string[];
  level: string;
  issuedOn?: string | null;
  signer?: string | null;
  capacity?: string | null;
  place?: string | null;
  field?: string | null;
  normative: boolean;
  stub: boolean;
  status: Status;
  published: boolean;
  publication?: { at?: string | null; by?: string | null } | null;
  confirmation?: { at?: string | null; by?: string | null } | null;
  withdrawnReason?: string | null;
  files: DocumentFile[];
  bases: {
    documentId: number;
    number: string;
    title: string;
    stub: boolean;
    provision?: string | null;
    status: string;
  }[];
  version: number;
  actions: string[];
}

/** start and end count in the whole text. */
export interface TextHeading extends Heading {
  line: string;
  part: number;
}

/** One part of a text, with the contents of the whole. */
export interface DocumentText {
  text: string;
  start: number;
  part: number;
  parts: number;
  outline: TextHeading[];
  fileId: number;
  encoding: string;
  scannedPages: number[];
}

export interface EffectEntry {
  id: number;
  direction: "ON_THIS" | "BY_THIS";
  documentId: number;
  document: string;
  effect: Cause;
  boundary?: string | null;
  newText?: string | null;
  oldWords?: string | null;
  newWords?: string | null;
  recordedBy: string;
  recordedAt: string;
  retracted?: { by: string; at: string; why?: string | null } | null;
}

/** An effect that a text seems to have and that waits for a person, or was decided by one. */
export interface ProposalView {
  proposal: {
    id: number;
    version: number;
    documentId: number;
    kind: string;
    targetId?: number | null;
    targetNumber?: string | null;
    targetTitle?: string | null;
    targetProvision?: string | null;
    causeProvision?: string | null;
    territory: string[];
    from?: string | null;
    until?: string | null;
    boundary?: string | null;
    quote: string;
    newText?: string | null;
    oldWords?: string | null;
    newWords?: string | null;
    position?: string | null;
    confidence: number;
    reason?: string | null;
    state: "OPEN" | "ACCEPTED" | "REFUSED";
    decidedAt?: string | null;
    decidedWhy?: string | null;
    effectId?: number | null;
  };
  document: string;
  target?: string | null;
  decidedBy?: string | null;
  actions: string[];
}

export interface ProposalsDecided {
  done: number;
  left: { id: number; code: string }[];
}

export interface EffectWarning {
  code: string;
  message: string;
  effectId?: number | null;
}

/** What an act on effects would change, and what should be looked at before. */
export interface EffectPreview {
  consequences: {
    documentId: number;
    document: string;
    before: { status: string; label: string; from?: string | null; until?: string | null }[];
    after: { status: string; label: string; from?: string | null; until?: string | null }[];
  }[];
  warnings: EffectWarning[];
}

export interface Relation {
  kind: string;
  label: string;
  direction: "OUT" | "IN";
  documentId: number;
  number: string;
  title: string;
  stub: boolean;
  provision?: string | null;
  from?: string | null;
  status: string;
}

export interface FoundByNumber {
  id: number;
  number: string;
  type: string;
  title: string;
  issuer: string;
  issuedOn?: string | null;
  stub: boolean;
}

export interface SearchHit {
  id: number;
  number?: string | null;
  type: string;
  issuer: string;
  title: string;
  titleHtml: string;
  issuedOn?: string | null;
  status?: string | null;
  statusLabel?: string | null;
  passages: { address: string; label: string; html: string; source?: string | null }[];
}

export interface SearchAnswer {
  total: number;
  totalIsLowerBound?: boolean;
  widened?: boolean;
  on?: string;
  hits: SearchHit[];
  facets: Record<string, { value: string; label: string; count: number; chosen?: boolean }[]>;
  next?: string | null;
  tookMs?: number | null;
}

export interface Home {
  waiting: { toConfirm: number; certain: number; doubtful: number; failed: number; reading: number; effects: number };
  actions: string[];
}

export interface HistoryEntry {
  id: number;
  at: string;
  actor?: { id: number; displayName: string } | null;
  action: string;
  object: string;
  changes: { field: string; old?: unknown; now?: unknown }[];
  requestId?: string | null;
  sealed: boolean;
}

export interface IndexState {
  name: string;
  documents: number;
  state: string;
  waiting: number;
  lagSeconds: number;
  failures: number;
}

/** Each part is there when its module is; a part that is away says nothing. */
export interface Health {
  status: string;
  database?: { product?: string | null } | null;
  queue?: { waiting: number; running: number; failed: number; oldestSeconds?: number | null } | null;
  indexes?: IndexState[] | null;
  extraction?: { alive: boolean; restarts?: number | null } | null;
  ocr?: { available: boolean } | null;
  disk?: { freeBytes: number } | null;
}

export interface QueueEntry {
  task: string;
  id: string;
  state: string;
  attempts: number;
  nextAt?: string | null;
  lastError?: string | null;
}

export type DueState = "RUNNING" | "AT_RISK" | "OVERDUE" | "PAUSED" | "WAITING" | "MET" | "BROKEN";

/** A deadline as every page shows it. */
export interface Due {
  due: string;
  lastSafeDay: string;
  remainingWorkingDays: number;
  state: DueState;
  stateLabel: string;
  rule?: string | null;
  article?: string | null;
}

export interface Officer {
  id: number;
  displayName: string;
}

export interface WorkTask {
  id: number;
  version: number;
  title: string;
  subject: string;
  nextAction: string;
  link: string;
  unit: NamedId;
  assignee?: Officer | null;
  assignedAt?: string | null;
  due?: Due | null;
  waitingFor?: string | null;
  handedFrom?: Officer | null;
  handedReason?: string | null;
  createdAt: string;
  endedAt?: string | null;
  actions: string[];
}

export type TaskShow = "ALL" | "OVERDUE" | "AT_RISK" | "WEEK" | "WAITING" | "FREE" | "NEW";

export interface TaskCounts {
  open: number;
  overdue: number;
  atRisk: number;
  week: number;
  waiting: number;
  free: number;
  fresh: number;
}

export interface StripDay {
  day: string;
  working: boolean;
  name?: string | null;
  forecast: boolean;
  due: number;
}

export interface WorkSummary {
  mine: TaskCounts;
  unit?: TaskCounts | null;
  days: StripDay[];
}

export interface OfficerLoad {
  personId?: number | null;
  displayName?: string | null;
  open: number;
  overdue: number;
  atRisk: number;
  waiting: number;
}

export interface LoadView {
  officers: OfficerLoad[];
  withoutTasks: Officer[];
}

export type Certainty = "VERIFIED" | "RECALLED";

export interface ProcedureSummary {
  code: string;
  number: number;
  title: string;
  regimes: string[];
  form: string;
  level: string;
  kind: string;
  kindLabel: string;
  steps: number;
  limits: number;
  recalled: number;
  corrected: boolean;
  newerBuiltIn: boolean;
}

export interface Amount {
  count: number;
  unit: "DAYS" | "WORKING_DAYS" | "MONTHS";
}

export interface ProcedureLimit {
  code: string;
  what: string;
  when?: string | null;
  bound: "LATEST" | "EARLIEST";
  direction: "AFTER" | "BEFORE";
  from: string;
  legal?: Amount | null;
  norm?: { amount: Amount; source: string } | null;
  article: string;
  certainty: Certainty;
  note?: string | null;
}

export interface ProcedurePaper {
  code: string;
  name: string;
  required: boolean;
  when?: string | null;
  symbol?: string | null;
  article: string;
  certainty: Certainty;
}

export interface ProcedureOutcome {
  code: string;
  name: string;
  next: string[];
  reasonRequired: boolean;
  certainty: Certainty;
}

export interface ProcedureStep {
  code: string;
  name: string;
  activity: string;
  bodyName: string;
  when?: string | null;
  article: string;
  certainty: Certainty;
  note?: string | null;
  papers: ProcedurePaper[];
  produces: ProcedurePaper[];
  limits: ProcedureLimit[];
  subjects: { code: string; name: string; when?: string | null; article: string; certainty: Certainty }[];
  shares: {
    code: string;
    name: string;
    comparison: "MORE_THAN" | "AT_LEAST" | "AT_MOST";
    numerator: number;
    denominator: number;
    of: string;
    article: string;
    certainty: Certainty;
  }[];
  outcomes: ProcedureOutcome[];
}

export interface ProcedureVersion {
  number: number;
  builtIn: boolean;
  adopted: boolean;
  reason: string;
  createdBy?: string | null;
  createdAt: string;
}

export interface ProcedureDetail {
  procedure: {
    code: string;
    title: string;
    symbol: string;
    level: string;
    sources: string[];
    notes: string[];
    steps: ProcedureStep[];
  };
  formLabel: string;
  kindLabel: string;
  laws: string[];
  sentences: Record<string, string>;
  number: number;
  current: number;
  version: ProcedureVersion;
  actions: string[];
}

export interface ProcedureChoice {
  code?: string | null;
  number?: number | null;
  title?: string | null;
  regime?: string | null;
  why: string;
  article: string;
  warnings: string[];
}

export interface ProcedureDifference {
  place: string;
  old?: string | null;
  now?: string | null;
}

export interface ProcedureCheck {
  mistakes: string[];
  differences: ProcedureDifference[];
}

export interface TriedDeadline {
  start: string;
  due: string;
  lastSafeDay: string;
  normDue?: string | null;
  sentence: string;
  article: string;
  forecast: boolean;
}

export interface CalendarDay {
  day: string;
  kind: string;
  kindLabel: string;
  name: string;
  basis: string;
  basisLabel: string;
  source: string;
  working: boolean;
  correction?: { version: number; reason: string; changedBy: string; changedAt: string; before?: string | null } | null;
}

export interface CalendarYear {
  year: number;
  days: CalendarDay[];
  workingDays: number;
  forecast: boolean;
  actions: string[];
}

/** What a rule holds against a text, until an officer decides. */
export interface MachineFinding {
  id: number;
  version: number;
  rule: string;
  title: string;
  group: string;
  groupLabel: string;
  severity: "UNLAWFUL" | "DEFECT" | "QUESTION" | "INFORMATION";
  severityLabel: string;
  explanation: string;
  article: string;
  mending?: string | null;
  evidence: {
    start: number;
    end: number;
    quote: string;
    place: string;
    address?: string | null;
    documentId?: number | null;
  }[];
  present: boolean;
  decision?: string | null;
  decisionLabel?: string | null;
  reason?: string | null;
  decidedBy?: string | null;
  decidedAt?: string | null;
  actions: string[];
}

export interface CheckedText {
  checkedAt?: string | null;
  checkedBy?: string | null;
  outdated: boolean;
  compared: boolean;
  findings: MachineFinding[];
  actions: string[];
}
