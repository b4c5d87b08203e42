import { Button, Checkbox, NativeSelect, TextInput } from "@mantine/core";
import { useDebouncedValue, useMediaQuery } from "@mantine/hooks";
import { IconLayoutKanban, IconList } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { Link } from "react-router";
import { api } from "../../shared/api/client";
import type { DossierCard } from "../../shared/api/dossiers";
import type { Page } from "../../shared/api/types";
import { useMessages } from "../../shared/i18n";
import { useMay } from "../../shared/session";
import { ListFrame } from "../../shared/ui/ListFrame";
import { PageHead } from "../../shared/ui/page";
import { Empty } from "../../shared/ui/states";
import { useAddress } from "../../shared/ui/useAddress";
import { Board } from "./Board";
import { DossierRow } from "./DossierRow";
import "./drafting.css";

/** Dossiers one takes part in, as a list or by step; filters stand in the address. */
export function Component() {
  const m = useMessages();
  const may = useMay();
  const { get, set } = useAddress();
  // a board of columns is no use on a telephone
  const narrow = useMediaQuery("(max-width: 48em)", undefined, { getInitialValueInEffect: false });
  const board = get("xem") === "bang" && !narrow;
  const over = get("tinh-trang") === "xong";
  const step = get("buoc");
  const overdue = get("qua-han") === "1";
  const q = get("q");
  const [words, setWords] = useState(q);
  const [settled] = useDebouncedValue(words, 300);
  useEffect(() => set({ q: settled.trim() }), [settled, set]);
  const query = { open: over ? "false" : "true", activity: step, overdue, q };
  const list = useInfiniteQuery({
    queryKey: ["dossiers", "list", query],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<DossierCard>>("/dossiers", { ...query, size: 50, after: pageParam }, signal),
    initialPageParam: "",
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: (before) => before,
    enabled: !board,
  });
  const cards = list.data?.pages.flatMap((p) => p.items) ?? [];
  const filtered = over || step !== "" || overdue || q !== "";
  const register = may("REGISTER_DOSSIERS") && (
    <Button component={Link} to="/ho-so/dang-ky">
      {m.dossiers.register}
    </Button>
  );
  const clear = () => {
    setWords("");
    set({ q: null, buoc: null, "qua-han": null, "tinh-trang": null });
  };
  const nothing = (
    <Empty title={m.dossiers.empty} hint={m.dossiers.emptyHint}>
      {register}
    </Empty>
  );
  return (
    <div className="page stack">
      <PageHead title={m.dossiers.title} intro={m.dossiers.intro}>
        <div className="acts visible-wide">
          <Button
            variant={board ? "default" : "filled"}
            aria-pressed={!board}
            leftSection={<IconList size={16} aria-hidden />}
            onClick={() => set({ xem: null })}
          >
            {m.dossiers.list}
          </Button>
          <Button
            variant={board ? "filled" : "default"}
            aria-pressed={board}
            leftSection={<IconLayoutKanban size={16} aria-hidden />}
            onClick={() => set({ xem: "bang", q: null, buoc: null, "qua-han": null, "tinh-trang": null })}
          >
            {m.dossiers.board}
          </Button>
        </div>
        {register}
      </PageHead>
      {board ? (
        <Board empty={nothing} />
      ) : (
        <>
          <div className="filters">
            <TextInput
              label={m.dossiers.words}
              placeholder={m.dossiers.wordsHint}
              value={words}
              onChange={(e) => setWords(e.currentTarget.value)}
              w={260}
            />
            <NativeSelect
              label={m.dossiers.which}
              value={over ? "xong" : ""}
              onChange={(e) => set({ "tinh-trang": e.currentTarget.value, buoc: null, "qua-han": null })}
              data={[
                { value: "", label: m.dossiers.open },
                { value: "xong", label: m.dossiers.over },
              ]}
            />
            {!over && (
              <>
                <NativeSelect
                  label={m.dossiers.step}
                  value={step}
                  onChange={(e) => set({ buoc: e.currentTarget.value })}
                  data={[
                    { value: "", label: m.dossiers.allSteps },
                    ...Object.entries(m.dossiers.activities).map(([value, label]) => ({ value, label })),
                  ]}
                />
                <Checkbox
                  label={m.dossiers.onlyOverdue}
                  checked={overdue}
                  onChange={(e) => set({ "qua-han": e.currentTarget.checked ? "1" : null })}
                  mb={8}
                />
              </>
            )}
          </div>
          <ListFrame
            list={list}
            items={cards}
            headings={[m.dossiers.document, m.dossiers.where, m.dossiers.due, m.dossiers.state]}
            empty={
              filtered ? (
                <Empty title={m.dossiers.emptyFiltered}>
                  <Button variant="default" onClick={clear}>
                    {m.common.clearFilters}
                  </Button>
                </Empty>
              ) : (
                nothing
              )
            }
          >
            {(card) => <DossierRow key={card.id} card={card} />}
          </ListFrame>
        </>
      )}
    </div>
  );
}
