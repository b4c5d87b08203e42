import { IconEye, IconEyeOff } from "@tabler/icons-react";
import { Link } from "react-router";
import type { Row } from "../../shared/api/types";
import { showDay } from "../../shared/dates";
import type { Messages } from "../../shared/i18n/vi";
import { StatusBadge } from "../../shared/ui/StatusBadge";

/** Columns a list may show, in their order; the same names choose the columns of an export. */
export const COLUMNS = [
  "number",
  "title",
  "type",
  "issuer",
  "level",
  "issuedOn",
  "effectiveFrom",
  "effectiveUntil",
  "status",
  "field",
  "normative",
  "published",
] as const;

export type Column = (typeof COLUMNS)[number];

export const USUAL: readonly Column[] = ["number", "title", "issuedOn", "effectiveFrom", "status", "published"];

export function cell(column: Column, row: Row, link: string, m: Messages) {
  const label = m.fields[column];
  switch (column) {
    case "number":
      return (
        <td key={column} className="nowrap">
          <Link className="number" to={link}>
            {row.number || m.document.noNumber}
          </Link>
        </td>
      );
    case "title":
      return (
        <td key={column} className="title">
          <Link className="quiet" to={link} tabIndex={-1}>
            {row.title}
          </Link>
          <div className="small soft">
            {row.typeLabel} · {row.issuer}
          </div>
        </td>
      );
    case "type":
      return <td key={column}>{m.types[row.type] ?? row.typeLabel}</td>;
    case "issuer":
      return <td key={column}>{row.issuer}</td>;
    case "level":
      return <td key={column}>{m.levels[row.level] ?? row.level}</td>;
    case "issuedOn":
      return (
        <td key={column} className="nowrap num" data-label={label}>
          {showDay(row.issuedOn)}
        </td>
      );
    case "effectiveFrom":
      return (
        <td key={column} className="nowrap num" data-label={row.effectiveFrom ? label : undefined}>
          {showDay(row.effectiveFrom)}
        </td>
      );
    case "effectiveUntil":
      return (
        <td key={column} className="nowrap num" data-label={row.effectiveUntil ? label : undefined}>
          {showDay(row.effectiveUntil)}
        </td>
      );
    case "status":
      return (
        <td key={column} className="nowrap">
          <StatusBadge code={row.status} label={row.statusLabel} on={row.statusOn} />
        </td>
      );
    case "field":
      return <td key={column}>{row.field}</td>;
    case "normative":
      return <td key={column}>{row.normative ? m.documents.normative : m.documents.notNormative}</td>;
    case "published":
      return (
        <td key={column} className="nowrap small">
          {row.published ? <IconEye size={14} aria-hidden /> : <IconEyeOff size={14} aria-hidden />}{" "}
          {row.published ? m.documents.published : m.documents.notPublished}
        </td>
      );
  }
}
