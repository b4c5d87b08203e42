import { Button, Modal, NativeSelect, PasswordInput, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { api } from "../../shared/api/client";
import { asProblem } from "../../shared/api/problem";
import type { User } from "../../shared/api/types";
import { useMessages } from "../../shared/i18n";
import { say } from "../../shared/notify";
import { IssuerPicker } from "../../shared/ui/IssuerPicker";
import { fieldWords, ProblemNotice } from "../../shared/ui/states";
import { useDraft } from "../../shared/ui/useDraft";

/** A person: new, or changed. The password never becomes a draft. */
export function UserForm({ user, onClose }: { user: User | null; onClose: () => void }) {
  const m = useMessages();
  const queries = useQueryClient();
  const initial = useMemo(
    () => ({
      username: user?.username ?? "",
      displayName: user?.displayName ?? "",
      role: user?.role ?? "DEPARTMENT_OFFICER",
      organisationId: user?.organisation.id ?? null,
      organisationName: user?.organisation.name ?? "",
    }),
    [user],
  );
  const [draft, setDraft, , forget] = useDraft(`user.${user?.id ?? "new"}`, initial);
  const [password, setPassword] = useState("");
  const save = useMutation({
    mutationFn: () => {
      const { organisationName: _, username, ...facts } = draft;
      return user === null
        ? api.post<User>("/users", { ...facts, username, password })
        : api.put<User>(`/users/${user.id}`, { ...facts, version: user.version });
    },
    onSuccess: () => {
      forget();
      say(m.people.saved);
      queries.invalidateQueries({ queryKey: ["users"] });
      onClose();
    },
  });
  const problem = save.isError ? asProblem(save.error) : null;
  const put = (change: Partial<typeof draft>) => setDraft((d) => ({ ...d, ...change }));
  const wrong = (field: string) => (problem ? fieldWords(problem, field, m) : undefined);
  return (
    <Modal
      opened
      onClose={onClose}
      title={user === null ? m.people.add : m.people.edit}
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ "aria-label": m.common.close }}
    >
      <form
        className="stack"
        onSubmit={(e) => {
          e.preventDefault();
          save.mutate();
        }}
      >
        {problem && <ProblemNotice error={problem} />}
        <TextInput
          label={m.fields.username}
          description={m.people.usernameHint}
          required
          disabled={user !== null}
          value={draft.username}
          error={wrong("username")}
          onChange={(e) => put({ username: e.currentTarget.value })}
        />
        <TextInput
          label={m.fields.displayName}
          required
          value={draft.displayName}
          error={wrong("displayName")}
          onChange={(e) => put({ displayName: e.currentTarget.value })}
        />
        <NativeSelect
          label={m.fields.role}
          value={draft.role}
          onChange={(e) => put({ role: e.currentTarget.value })}
          data={Object.entries(m.roles).map(([value, label]) => ({ value, label }))}
        />
        <IssuerPicker
          label={m.fields.organisation}
          required
          id={draft.organisationId}
          name={draft.organisationName}
          error={wrong("organisationId")}
          onChange={(organisationId, organisationName) => put({ organisationId, organisationName })}
        />
        {user === null && (
          <PasswordInput
            label={m.people.firstPassword}
            description={m.people.passwordHint}
            required
            minLength={10}
            autoComplete="new-password"
            value={password}
            error={wrong("password")}
            visibilityToggleButtonProps={{ "aria-label": m.session.show }}
            onChange={(e) => setPassword(e.currentTarget.value)}
          />
        )}
        <Button type="submit" loading={save.isPending}>
          {m.common.save}
        </Button>
      </form>
    </Modal>
  );
}

export function ResetPassword({ user, onClose }: { user: User; onClose: () => void }) {
  const m = useMessages();
  const [password, setPassword] = useState("");
  const reset = useMutation({
    mutationFn: () => api.post<void>(`/users/${user.id}/password`, { password }),
    onSuccess: () => {
      say(m.people.resetDone(user.displayName));
      onClose();
    },
  });
  const problem = reset.isError ? asProblem(reset.error) : null;
  return (
    <Modal
      opened
      onClose={onClose}
      title={`${m.people.reset}: ${user.displayName}`}
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ "aria-label": m.common.close }}
    >
      <form
        className="stack"
        onSubmit={(e) => {
          e.preventDefault();
          reset.mutate();
        }}
      >
        <PasswordInput
          label={m.people.firstPassword}
          description={m.people.passwordHint}
          required
          minLength={10}
          autoComplete="new-password"
          value={password}
          error={problem ? fieldWords(problem, "password", m) : undefined}
          visibilityToggleButtonProps={{ "aria-label": m.session.show }}
          onChange={(e) => setPassword(e.currentTarget.value)}
        />
        {problem && <ProblemNotice error={problem} />}
        <Button type="submit" loading={reset.isPending}>
          {m.people.reset}
        </Button>
      </form>
    </Modal>
  );
}
