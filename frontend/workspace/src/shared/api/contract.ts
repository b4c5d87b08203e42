/**
 * Holds the shapes of types.ts to the generated schema when the workspace is compiled: a field that we read and the API no longer has
 * is a compile error here. The generated types themselves know nothing of which fields are always there, so pages use types.ts.
 */

import type * as appraisals from "./appraisals";
import type * as dossiers from "./dossiers";
import type { components } from "./schema";
import type * as ours from "./types";

type Schema = components["schemas"];
type Unknown<Mine, Theirs> = Exclude<keyof Mine, keyof Theirs>;
type Known<Mine, Theirs> = [Unknown<Mine, Theirs>] extends [never] ? true : { "not in the API": Unknown<Mine, Theirs> };

/** Every member must be {@code true}. */
export interface Contract {
  me: Known<ours.Me, Schema["Me"]>;
  user: Known<ours.User, Schema["UserView"]>;
  organisation: Known<ours.Organisation, Schema["OrganisationView"]>;
  batch: Known<ours.Batch, Schema["BatchView"]>;
  item: Known<ours.Item, Schema["ItemView"]>;
  detail: Known<ours.ItemDetail, Schema["ItemDetail"]>;
  reading: Known<ours.Reading, Schema["ReadingView"]>;
  field: Known<ours.ReadField, Schema["Field"]>;
  mention: Known<ours.Mention, Schema["Mention"]>;
  proposal: Known<ours.EffectProposal, Schema["ReadEffect"]>;
  selectedValue: Known<ours.SelectedValue, Schema["SelectedValue"]>;
  correction: Known<ours.Correction, Schema["ReadingCorrection"]>;
  duplicate: Known<ours.Duplicate, Schema["Duplicate"]>;
  confirmed: Known<ours.ConfirmedFields, Schema["ConfirmedFields"]>;
  sheet: Known<ours.Sheet, Schema["SheetView"]>;
  sheetRow: Known<ours.SheetRow, Schema["RowView"]>;
  row: Known<ours.Row, Schema["Row"]>;
  document: Known<ours.LegalDocument, Schema["DocumentView"]>;
  file: Known<ours.DocumentFile, Schema["FileView"]>;
  status: Known<ours.Status, Schema["StatusView"]>;
  cause: Known<ours.Cause, Schema["Cause"]>;
  effect: Known<ours.EffectEntry, Schema["EffectView"]>;
  relation: Known<ours.Relation, Schema["RelationView"]>;
  task: Known<ours.WorkTask, Schema["TaskView"]>;
  due: Known<ours.Due, Schema["DueView"]>;
  workSummary: Known<ours.WorkSummary, Schema["WorkSummary"]>;
  taskCounts: Known<ours.TaskCounts, Schema["TaskCounts"]>;
  stripDay: Known<ours.StripDay, Schema["StripDay"]>;
  officerLoad: Known<ours.OfficerLoad, Schema["OfficerLoad"]>;
  procedureSummary: Known<ours.ProcedureSummary, Schema["ProcedureSummary"]>;
  procedure: Known<ours.ProcedureDetail, Schema["ProcedureView"]>;
  procedureStep: Known<ours.ProcedureStep, Schema["Step"]>;
  procedureLimit: Known<ours.ProcedureLimit, Schema["Limit"]>;
  procedureVersion: Known<ours.ProcedureVersion, Schema["ProcedureVersionView"]>;
  procedureChoice: Known<ours.ProcedureChoice, Schema["ProcedureChoiceView"]>;
  procedureDifference: Known<ours.ProcedureDifference, Schema["ProcedureDifference"]>;
  triedDeadline: Known<ours.TriedDeadline, Schema["DeadlineView"]>;
  calendarDay: Known<ours.CalendarDay, Schema["CalendarDayView"]>;
  calendarYear: Known<ours.CalendarYear, Schema["CalendarYearView"]>;
  finding: Known<ours.MachineFinding, Schema["FindingView"]>;
  dossier: Known<dossiers.Dossier, Schema["DossierView"]>;
  dossierCard: Known<dossiers.DossierCard, Schema["DossierCard"]>;
  boardColumn: Known<dossiers.BoardColumn, Schema["BoardColumn"]>;
  dossierChoice: Known<dossiers.DossierChoice, Schema["ChoiceView"]>;
  dossierDeadline: Known<dossiers.DossierDeadline, Schema["DossierDeadlineView"]>;
  casePaper: Known<dossiers.CasePaper, Schema["PaperView"]>;
  checklist: Known<dossiers.ChecklistItem, Schema["ChecklistView"]>;
  stepOutcome: Known<dossiers.StepOutcome, Schema["OutcomeView"]>;
  dossierStep: Known<dossiers.DossierStep, Schema["StepView"]>;
  currentStep: Known<dossiers.CurrentStep, Schema["CurrentView"]>;
  dossierFact: Known<dossiers.DossierFact, Schema["FactView"]>;
  draftDifference: Known<dossiers.DraftDifference, Schema["DraftComparison"]>;
  appraisal: Known<appraisals.Appraisal, Schema["AppraisalView"]>;
  appraisalCard: Known<appraisals.AppraisalCard, Schema["AppraisalCard"]>;
  appraisalQueue: Known<appraisals.QueueSummary, Schema["QueueSummary"]>;
  appraisalSubject: Known<appraisals.AppraisalSubject, Schema["SubjectView"]>;
  appraisalRemark: Known<appraisals.AppraisalRemark, Schema["RemarkView"]>;
  requiredPaper: Known<appraisals.RequiredPaper, Schema["RequiredPaperView"]>;
  draftText: Known<appraisals.DraftText, Schema["DraftTextView"]>;
  draftProvision: Known<appraisals.DraftProvision, Schema["ProvisionView"]>;
  reportTemplate: Known<appraisals.ReportTemplate, Schema["ReportTemplateView"]>;
  checkedText: Known<ours.CheckedText, Schema["CheckedView"]>;
}

type Broken = { [K in keyof Contract]: Contract[K] extends true ? never : K }[keyof Contract];

/** Does not compile while any shape is broken; its type says which. */
export const held: [Broken] extends [never] ? true : Broken = true;
