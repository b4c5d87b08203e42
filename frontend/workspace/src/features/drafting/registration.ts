/** The form of registration as it is typed; {@code registeredOn} null is today. */
export interface Registration {
  form: string;
  level: string;
  kind: string;
  title: string;
  field: string;
  purpose: string;
  registeredOn: string | null;
  plannedOn: string | null;
  programmeYear: number | null;
  justiceBody: number | null;
  justiceName: string;
  office: number | null;
  officeName: string;
}

export const EMPTY: Registration = {
  form: "COMMITTEE_DECISION",
  level: "PROVINCE",
  kind: "ORDINARY",
  title: "",
  field: "",
  purpose: "",
  registeredOn: null,
  plannedOn: null,
  programmeYear: null,
  justiceBody: null,
  justiceName: "",
  office: null,
  officeName: "",
};

/** What is sent: the names of bodies serve the page alone. */
export function requestOf({ justiceName: _, officeName: __, ...form }: Registration, on: string) {
  return {
    ...form,
    title: form.title.trim(),
    purpose: form.purpose.trim(),
    field: form.field.trim(),
    registeredOn: on,
  };
}
