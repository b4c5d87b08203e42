import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { speak } from "../api/client";
import { type Messages, vi } from "./vi";

export type Language = "vi" | "en";

const KEPT = "qppl.language";

interface Speaking {
  language: Language;
  messages: Messages;
  change: (to: Language) => void;
}

const Context = createContext<Speaking>({ language: "vi", messages: vi, change: () => undefined });

function kept(): Language {
  return localStorage.getItem(KEPT) === "en" ? "en" : "vi";
}

/** Vietnamese is in the bundle; English is fetched when asked for. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(kept);
  const [english, setEnglish] = useState<Messages | null>(null);

  useEffect(() => {
    speak(language);
    document.documentElement.lang = language;
    localStorage.setItem(KEPT, language);
    if (language === "en" && english === null) import("./en").then((m) => setEnglish(m.en));
  }, [language, english]);

  const value = useMemo(
    () => ({ language, messages: language === "en" && english !== null ? english : vi, change: setLanguage }),
    [language, english],
  );
  return <Context.Provider value={value}>{children}</Context.Provider>;
}

export function useMessages(): Messages {
  return useContext(Context).messages;
}

export function useLanguage(): Speaking {
  return useContext(Context);
}
