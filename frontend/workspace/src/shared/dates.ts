/** Dates travel as yyyy-MM-dd and are shown as dd/MM/yyyy. Nothing here knows of time zones: a legal day is a day in Vietnam. */

const ZONE = "Asia/Ho_Chi_Minh";

export function today(now: Date = new Date()): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: ZONE, year: "numeric", month: "2-digit", day: "2-digit" }).format(
    now,
  );
}

function shift(date: string, days: number): string {
  const at = new Date(`${date}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

function iso(year: number, month: number, day: number): string | null {
  const at = new Date(Date.UTC(year, month - 1, day));
  at.setUTCFullYear(year);
  const real = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  if (!real || year < 1900 || year > 2200) return null;
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** Two figures of a year: a legal document of "24" is of 2024, of "85" of 1985. */
function wholeYear(written: string): number {
  const year = Number(written);
  if (written.length !== 2) return year;
  return year > 69 ? 1900 + year : 2000 + year;
}

/**
 * A day as people type or documents write it: 5/3/2024, 05-03-2024, 5.3.24, 05032024, 2024-03-05, "ngày 05 tháng 3 năm 2024",
 * "hôm nay", "hôm qua", "ngày mai". Null where it is no day of the calendar.
 */
export function parseDay(written: string, now: Date = new Date()): string | null {
  const text = written.normalize("NFC").trim().toLowerCase().replace(/\s+/g, " ");
  if (text === "hôm nay" || text === "hom nay" || text === "today") return today(now);
  if (text === "hôm qua" || text === "hom qua" || text === "yesterday") return shift(today(now), -1);
  if (text === "ngày mai" || text === "ngay mai" || text === "mai" || text === "tomorrow") return shift(today(now), 1);
  const isoForm = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (isoForm) return iso(Number(isoForm[1]), Number(isoForm[2]), Number(isoForm[3]));
  const run = /^(\d{2})(\d{2})(\d{4})$/.exec(text);
  if (run) return iso(Number(run[3]), Number(run[2]), Number(run[1]));
  const short = /^(\d{1,2}) ?[/.-] ?(\d{1,2}) ?[/.-] ?(\d{4}|\d{2})$/.exec(text);
  if (short) return iso(wholeYear(short[3] ?? ""), Number(short[2]), Number(short[1]));
  const words = /(\d{1,2}) th[aá]ng (\d{1,2}) n[aă]m (\d{4})/.exec(text);
  if (words) return iso(Number(words[3]), Number(words[2]), Number(words[1]));
  const within = /(\d{1,2})\/(\d{1,2})\/(\d{4})/.exec(text);
  if (within) return iso(Number(within[3]), Number(within[2]), Number(within[1]));
  return null;
}

export function showDay(date: string | null | undefined): string {
  if (!date) return "";
  const [year, month, day] = date.slice(0, 10).split("-");
  return `${day}/${month}/${year}`;
}

const WEEKDAYS: Record<string, readonly string[]> = {
  vi: ["Chủ nhật", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy"],
  en: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
};

/** As deadlines are said: "thứ Sáu 28/11", with its year where that is not this one. */
export function showWeekday(date: string, language = "vi", now: Date = new Date()): string {
  const [year, month, day] = date.slice(0, 10).split("-");
  const name = WEEKDAYS[language]?.[new Date(`${date.slice(0, 10)}T00:00:00Z`).getUTCDay()] ?? "";
  return `${name} ${day}/${month}${today(now).startsWith(`${year}-`) ? "" : `/${year}`}`;
}

const TIME = new Intl.DateTimeFormat("vi-VN", {
  timeZone: ZONE,
  day: "2-digit",
  month: "2-digit",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/** An instant as "17:05 24/11/2026". */
export function showInstant(instant: string | null | undefined): string {
  if (!instant) return "";
  const parts = Object.fromEntries(TIME.formatToParts(new Date(instant)).map((p) => [p.type, p.value]));
  return `${parts.hour}:${parts.minute} ${parts.day}/${parts.month}/${parts.year}`;
}
