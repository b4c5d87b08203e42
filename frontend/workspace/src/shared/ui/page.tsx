import { type ReactNode, useEffect } from "react";
import { useMessages } from "../i18n";

export function usePageTitle(title: string): void {
  const m = useMessages();
  useEffect(() => {
    document.title = `${title} · ${m.shortProduct}`;
  }, [title, m]);
}

export function PageHead({ title, intro, children }: { title: string; intro?: ReactNode; children?: ReactNode }) {
  usePageTitle(title);
  return (
    <div className="page-head">
      <div>
        <h1>{title}</h1>
        {intro && <div className="soft small">{intro}</div>}
      </div>
      {children && <div style={{ display: "flex", flexWrap: "wrap", gap: 8 }}>{children}</div>}
    </div>
  );
}
