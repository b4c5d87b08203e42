import { Button, PasswordInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate } from "react-router";
import { api } from "../../shared/api/client";
import { asProblem } from "../../shared/api/problem";
import { useMessages } from "../../shared/i18n";
import { say } from "../../shared/notify";
import { SESSION, useSession } from "../../shared/session";
import { PageHead } from "../../shared/ui/page";
import { fieldWords, ProblemNotice } from "../../shared/ui/states";

export function Component() {
  const m = useMessages();
  const me = useSession().data;
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [old, setOld] = useState("");
  const [password, setPassword] = useState("");
  const change = useMutation({
    mutationFn: () => api.post<void>("/session/password", { old, password }),
    onSuccess: async () => {
      say(m.session.changed);
      await queries.invalidateQueries({ queryKey: SESSION });
      navigate("/");
    },
  });
  const problem = change.isError ? asProblem(change.error) : null;
  return (
    <div className="page">
      <PageHead title={m.session.change} intro={me?.mustChangePassword ? m.session.mustChange : undefined} />
      <form
        className="panel pad stack"
        style={{ maxWidth: 420 }}
        onSubmit={(e) => {
          e.preventDefault();
          change.mutate();
        }}
      >
        {problem && <ProblemNotice error={problem} />}
        <PasswordInput
          label={m.session.old}
          autoComplete="current-password"
          required
          value={old}
          error={problem ? fieldWords(problem, "old", m) : undefined}
          visibilityToggleButtonProps={{ "aria-label": m.session.show }}
          onChange={(e) => setOld(e.currentTarget.value)}
        />
        <PasswordInput
          label={m.session.new}
          description={m.session.newHint}
          autoComplete="new-password"
          required
          minLength={10}
          value={password}
          error={problem ? fieldWords(problem, "password", m) : undefined}
          visibilityToggleButtonProps={{ "aria-label": m.session.show }}
          onChange={(e) => setPassword(e.currentTarget.value)}
        />
        <Button type="submit" loading={change.isPending}>
          {m.session.change}
        </Button>
      </form>
    </div>
  );
}
