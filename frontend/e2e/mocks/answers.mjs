const TEXT = `ỦY BAN NHÂN DÂN
TỈNH KON TUM
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 12/2023/QĐ-UBND
Kon Tum, ngày 05 tháng 3 năm 2023
QUYẾT ĐỊNH
Quy định mức hỗ trợ nhà ở cho hộ nghèo, hộ cận nghèo trên địa bàn tỉnh Kon Tum
ỦY BAN NHÂN DÂN TỈNH KON TUM
Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;
Căn cứ Nghị định số 07/2021/NĐ-CP ngày 27 tháng 01 năm 2021 của Chính phủ quy định chuẩn nghèo đa chiều giai đoạn 2021 - 2025;
Theo đề nghị của Giám đốc Sở Xây dựng.
QUYẾT ĐỊNH:
Chương I. QUY ĐỊNH CHUNG
Điều 1. Phạm vi điều chỉnh và đối tượng áp dụng
1. Quyết định này quy định mức hỗ trợ xây mới, sửa chữa nhà ở cho hộ nghèo, hộ cận nghèo.
2. Đối tượng áp dụng gồm hộ nghèo, hộ cận nghèo theo chuẩn nghèo đa chiều; cơ quan, tổ chức, cá nhân có liên quan.
Điều 2. Mức hỗ trợ
STT\tNội dung\tMức hỗ trợ (triệu đồng/hộ)
1\tXây mới\t44
2\tSửa chữa\t22
Điều 3. Hiệu lực thi hành
1. Quyết định này có hiệu lực kể từ ngày 20 tháng 3 năm 2023.
2. Bãi bỏ Điều 4 Quyết định số 33/2018/QĐ-UBND ngày 15 tháng 10 năm 2018 của Ủy ban nhân dân tỉnh.
3. Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc các sở, ban, ngành chịu trách nhiệm thi hành Quyết định này.
TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Y Ngọc`;

const span = (words) => {
  const start = TEXT.indexOf(words);
  return { start, end: start + words.length };
};
const field = (value, words, confidence = 0.99, reason) => ({
  value,
  ...span(words),
  confidence,
  certain: confidence > 0.9,
  reason,
});
const page = (items) => ({ items, total: items.length });

const item = (id, more = {}) => ({
  id,
  batchId: 1,
  fileName: `qd-${id}-2023-ubnd.docx`,
  size: 48213 * id,
  sha256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
  state: "READ",
  proposal: {
    number: `${10 + id}/2023/QĐ-UBND`,
    title: "Quy định mức hỗ trợ nhà ở cho hộ nghèo, hộ cận nghèo trên địa bàn tỉnh Kon Tum",
    issuedOn: "2023-03-05",
    type: "Quyết định",
    issuer: "Ủy ban nhân dân tỉnh Kon Tum",
    certain: id % 3 !== 0,
  },
  version: 0,
  actions: ["confirm", "skip"],
  ...more,
});
const items = [
  ...[1, 2, 3, 4, 5, 6].map((id) => item(id)),
  item(7, {
    fileName: "nghi quyet cu (ban quet).pdf",
    state: "FAILED",
    problem: { code: "SCANNED_NOT_READABLE" },
    proposal: { certain: false },
    actions: ["retry"],
  }),
  item(8, {
    fileName: "Quyết định giá đất.doc",
    state: "FAILED",
    problem: { code: "ENCRYPTED" },
    proposal: { certain: false },
    actions: ["retry"],
  }),
  item(9, {
    state: "CONFIRMED",
    documentId: 1,
    decidedBy: "Trần Quốc Bảo",
    decidedAt: "2026-11-24T09:12:00Z",
    actions: [],
  }),
];
const batch = (id, more) => ({
  id,
  name: "Hồ sơ 2023 của Sở Xây dựng",
  createdAt: "2026-11-24T08:01:00Z",
  createdBy: "Y Hạnh",
  state: "RUNNING",
  counts: { waiting: 180, reading: 2, read: 6, failed: 2, confirmed: 1, total: 191 },
  rate: 41.5,
  secondsLeft: 263,
  version: 1,
  actions: ["upload", "cancel"],
  ...more,
});
const row = (id, status, more = {}) => ({
  id,
  number: `${id + 11}/2023/QĐ-UBND`,
  type: "QUYET_DINH",
  typeLabel: "Quyết định",
  title: "Quy định mức hỗ trợ nhà ở cho hộ nghèo, hộ cận nghèo trên địa bàn tỉnh Kon Tum",
  issuer: "Ủy ban nhân dân tỉnh Kon Tum",
  level: "PROVINCE",
  issuedOn: "2023-03-05",
  effectiveFrom: "2023-03-20",
  status,
  statusLabel: null,
  statusOn: "2026-11-24",
  field: "Xây dựng",
  normative: true,
  published: id % 2 === 1,
  version: 0,
  ...more,
});
const rows = ["inForce", "partlyExpired", "expired", "notYet", "suspended", "unknown"].map((s, n) => row(n + 1, s));
const cause = {
  effectId: 1,
  kind: "COMMENCE",
  label: "Có hiệu lực",
  documentId: 1,
  document: "Quyết định 12/2023/QĐ-UBND",
  provision: "khoản 1 Điều 3",
  target: null,
  quote: "Quyết định này có hiệu lực kể từ ngày 20 tháng 3 năm 2023.",
  from: "2023-03-20",
  until: null,
  confirmedBy: "Y Hạnh",
  confirmedAt: "2026-11-24T09:12:00Z",
};
const organisations = [
  {
    id: 3,
    name: "Ủy ban nhân dân tỉnh Kon Tum",
    shortName: "UBND tỉnh",
    kind: "COMMITTEE",
    level: "PROVINCE",
    validFrom: "1991-10-01",
    validTo: "2025-07-01",
    predecessors: [],
    successors: [{ id: 4, name: "Ủy ban nhân dân tỉnh Quảng Ngãi" }],
    version: 0,
    actions: ["edit"],
  },
  {
    id: 4,
    name: "Ủy ban nhân dân tỉnh Quảng Ngãi",
    kind: "COMMITTEE",
    level: "PROVINCE",
    validFrom: "2025-07-01",
    predecessors: [{ id: 3, name: "Ủy ban nhân dân tỉnh Kon Tum" }],
    successors: [],
    version: 0,
    actions: ["edit"],
  },
];
const sheet = {
  id: 1,
  fileName: "Danh mục văn bản 2020-2023.xlsx",
  encoding: null,
  state: "CHECKED",
  headerRow: 3,
  rowCount: 214,
  columns: [
    { index: 0, header: "STT", sample: ["1", "2", "3"] },
    { index: 1, header: "Số, ký hiệu", field: "NUMBER", sample: ["12/2023/QĐ-UBND", "15/2019/QĐ-UBND"] },
    { index: 2, header: "Trích yếu", field: "TITLE", sample: ["Quy định mức hỗ trợ nhà ở", "Quy chế phối hợp"] },
    { index: 3, header: "Ngày ban hành", field: "ISSUED_ON", sample: ["05/03/2023", "31/02/2023"] },
  ],
  counts: { ok: 198, warning: 6, error: 4, duplicate: 6, imported: 0 },
  version: 2,
  actions: ["map", "import"],
};
const me = {
  id: 2,
  username: "lanhdao",
  displayName: "Nguyễn Thị Thu Hà",
  role: "DEPARTMENT_LEADER",
  organisation: { id: 9, name: "Sở Tư pháp tỉnh Kon Tum" },
  permissions: [
    "SIGNED_IN",
    "READ_REGISTER",
    "RECEIVE_FILES",
    "CONFIRM_READINGS",
    "EDIT_REGISTER",
    "PUBLISH",
    "MANAGE_PEOPLE",
    "OPERATE",
    "READ_AUDIT",
  ],
  locale: "vi",
  mustChangePassword: false,
};
const reading = {
  fields: {
    number: field("12/2023/QĐ-UBND", "12/2023/QĐ-UBND"),
    type: field("Quyết định", "QUYẾT ĐỊNH"),
    issuer: field("ỦY BAN NHÂN DÂN TỈNH KON TUM", "ỦY BAN NHÂN DÂN\nTỈNH KON TUM"),
    issuedOn: field("2023-03-05", "ngày 05 tháng 3 năm 2023"),
    title: field(
      "Quy định mức hỗ trợ nhà ở cho hộ nghèo, hộ cận nghèo trên địa bàn tỉnh Kon Tum",
      "Quy định mức hỗ trợ nhà ở cho hộ nghèo, hộ cận nghèo trên địa bàn tỉnh Kon Tum",
      0.82,
      "Trích yếu dài hai dòng",
    ),
    effectiveFrom: field("2023-03-20", "ngày 20 tháng 3 năm 2023"),
    signer: field("Y Ngọc", "Y Ngọc"),
    capacity: field("Phó Chủ tịch", "PHÓ CHỦ TỊCH"),
    place: field("Kon Tum", "Kon Tum, ngày"),
    normative: field(true, ""),
  },
  issuerMatch: { organisationId: 3, name: "Ủy ban nhân dân tỉnh Kon Tum" },
  bases: [
    {
      title: "Luật Tổ chức chính quyền địa phương",
      issuedOn: "2015-06-19",
      relation: "BASED_ON",
      ...span("Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015"),
      confidence: 0.95,
    },
    {
      number: "07/2021/NĐ-CP",
      title: "quy định chuẩn nghèo đa chiều giai đoạn 2021 - 2025",
      issuedOn: "2021-01-27",
      relation: "BASED_ON",
      ...span("Nghị định số 07/2021/NĐ-CP ngày 27 tháng 01 năm 2021"),
      confidence: 0.99,
    },
  ],
  citations: [],
  effects: [
    {
      kind: "commence",
      self: true,
      from: "2023-03-20",
      causeProvision: "khoản 1 Điều 3",
      ...span("Quyết định này có hiệu lực kể từ ngày 20 tháng 3 năm 2023."),
      confidence: 0.98,
    },
    {
      kind: "repeal",
      self: false,
      target: "33/2018/QĐ-UBND",
      targetProvision: "Điều 4",
      causeProvision: "khoản 2 Điều 3",
      ...span("Bãi bỏ Điều 4 Quyết định số 33/2018/QĐ-UBND"),
      confidence: 0.96,
    },
  ],
  outline: [
    "Chương I. QUY ĐỊNH CHUNG",
    "Điều 1. Phạm vi điều chỉnh",
    "Điều 2. Mức hỗ trợ",
    "Điều 3. Hiệu lực thi hành",
  ].map((words, n) => ({
    eId: n === 0 ? "chp_I" : `art_${n}`,
    level: n === 0 ? "CHAPTER" : "ARTICLE",
    number: words.split(".")[0],
    label: words.split(".")[0],
    heading: words.split(". ")[1],
    ...span(words),
    depth: n === 0 ? 0 : 1,
  })),
  encoding: "UNICODE",
  conversions: [],
  doubtfulWords: [],
  scannedPages: [],
};
const history = [
  {
    id: 3,
    at: "2026-11-24T10:05:00Z",
    actor: { id: 2, displayName: "Nguyễn Thị Thu Hà" },
    action: "publish",
    object: "document:1",
    changes: [],
    sealed: false,
  },
  {
    id: 2,
    at: "2026-11-24T09:40:00Z",
    actor: { id: 5, displayName: "Trần Quốc Bảo" },
    action: "correct",
    object: "document:1",
    changes: [
      { field: "title", old: "Quy định mức hỗ trợ", now: "Quy định mức hỗ trợ nhà ở cho hộ nghèo" },
      { field: "reason", old: null, now: "Trích yếu thiếu so với bản gốc" },
    ],
    sealed: true,
  },
  {
    id: 1,
    at: "2026-11-24T09:12:00Z",
    actor: { id: 3, displayName: "Y Hạnh" },
    action: "confirm",
    object: "document:1",
    changes: [
      { field: "number", old: null, now: "12/2023/QĐ-UBND" },
      { field: "issuedOn", old: null, now: "2023-03-05" },
    ],
    sealed: true,
  },
];

export function answers(method, path, query, cookie) {
  const ok = (body) => ({ status: 200, body });
  if (path === "/session" && method === "POST") return { status: 200, body: me, cookie: "mock=1; Path=/" };
  if (path === "/session" && method === "GET")
    return cookie.includes("mock=1")
      ? ok(me)
      : { status: 401, body: { type: "urn:qppl:problem:not-signed-in", status: 401 } };
  if (path === "/home")
    return ok({
      waiting: { toConfirm: 14, failed: 2, doubtful: 5, batchesRunning: 1 },
      recent: rows.slice(0, 4),
      actions: [],
    });
  if (path === "/intake/batches" && method === "GET")
    return ok(
      page([
        batch(1),
        batch(2, {
          name: "Văn bản huyện Đắk Tô",
          state: "DONE",
          counts: { read: 12, confirmed: 40, failed: 0, total: 52 },
          secondsLeft: 0,
          actions: ["upload"],
        }),
      ]),
    );
  if (path.match(/^\/intake\/batches\/\d+$/)) return ok(batch(1));
  if (path === "/intake/items")
    return ok(page(query.get("state") ? items.filter((i) => i.state === query.get("state")) : items));
  if (path.match(/^\/intake\/items\/\d+\/confirm$/))
    return {
      status: 409,
      body: {
        type: "urn:qppl:problem:intake-decided-meanwhile",
        status: 409,
        changedBy: "Trần Quốc Bảo",
        changedAt: "2026-11-24T09:58:00Z",
        state: "CONFIRMED",
        documentId: 1,
      },
    };
  const one = path.match(/^\/intake\/items\/(\d+)$/);
  if (one) {
    const id = Number(one[1]);
    return ok({
      item: item(id),
      reading,
      text: TEXT,
      duplicates:
        id === 2
          ? [
              {
                documentId: 5,
                number: "12/2023/QĐ-UBND",
                title: "Ban hành Quy chế quản lý cụm công nghiệp trên địa bàn tỉnh",
                issuer: "Ủy ban nhân dân tỉnh Quảng Ngãi",
                issuedOn: "2023-03-07",
                why: "SAME_NUMBER_OTHER_ISSUER",
              },
            ]
          : [],
      queue: { left: 6, previousId: id > 1 ? id - 1 : null, nextId: id < 6 ? id + 1 : null },
    });
  }
  if (path === "/sheets") return ok(page([sheet]));
  if (path === "/sheets/1") return ok(sheet);
  if (path === "/sheets/1/rows")
    return ok(
      page([
        {
          row: 17,
          state: "ERROR",
          values: {
            NUMBER: "15/2019/QĐ-UBND",
            TITLE: "Ban hành Quy chế phối hợp quản lý nhà nước về giá",
            ISSUED_ON: "31/02/2023",
          },
          problems: [{ field: "ISSUED_ON", code: "NO_SUCH_DAY", value: "31/02/2023" }],
        },
        {
          row: 42,
          state: "ERROR",
          values: { NUMBER: "không số", TITLE: "Quyết định về phân cấp quản lý", ISSUED_ON: "12/05/2021" },
          problems: [{ field: "NUMBER", code: "NOT_A_NUMBER", value: "không số" }],
        },
      ]),
    );
  if (path === "/documents") return ok({ items: rows, total: 60, next: "x", totalIsLowerBound: false });
  if (path === "/documents/by-number")
    return ok([
      {
        id: 1,
        number: "12/2023/QĐ-UBND",
        type: "Quyết định",
        title: rows[0].title,
        issuer: rows[0].issuer,
        issuedOn: "2023-03-05",
        stub: false,
      },
    ]);
  if (path === "/documents/1")
    return ok({
      ...rows[0],
      issuerNow: ["Ủy ban nhân dân tỉnh Quảng Ngãi"],
      signer: "Y Ngọc",
      capacity: "Phó Chủ tịch",
      place: "Kon Tum",
      stub: false,
      status: {
        code: "inForce",
        label: "Còn hiệu lực",
        on: query.get("on") ?? "2026-11-24",
        since: "2023-03-20",
        causes: [cause],
      },
      publication: { at: "2026-11-24T10:05:00Z", by: "Nguyễn Thị Thu Hà" },
      confirmation: { at: "2026-11-24T09:12:00Z", by: "Y Hạnh" },
      files: [
        {
          id: 1,
          fileName: "qd-12-2023-ubnd.docx",
          mediaType: "x",
          size: 48213,
          sha256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
          addedAt: "2026-11-24T09:12:00Z",
          addedBy: "Y Hạnh",
          role: "ORIGINAL",
        },
      ],
      bases: [],
      actions: ["edit", "addEffect", "addFile", "withdraw"],
    });
  if (path === "/documents/1/text")
    return ok({
      text: TEXT,
      start: 0,
      part: 1,
      parts: 1,
      outline: reading.outline.map((h) => ({ ...h, line: TEXT.slice(h.start, h.end).split("\n")[0], part: 1 })),
      fileId: 1,
      encoding: "UNICODE",
      scannedPages: [],
    });
  if (path === "/documents/1/effects")
    return ok([
      {
        id: 1,
        direction: "ON_THIS",
        documentId: 1,
        document: "Quyết định 12/2023/QĐ-UBND",
        effect: cause,
        recordedBy: "Y Hạnh",
        recordedAt: "2026-11-24T09:12:00Z",
      },
      {
        id: 2,
        direction: "BY_THIS",
        documentId: 9,
        document: "Quyết định 33/2018/QĐ-UBND",
        effect: {
          ...cause,
          effectId: 2,
          kind: "REPEAL",
          label: "Bãi bỏ",
          target: "Điều 4",
          provision: "khoản 2 Điều 3",
          quote: "Bãi bỏ Điều 4 Quyết định số 33/2018/QĐ-UBND.",
        },
        recordedBy: "Y Hạnh",
        recordedAt: "2026-11-24T09:12:00Z",
        retracted: { by: "Nguyễn Thị Thu Hà", at: "2026-11-24T10:00:00Z", why: "Ghi nhầm điều" },
      },
    ]);
  if (path === "/documents/1/relations")
    return ok([
      {
        kind: "BASED_ON",
        label: "Căn cứ",
        direction: "OUT",
        documentId: 7,
        number: "07/2021/NĐ-CP",
        title: "Nghị định quy định chuẩn nghèo đa chiều giai đoạn 2021 - 2025",
        stub: true,
        status: "unknown",
      },
      {
        kind: "REPEALS",
        label: "Bãi bỏ một phần",
        direction: "OUT",
        documentId: 9,
        number: "33/2018/QĐ-UBND",
        title: "Quyết định về hỗ trợ nhà ở",
        stub: false,
        provision: "Điều 4",
        from: "2023-03-20",
        status: "partlyExpired",
      },
    ]);
  if (path === "/search")
    return ok({
      total: 12,
      hits: rows.slice(0, 3).map((r) => ({
        id: r.id,
        number: r.number,
        type: r.type,
        issuer: r.issuer,
        title: r.title,
        titleHtml: "Quy định mức <mark>hỗ trợ</mark> <mark>nhà ở</mark> cho hộ nghèo, hộ cận nghèo",
        issuedOn: r.issuedOn,
        status: r.status,
        passages: [
          {
            address: "art_1",
            label: "Điều 1",
            html: "quy định mức <mark>hỗ trợ</mark> xây mới, sửa chữa <mark>nhà ở</mark> cho hộ nghèo",
          },
        ],
      })),
      facets: {
        type: [
          { value: "QUYET_DINH", label: "Quyết định", count: 9 },
          { value: "NGHI_QUYET", label: "Nghị quyết", count: 3 },
        ],
        status: [
          { value: "inForce", label: "", count: 8 },
          { value: "expired", label: "", count: 4 },
        ],
        level: [{ value: "PROVINCE", label: "", count: 12 }],
        year: [{ value: "2023", label: "2023", count: 7 }],
        issuer: [],
      },
      tookMs: 11,
    });
  if (path === "/organisations") return ok(page(organisations));
  if (path === "/users")
    return ok(
      page([
        { ...me, active: true, version: 0, actions: ["edit", "resetPassword"] },
        {
          ...me,
          id: 3,
          username: "chuyenvien",
          displayName: "Y Hạnh",
          role: "DEPARTMENT_OFFICER",
          active: true,
          mustChangePassword: true,
          version: 0,
          actions: ["edit", "resetPassword", "deactivate"],
        },
      ]),
    );
  if (path === "/history") return ok(page(history));
  if (path === "/system/health")
    return ok({
      status: "UP",
      database: "UP",
      queue: { waiting: 4, running: 2, failed: 1, oldestSeconds: 3 },
      indexes: [
        { name: "staff", documents: 60, lagSeconds: 0, failures: 0, state: "READY", schema: "3" },
        { name: "public", documents: 41, lagSeconds: 0, failures: 0, state: "READY", schema: "3" },
      ],
      disk: { freeBytes: 84e9 },
      extraction: { alive: true, restarts: 1 },
      ocr: { available: false },
    });
  if (path === "/system/queue")
    return ok(
      page([
        {
          task: "index",
          id: "document:17",
          state: "FAILED",
          attempts: 3,
          nextAt: "2026-11-24T10:30:00Z",
          lastError: "Không mở được chỉ mục",
        },
      ]),
    );
  return { status: 404, body: { type: "urn:qppl:problem:not-found", status: 404 } };
}
