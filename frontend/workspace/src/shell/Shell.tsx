import { ActionIcon, Burger, Menu, useComputedColorScheme, useMantineColorScheme } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import {
  IconActivity,
  IconBuilding,
  IconCalendar,
  IconChecklist,
  IconFileImport,
  IconFiles,
  IconFolders,
  IconGavel,
  IconHelp,
  IconHistory,
  IconHome,
  IconListCheck,
  IconMoon,
  IconPencilCheck,
  IconRoute,
  IconScale,
  IconSearch,
  IconSun,
  IconTable,
  IconTemplate,
  IconUser,
  IconUsers,
  IconUsersGroup,
} from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useEffect, useLayoutEffect, useState } from "react";
import { Link, Navigate, NavLink, Outlet, useLocation, useNavigate, useNavigation } from "react-router";
import { api } from "../shared/api/client";
import { useLanguage } from "../shared/i18n";
import { SESSION, useMay, useSession } from "../shared/session";
import { LoadingRows, ProblemNotice } from "../shared/ui/states";
import "./shell.css";

const Palette = lazy(() => import("./Palette"));

export function Shell() {
  const { messages: m, language, change } = useLanguage();
  const session = useSession();
  const may = useMay();
  const location = useLocation();
  const navigate = useNavigate();
  const moving = useNavigation().state !== "idle";
  const queries = useQueryClient();
  const [menu, setMenu] = useState(false);
  const [palette, setPalette] = useState(false);
  const [asked, setAsked] = useState("");
  const scheme = useComputedColorScheme("light", { getInitialValueInEffect: false });
  const { setColorScheme } = useMantineColorScheme();
  const signOut = useMutation({
    mutationFn: () => api.delete<void>("/session"),
    onSettled: () => {
      queries.clear();
      queries.setQueryData(SESSION, null);
      navigate("/dang-nhap");
    },
  });

  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
        event.preventDefault();
        setPalette(true);
      }
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another page closes the menu
  useEffect(() => setMenu(false), [location.pathname]);

  if (session.isPending) return <LoadingRows />;
  if (session.isError) {
    return (
      <main className="pad">
        <ProblemNotice error={session.error} onRetry={() => session.refetch()} />
      </main>
    );
  }
  const me = session.data;
  if (me === null) {
    return <Navigate to={`/dang-nhap?ve=${encodeURIComponent(location.pathname + location.search)}`} replace />;
  }
  if (me.mustChangePassword && location.pathname !== "/mat-khau") return <Navigate to="/mat-khau" replace />;

  const work = [
    { to: "/", label: m.nav.home, Icon: IconHome, shown: true, end: true },
    {
      to: "/viec/don-vi",
      label: m.nav.unit,
      Icon: IconUsersGroup,
      shown: may("DO_CASEWORK") || may("ASSIGN_WORK"),
      end: false,
    },
    { to: "/ho-so", label: m.nav.dossiers, Icon: IconFolders, shown: may("READ_DOSSIERS"), end: false },
    { to: "/tham-dinh", label: m.nav.appraisal, Icon: IconScale, shown: may("READ_DOSSIERS"), end: false },
    { to: "/tiep-nhan", label: m.nav.intake, Icon: IconFileImport, shown: may("READ_INTAKE"), end: true },
    { to: "/tiep-nhan/xac-nhan", label: m.nav.desk, Icon: IconListCheck, shown: may("READ_INTAKE"), end: false },
    { to: "/hieu-luc/cho-quyet", label: m.nav.proposals, Icon: IconGavel, shown: may("READ_INTAKE"), end: false },
    { to: "/bang-tinh", label: m.nav.sheets, Icon: IconTable, shown: may("READ_INTAKE"), end: false },
    { to: "/ra-soat", label: m.review.nav, Icon: IconChecklist, shown: may("READ_REVIEWS"), end: false },
    { to: "/van-ban", label: m.nav.documents, Icon: IconFiles, shown: may("READ_REGISTER"), end: false },
    { to: "/tim-kiem", label: m.nav.search, Icon: IconSearch, shown: may("READ_REGISTER"), end: false },
    { to: "/huong-dan", label: m.nav.guide, Icon: IconHelp, shown: true, end: false },
  ].filter((e) => e.shown);
  const admin = [
    { to: "/quan-tri/nguoi-dung", label: m.nav.people, Icon: IconUsers, shown: may("READ_AUDIT"), end: false },
    { to: "/quan-tri/co-quan", label: m.nav.organisations, Icon: IconBuilding, shown: true, end: false },
    { to: "/quan-tri/thu-tuc", label: m.nav.procedures, Icon: IconRoute, shown: may("READ_REGISTER"), end: false },
    { to: "/quan-tri/lich", label: m.nav.calendar, Icon: IconCalendar, shown: may("READ_REGISTER"), end: false },
    {
      to: "/quan-tri/mau-bao-cao",
      label: m.nav.reportTemplate,
      Icon: IconTemplate,
      shown: may("READ_REGISTER"),
      end: false,
    },
    { to: "/quan-tri/he-thong", label: m.nav.system, Icon: IconActivity, shown: may("READ_AUDIT"), end: false },
    {
      to: "/quan-tri/sua-ket-qua-doc",
      label: m.nav.corrections,
      Icon: IconPencilCheck,
      shown: may("READ_AUDIT"),
      end: false,
    },
    { to: "/quan-tri/nhat-ky", label: m.nav.audit, Icon: IconHistory, shown: may("READ_AUDIT"), end: false },
  ].filter((e) => e.shown);

  const entry = ({ to, label, Icon, end }: (typeof work)[number]) => (
    <li key={to}>
      <NavLink to={to} end={end}>
        <Icon size={18} aria-hidden />
        <span>{label}</span>
      </NavLink>
    </li>
  );

  return (
    <div className="shell">
      {/* within the router: a notice may hold a link */}
      <Notifications position="bottom-left" limit={3} />
      <a className="skip" href="#content">
        {m.skipToContent}
      </a>
      <header className="bar">
        <Burger
          className="burger"
          opened={menu}
          onClick={() => setMenu(!menu)}
          size="sm"
          aria-label={m.nav.menu}
          aria-expanded={menu}
          aria-controls="navigation"
        />
        <Link className="brand" to="/">
          <span className="brand-long">{m.product}</span>
          <span className="brand-short">{m.shortProduct}</span>
        </Link>
        <search className="asking">
          <form
            onSubmit={(e) => {
              e.preventDefault();
              if (asked.trim() !== "") navigate(`/tim-kiem?q=${encodeURIComponent(asked.trim())}`);
            }}
          >
            <IconSearch size={16} aria-hidden />
            <input
              type="search"
              aria-label={m.searchBox.label}
              placeholder={m.searchBox.placeholder}
              value={asked}
              onChange={(e) => setAsked(e.currentTarget.value)}
            />
            <button
              type="button"
              className="palette-key"
              aria-label={`${m.palette.title} (Ctrl K)`}
              onClick={() => setPalette(true)}
            >
              Ctrl K
            </button>
          </form>
        </search>
        <Menu position="bottom-end" width={240} withinPortal>
          <Menu.Target>
            <button type="button" className="account" aria-label={`${m.nav.account}: ${me.displayName}`}>
              <IconUser size={18} aria-hidden />
              <span>
                <strong>{me.displayName}</strong>
                <span className="small soft">{me.organisation.name}</span>
              </span>
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Label>{m.roles[me.role] ?? me.role}</Menu.Label>
            <Menu.Item component={Link} to="/mat-khau">
              {m.nav.password}
            </Menu.Item>
            <Menu.Item component="a" href="/" target="_blank">
              {m.nav.public}
            </Menu.Item>
            <Menu.Item onClick={() => change(language === "vi" ? "en" : "vi")} lang={language === "vi" ? "en" : "vi"}>
              {m.nav.language}
            </Menu.Item>
            <Menu.Divider />
            <Menu.Item onClick={() => signOut.mutate()}>{m.nav.signOut}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
        <ActionIcon
          className="scheme"
          variant="subtle"
          color="gray"
          aria-label={scheme === "dark" ? m.nav.light : m.nav.dark}
          onClick={() => setColorScheme(scheme === "dark" ? "light" : "dark")}
        >
          {scheme === "dark" ? <IconSun size={18} aria-hidden /> : <IconMoon size={18} aria-hidden />}
        </ActionIcon>
      </header>
      <nav id="navigation" className={menu ? "side open" : "side"} aria-label={m.nav.label}>
        <ul className="plain">{work.map(entry)}</ul>
        <p className="side-title">{m.nav.admin}</p>
        <ul className="plain">{admin.map(entry)}</ul>
      </nav>
      <main id="content" tabIndex={-1} aria-busy={moving}>
        <Outlet />
      </main>
      {palette && (
        <Suspense fallback={null}>
          <Palette onClose={() => setPalette(false)} commands={[...work, ...admin]} />
        </Suspense>
      )}
    </div>
  );
}
