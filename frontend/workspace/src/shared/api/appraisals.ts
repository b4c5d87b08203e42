/** Shapes of the appraisal desk (module appraisal). */
export type AppraisalStage = "RECEIVED" | "ASKED" | "COMPLETE" | "CONCLUDED" | "APPROVED" | "SENT" | "RETURNED";
export type AppraisalWhose = "MINE" | "FREE" | "UNIT" | "ALL";

export interface AppraisalCard {
  id: number;
  dossierId: number;
  title: string;
  draftingBody: string;
  body: string;
  stage: AppraisalStage;
  stageLabel: string;
  receivedOn: string;
  completeOn?: string | null;
  dueOn?: string | null;
  remainingWorkingDays?: number | null;
  officer?: string | null;
  reportNumber?: string | null;
  reportOn?: string | null;
}

export interface QueueSummary {
  whose: AppraisalWhose[];
  open: number;
  stages: { stage: AppraisalStage; label: string; count?: number | null }[];
}

export interface AppraisalSubject {
  code: string;
  name: string;
  condition?: string | null;
  article: string;
  recalled: boolean;
  verdict?: string | null;
  verdictLabel?: string | null;
  opinion?: string | null;
  by?: string | null;
  at?: string | null;
}

export interface AppraisalRemark {
  id: number;
  draftNumber: number;
  address: string;
  label: string;
  quote: string;
  kind: string;
  kindLabel: string;
  remark: string;
  by: string;
  at: string;
  inSignedText?: boolean | null;
  fate?: string | null;
  fateLabel?: string | null;
  fateNote?: string | null;
  fateBy?: string | null;
}

export interface RequiredPaper {
  code: string;
  name: string;
  required: boolean;
  condition?: string | null;
  article: string;
  recalled: boolean;
  there: boolean;
}

export interface AppraisalOpinion {
  id: number;
  agency: string;
  askedOn: string;
  dueOn?: string | null;
  answeredOn?: string | null;
  number?: string | null;
  opinion?: string | null;
}

export interface Appraisal {
  id: number;
  version: number;
  dossierId: number;
  dossierTitle: string;
  body: string;
  draftingBody: string;
  stepName: string;
  stepArticle: string;
  stage: AppraisalStage;
  stageLabel: string;
  receivedOn: string;
  askedOn?: string | null;
  askedFor?: string | null;
  completeOn?: string | null;
  dueOn?: string | null;
  officer?: { id: number; displayName: string } | null;
  draftNumber?: number | null;
  papers: RequiredPaper[];
  councilNeeded: boolean;
  councilRules: string[];
  council?: { on: string; members: number; present: number; note?: string | null } | null;
  subjects: AppraisalSubject[];
  remarks: AppraisalRemark[];
  opinions: AppraisalOpinion[];
  conclusions: { code: string; name: string; returns: boolean; recalled: boolean }[];
  outcome?: string | null;
  outcomeName?: string | null;
  conclusion?: string | null;
  concludedBy?: string | null;
  sentBackReason?: string | null;
  approvedBy?: string | null;
  reportNumber?: string | null;
  reportOn?: string | null;
  lateReason?: string | null;
  colleagues: { id: number; displayName: string }[];
  actions: string[];
  refused: { action: string; why: string }[];
}

/** @property depth 0 for the widest */
export interface DraftProvision {
  address: string;
  label: string;
  start: number;
  end: number;
  depth: number;
}

export interface DraftText {
  number: number;
  text: string;
  provisions: DraftProvision[];
}

export interface CitedBasis {
  words: string;
  start: number;
  end: number;
  documentId?: number | null;
}

export interface ReportLine {
  text: string;
  bold: boolean;
  italic: boolean;
  centred: boolean;
}

export interface ReportPreview {
  blocks: { cells: ReportLine[][] }[];
}

export interface ReportTemplate {
  builtIn: boolean;
  fileName?: string | null;
  reason?: string | null;
  putBy?: string | null;
  putAt?: string | null;
  places: { name: string; meaning: string; needed: boolean; lines: boolean }[];
  actions: string[];
}
