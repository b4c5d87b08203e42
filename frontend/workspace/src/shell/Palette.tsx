import { Modal, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useNavigate } from "react-router";
import { api } from "../shared/api/client";
import type { DossierCard } from "../shared/api/dossiers";
import type { FoundByNumber, Page, SearchAnswer } from "../shared/api/types";
import { showDay } from "../shared/dates";
import { useMessages } from "../shared/i18n";
import { useMay } from "../shared/session";
import "./palette.css";

interface Command {
  to: string;
  label: string;
}

function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();
}

/** Ctrl K: a document by its number as anyone types it, a page by its name; everything else goes to the search. */
export default function Palette({ onClose, commands }: { onClose: () => void; commands: Command[] }) {
  const m = useMessages();
  const navigate = useNavigate();
  const id = useId();
  const [asked, setAsked] = useState("");
  const [chosen, setChosen] = useState(0);
  const [settled] = useDebouncedValue(asked.trim(), 150);
  const numbers = useQuery({
    queryKey: ["by-number", settled],
    queryFn: ({ signal }) => api.get<FoundByNumber[]>("/documents/by-number", { q: settled }, signal),
    enabled: /\d/.test(settled),
  });
  const exact = settled === asked.trim() && /\d/.test(settled) ? (numbers.data ?? []) : [];
  // a number without marks or with a letter missing: the search knows those forms
  const near = useQuery({
    queryKey: ["search", "near", settled],
    queryFn: ({ signal }) => api.get<SearchAnswer>("/search", { q: settled, size: 5 }, signal),
    enabled: settled.length >= 3 && (!/\d/.test(settled) || (numbers.isSuccess && numbers.data.length === 0)),
  });
  const may = useMay();
  const dossiers = useQuery({
    queryKey: ["dossiers", "palette", settled],
    queryFn: ({ signal }) => api.get<Page<DossierCard>>("/dossiers", { q: settled, size: 5 }, signal),
    enabled: settled.length >= 3 && may("READ_DOSSIERS"),
  });
  const documents =
    exact.length > 0
      ? exact
      : settled === asked.trim()
        ? (near.data?.hits ?? []).map((h) => ({
            id: h.id,
            number: h.number ?? m.document.noNumber,
            type: m.types[h.type] ?? h.type,
            title: h.title,
            issuer: h.issuer,
            issuedOn: h.issuedOn,
            stub: false,
          }))
        : [];
  const matching = commands.filter((c) => plain(c.label).includes(plain(asked.trim())));
  const entries = [
    ...documents.map((d) => ({
      key: `d${d.id}`,
      to: `/van-ban/${d.id}`,
      label: d.number,
      more: `${d.type} · ${d.issuer}${d.issuedOn ? ` · ${showDay(d.issuedOn)}` : ""}${d.stub ? ` · ${m.palette.stub}` : ""}`,
      text: d.title,
    })),
    ...(settled === asked.trim() && settled.length >= 3 ? (dossiers.data?.items ?? []) : []).map((d) => ({
      key: `h${d.id}`,
      to: `/ho-so/${d.id}`,
      label: d.title,
      more: [m.palette.dossier, d.step].filter(Boolean).join(" · "),
      text: "",
    })),
    ...matching.map((c) => ({ key: c.to, to: c.to, label: c.label, more: "", text: "" })),
    ...(asked.trim() === ""
      ? []
      : [
          {
            key: "search",
            to: `/tim-kiem?q=${encodeURIComponent(asked.trim())}`,
            label: m.palette.searchFor(asked.trim()),
            more: "",
            text: "",
          },
        ]),
  ];
  const at = Math.min(chosen, entries.length - 1);
  const go = (to: string) => {
    onClose();
    navigate(to);
  };

  return (
    <Modal
      opened
      onClose={onClose}
      title={m.palette.title}
      size="lg"
      yOffset="10vh"
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ "aria-label": m.common.close }}
    >
      <TextInput
        data-autofocus
        role="combobox"
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={entries.length > 0 ? `${id}-${at}` : undefined}
        aria-label={m.palette.placeholder}
        placeholder={m.palette.placeholder}
        value={asked}
        onChange={(e) => {
          setAsked(e.currentTarget.value);
          setChosen(0);
        }}
        onKeyDown={(e) => {
          if (e.nativeEvent.isComposing) return;
          if (e.key === "ArrowDown") setChosen(Math.min(at + 1, entries.length - 1));
          else if (e.key === "ArrowUp") setChosen(Math.max(at - 1, 0));
          else if (e.key === "Enter") {
            const entry = entries[at];
            if (entry !== undefined) go(entry.to);
          } else return;
          e.preventDefault();
        }}
      />
      {/* the list follows the keyboard of the field above it */}
      <div id={`${id}-list`} role="listbox" aria-label={m.palette.title} className="palette">
        {entries.map((entry, n) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox above holds the focus and handles the keys
          // biome-ignore lint/a11y/useFocusableInteractive: as above, aria-activedescendant
          <div key={entry.key} id={`${id}-${n}`} role="option" aria-selected={n === at} onClick={() => go(entry.to)}>
            <strong>{entry.label}</strong>
            {entry.more !== "" && <span className="small soft"> {entry.more}</span>}
            {entry.text !== "" && <div className="small palette-title">{entry.text}</div>}
          </div>
        ))}
      </div>
      {/\d/.test(settled) && numbers.isSuccess && !near.isFetching && documents.length === 0 && (
        <p className="small soft">{m.palette.none}</p>
      )}
      <p className="small soft">{m.palette.hint}</p>
    </Modal>
  );
}
