import { marked } from "marked";
import { useMemo } from "react";
import { Link, useNavigate, useParams } from "react-router";
import { useMessages } from "../../shared/i18n";
import { usePageTitle } from "../../shared/ui/page";
import "./guide.css";

/** docs/guide as it stands in the repository: the same pages are read there and here. */
const texts = import.meta.glob<string>("../../../../../docs/guide/*.md", {
  query: "?raw",
  import: "default",
  eager: true,
});

const guide = Object.fromEntries(
  Object.entries(texts).map(([file, text]) => [file.replace(/^.*\/|\.md$/g, ""), text] as const),
);

/** One task a page; links between pages become addresses of the workspace. Our own text, so it is taken as it is. */
export function Component() {
  const m = useMessages();
  const navigate = useNavigate();
  const name = useParams().name ?? "README";
  const text = guide[name];
  const html = useMemo(
    () =>
      (marked.parse(text ?? "", { async: false }) as string).replace(
        /href="([a-z-]+)\.md"/g,
        (_, page) => `href="/lam-viec/huong-dan/${page}"`,
      ),
    [text],
  );
  const title = /^# (.+)$/m.exec(text ?? "")?.[1] ?? m.nav.guide;
  usePageTitle(title);
  return (
    <div className="page stack">
      {name !== "README" && <Link to="/huong-dan">{m.nav.guide}</Link>}
      {text === undefined ? (
        <h1>{m.problems.notFoundPage}</h1>
      ) : (
        // biome-ignore lint/a11y/useKeyWithClickEvents: links answer the keyboard by themselves; this only keeps them inside the application
        <article
          className="panel pad guide"
          onClick={(e) => {
            const link = (e.target as HTMLElement).closest("a");
            const path = link?.getAttribute("href");
            if (path?.startsWith("/lam-viec/") && !e.ctrlKey && !e.metaKey) {
              e.preventDefault();
              navigate(path.slice("/lam-viec".length));
            }
          }}
          // biome-ignore lint/security/noDangerouslySetInnerHtml: text of our own repository
          dangerouslySetInnerHTML={{ __html: html }}
        />
      )}
    </div>
  );
}
