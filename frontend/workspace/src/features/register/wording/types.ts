/** Shapes of the text as of a day (module wording). */
export interface WordingCause {
  effectId: number;
  kind: string;
  label: string;
  documentId?: number | null;
  document?: string | null;
  provision?: string | null;
  target?: string | null;
  quote: string;
  from?: string | null;
  note: string;
}

export interface VersionView {
  from?: string | null;
  to?: string | null;
  issued: boolean;
  current: boolean;
  causes: WordingCause[];
}

export interface Outstanding {
  effectId?: number | null;
  document?: string | null;
  provision?: string | null;
  target?: string | null;
  from?: string | null;
  reason: string;
}

export interface Versions {
  id: number;
  today: string;
  items: VersionView[];
  outstanding: Outstanding[];
  withheld: number;
}

export interface Provision {
  address: string;
  level: string;
  label: string;
  heading?: string | null;
  text: string;
  former?: string | null;
  status: string;
  changed: boolean;
  causes: WordingCause[];
  children: Provision[];
}

export interface WordingText {
  id: number;
  on: string;
  version: VersionView;
  official: boolean;
  notice: string;
  consolidates: {
    documentId?: number | null;
    document: string;
    title: string;
    issuedOn?: string | null;
    from?: string | null;
  }[];
  outstanding: Outstanding[];
  withheld: number;
  provisions: Provision[];
}

export interface Difference {
  address: string;
  label: string;
  heading: string;
  change: string;
  before?: string | null;
  after?: string | null;
  pieces: { kind: string; before: string; after: string }[];
  note: string;
  causes: WordingCause[];
}

export interface Compared {
  id: number;
  from: string;
  to: string;
  before: VersionView;
  after: VersionView;
  items: Difference[];
}

/** A change that the machine left to a person, with the words it found. */
export interface HandTask {
  effectId: number;
  causeId?: number | null;
  document: string;
  provision?: string | null;
  target?: string | null;
  from?: string | null;
  reason: string;
  before?: string | null;
  causeText?: string | null;
}

export interface HandWordings {
  left: HandTask[];
  written: {
    id: number;
    effectId: number;
    targetProvision: string;
    text: string;
    reason: string;
    confirmedBy: string;
    confirmedAt: string;
    retracted?: { by: string; at: string; why: string } | null;
    actions: string[];
  }[];
  actions: string[];
}
