/** Shapes of /api/reviews and /api/duties that these pages read. Dates are yyyy-MM-dd. */

export interface ReviewedDocument {
  id: number;
  label: string;
  title: string;
  issuer?: string;
  issuedOn?: string | null;
}

export interface BasisChange {
  id: number;
  changed: ReviewedDocument;
  cause?: ReviewedDocument | null;
  since?: string | null;
  from?: string | null;
  summary: string;
  standing: boolean;
  open: number;
  concluded: number;
  total: number;
}

export interface BasisChangeDetail {
  change: BasisChange;
  clauses: { kind: string; provision?: string | null; from?: string | null; clause?: string | null; quote: string }[];
}

export interface ReviewReason {
  kind: string;
  certaintyLabel: string;
  explanation: string;
  article: string;
  place?: string | null;
  quote: string;
  provision?: string | null;
}

export interface Review {
  id: number;
  version: number;
  changeId: number;
  ground: string;
  document: ReviewedDocument;
  certaintyLabel: string;
  reasons: ReviewReason[];
  state: string;
  stateLabel: string;
  unit?: { id: number; name: string; why?: string | null } | null;
  dueOn?: string | null;
  conclusion?: {
    conclusion: string;
    label: string;
    reason: string;
    handleBy?: string | null;
    by: string;
    at?: string | null;
  } | null;
  dossierId?: number | null;
  result?: ReviewedDocument | null;
  settled?: { effect: number; words: string; cause?: ReviewedDocument | null; at?: string | null } | null;
  actions: string[];
}

export interface DutyDocument {
  id: number;
  label: string;
  title: string;
  issuedOn?: string | null;
  status: string;
}

export interface Duty {
  id: number;
  version: number;
  document: DutyDocument;
  place: string;
  bodyLabel: string;
  quote: string;
  present: boolean;
  state: string;
  stateLabel: string;
  owed: boolean;
  overdue: boolean;
  reason?: string | null;
  decidedBy?: string | null;
  unitName?: string | null;
  dueOn?: string | null;
  fulfilled?: { document: DutyDocument; provision?: string | null } | null;
  actions: string[];
}

export interface DutyDetail {
  duty: Duty;
  candidates: { document: DutyDocument; place: string; quote: string }[];
}
