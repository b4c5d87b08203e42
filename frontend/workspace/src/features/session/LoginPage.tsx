import { Button, PasswordInput, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate, useSearchParams } from "react-router";
import { api } from "../../shared/api/client";
import type { Me } from "../../shared/api/types";
import { useLanguage } from "../../shared/i18n";
import { SESSION } from "../../shared/session";
import { usePageTitle } from "../../shared/ui/page";
import { ProblemNotice } from "../../shared/ui/states";
import "./login.css";

/** Only addresses of this application: a letter must not send people elsewhere after they sign in. */
function inside(address: string | null): string {
  return address?.startsWith("/") && !address.startsWith("//") ? address : "/";
}

export function Component() {
  const { messages: m, language, change } = useLanguage();
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [username, setUsername] = useState("");
  const [password, setPassword] = useState("");
  usePageTitle(m.session.title);
  const back = params.get("ve");
  const signIn = useMutation({
    mutationFn: () => api.post<Me>("/session", { username: username.trim(), password }),
    onSuccess: (me) => {
      queries.clear();
      queries.setQueryData(SESSION, me);
      navigate(inside(back), { replace: true });
    },
    onError: () => setPassword(""),
  });

  return (
    <main className="login">
      <form
        className="panel"
        onSubmit={(e) => {
          e.preventDefault();
          signIn.mutate();
        }}
      >
        <p className="login-product">{m.product}</p>
        <h1>{m.session.title}</h1>
        <p className="soft small">{back !== null && back !== "/" ? m.session.ended : m.session.intro}</p>
        {signIn.isError && <ProblemNotice error={signIn.error} />}
        <TextInput
          label={m.session.username}
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          withAsterisk={false}
          data-autofocus
          value={username}
          onChange={(e) => setUsername(e.currentTarget.value)}
        />
        <PasswordInput
          label={m.session.password}
          name="password"
          autoComplete="current-password"
          required
          withAsterisk={false}
          value={password}
          visibilityToggleButtonProps={{ "aria-label": m.session.show }}
          onChange={(e) => setPassword(e.currentTarget.value)}
        />
        <Button type="submit" fullWidth loading={signIn.isPending}>
          {m.session.submit}
        </Button>
        <p className="login-foot small">
          <a href="/">{m.session.public}</a>
          <button
            type="button"
            lang={language === "vi" ? "en" : "vi"}
            onClick={() => change(language === "vi" ? "en" : "vi")}
          >
            {m.nav.language}
          </button>
        </p>
      </form>
    </main>
  );
}
