import { createBrowserRouter } from "react-router";
import { NotFoundPage } from "./shell/NotFoundPage";
import { PageError } from "./shell/PageError";
import { Shell } from "./shell/Shell";

/** Each page is fetched when it is opened; addresses are Vietnamese, as they are sent in letters. */
export const routes = createBrowserRouter(
  [
    { path: "/dang-nhap", lazy: () => import("./features/session/LoginPage"), ErrorBoundary: PageError },
    {
      path: "/",
      Component: Shell,
      ErrorBoundary: PageError,
      children: [
        {
          ErrorBoundary: PageError,
          children: [
            { index: true, lazy: () => import("./features/home/HomePage") },
            { path: "viec/don-vi", lazy: () => import("./features/home/UnitPage") },
            { path: "mat-khau", lazy: () => import("./features/session/PasswordPage") },
            { path: "ho-so", lazy: () => import("./features/drafting/DossiersPage") },
            { path: "ho-so/dang-ky", lazy: () => import("./features/drafting/RegisterPage") },
            { path: "ho-so/:id", lazy: () => import("./features/drafting/DossierPage") },
            { path: "tham-dinh", lazy: () => import("./features/appraisal/QueuePage") },
            { path: "tham-dinh/:id", lazy: () => import("./features/appraisal/BenchPage") },
            { path: "tiep-nhan", lazy: () => import("./features/intake/IntakePage") },
            { path: "tiep-nhan/dot/:id", lazy: () => import("./features/intake/BatchPage") },
            { path: "tiep-nhan/xac-nhan", lazy: () => import("./features/intake/DeskPage") },
            { path: "tiep-nhan/xac-nhan/:id", lazy: () => import("./features/intake/DeskPage") },
            { path: "hieu-luc/cho-quyet", lazy: () => import("./features/intake/ProposalsPage") },
            { path: "bang-tinh", lazy: () => import("./features/sheet/SheetsPage") },
            { path: "bang-tinh/:id", lazy: () => import("./features/sheet/SheetPage") },
            { path: "ra-soat", lazy: () => import("./features/review/ReviewsPage") },
            { path: "ra-soat/can-cu/:id", lazy: () => import("./features/review/ChangePage") },
            { path: "ra-soat/no-van-ban/:id", lazy: () => import("./features/review/DutyPage") },
            { path: "ra-soat/:id", lazy: () => import("./features/review/ReviewPage") },
            { path: "van-ban", lazy: () => import("./features/register/RegisterPage") },
            { path: "van-ban/:id", lazy: () => import("./features/register/DocumentPage") },
            { path: "tim-kiem", lazy: () => import("./features/search/SearchPage") },
            { path: "quan-tri/nguoi-dung", lazy: () => import("./features/people/UsersPage") },
            { path: "quan-tri/co-quan", lazy: () => import("./features/people/OrganisationsPage") },
            { path: "quan-tri/thu-tuc", lazy: () => import("./features/procedure/ProceduresPage") },
            { path: "quan-tri/thu-tuc/:code", lazy: () => import("./features/procedure/ProcedurePage") },
            { path: "quan-tri/thu-tuc/:code/sua", lazy: () => import("./features/procedure/CorrectPage") },
            { path: "quan-tri/lich", lazy: () => import("./features/procedure/CalendarPage") },
            { path: "quan-tri/mau-bao-cao", lazy: () => import("./features/appraisal/TemplatePage") },
            { path: "quan-tri/he-thong", lazy: () => import("./features/system/SystemPage") },
            { path: "quan-tri/sua-ket-qua-doc", lazy: () => import("./features/intake/CorrectionsPage") },
            { path: "quan-tri/nhat-ky", lazy: () => import("./features/audit/AuditPage") },
            { path: "huong-dan", lazy: () => import("./features/guide/GuidePage") },
            { path: "huong-dan/:name", lazy: () => import("./features/guide/GuidePage") },
            { path: "*", Component: NotFoundPage },
          ],
        },
      ],
    },
  ],
  { basename: "/lam-viec" },
);
