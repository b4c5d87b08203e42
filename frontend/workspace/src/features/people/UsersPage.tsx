import { Button, Menu, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconCircleCheck, IconLock } from "@tabler/icons-react";
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { Link } from "react-router";
import { api } from "../../shared/api/client";
import { asProblem } from "../../shared/api/problem";
import type { Page, User } from "../../shared/api/types";
import { useMessages } from "../../shared/i18n";
import { say } from "../../shared/notify";
import { useMay } from "../../shared/session";
import { ListFrame } from "../../shared/ui/ListFrame";
import { PageHead } from "../../shared/ui/page";
import { Empty, ProblemNotice } from "../../shared/ui/states";
import { useAddress } from "../../shared/ui/useAddress";
import { ResetPassword, UserForm } from "./UserForm";

export function Component() {
  const m = useMessages();
  const may = useMay();
  const queries = useQueryClient();
  const { get, set } = useAddress();
  const [words, setWords] = useState(get("q"));
  const [settled] = useDebouncedValue(words.trim(), 250);
  useEffect(() => set({ q: settled }), [settled, set]);
  const [editing, setEditing] = useState<User | "new" | null>(null);
  const [resetting, setResetting] = useState<User | null>(null);
  const list = useInfiniteQuery({
    queryKey: ["users", settled],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<User>>("/users", { q: settled, size: 50, after: pageParam }, signal),
    initialPageParam: "",
    getNextPageParam: (last) => last.next ?? undefined,
  });
  const change = useMutation({
    mutationFn: ({ user, active }: { user: User; active: boolean }) =>
      active
        ? api.put<User>(`/users/${user.id}`, {
            version: user.version,
            displayName: user.displayName,
            role: user.role,
            organisationId: user.organisation.id,
            active: true,
          })
        : api.post<User>(`/users/${user.id}/deactivate`, { version: user.version }),
    onSuccess: (user) => {
      say(user.active ? m.people.saved : m.people.deactivated(user.displayName));
      queries.invalidateQueries({ queryKey: ["users"] });
    },
  });
  const users = list.data?.pages.flatMap((p) => p.items) ?? [];
  return (
    <div className="page stack">
      <PageHead title={m.people.title}>
        {may("MANAGE_PEOPLE") && <Button onClick={() => setEditing("new")}>{m.people.add}</Button>}
      </PageHead>
      <TextInput
        w={320}
        maw="100%"
        label={m.people.find}
        value={words}
        onChange={(e) => setWords(e.currentTarget.value)}
      />
      {change.isError && <ProblemNotice error={change.error} onRetry={() => list.refetch()} />}
      {change.isError && asProblem(change.error).code === "work-open-work" && change.variables && (
        <Button
          component={Link}
          to={`/viec/don-vi?don-vi=${change.variables.user.organisation.id}&nguoi=${change.variables.user.id}`}
        >
          {m.work.handOverAllOf(change.variables.user.displayName)}
        </Button>
      )}
      <ListFrame
        list={list}
        items={users}
        headings={[
          m.fields.displayName,
          m.fields.role,
          m.fields.organisation,
          m.fields.state,
          { key: "act", unseen: m.common.edit },
        ]}
        empty={<Empty title={m.people.empty} hint={m.people.emptyHint} />}
      >
        {(u) => (
          <tr key={u.id}>
            <td>
              <strong>{u.displayName}</strong>
              <div className="small soft">{u.username}</div>
            </td>
            <td>{m.roles[u.role] ?? u.role}</td>
            <td>{u.organisation.name}</td>
            <td>
              <span className={`status ${u.active ? "good" : ""}`}>
                {u.active ? <IconCircleCheck size={16} aria-hidden /> : <IconLock size={16} aria-hidden />}
                {u.active ? m.people.activeWord : m.people.inactive}
              </span>
              {u.mustChangePassword && <div className="small soft">{m.people.passwordPending}</div>}
            </td>
            <td>
              {u.actions.length > 0 && (
                <Menu withinPortal position="bottom-end">
                  <Menu.Target>
                    <Button size="xs" variant="default" aria-label={`${m.common.edit}: ${u.displayName}`}>
                      {m.common.edit}
                    </Button>
                  </Menu.Target>
                  <Menu.Dropdown>
                    {u.actions.includes("edit") && <Menu.Item onClick={() => setEditing(u)}>{m.people.edit}</Menu.Item>}
                    {u.actions.includes("resetPassword") && (
                      <Menu.Item onClick={() => setResetting(u)}>{m.people.reset}</Menu.Item>
                    )}
                    {u.actions.includes("deactivate") && (
                      <Menu.Item onClick={() => change.mutate({ user: u, active: false })}>
                        {m.people.deactivate}
                      </Menu.Item>
                    )}
                    {u.actions.includes("reactivate") && (
                      <Menu.Item onClick={() => change.mutate({ user: u, active: true })}>
                        {m.people.reactivate}
                      </Menu.Item>
                    )}
                  </Menu.Dropdown>
                </Menu>
              )}
            </td>
          </tr>
        )}
      </ListFrame>
      {editing !== null && <UserForm user={editing === "new" ? null : editing} onClose={() => setEditing(null)} />}
      {resetting !== null && <ResetPassword user={resetting} onClose={() => setResetting(null)} />}
    </div>
  );
}
