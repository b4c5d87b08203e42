/** Every page of the public site, with the sample pack; the addresses that need an id ask the running backend for one. */
export async function publicPages(request) {
  const ask = async (path) => {
    const answer = await request.get(`/api/public/${path}`);
    if (!answer.ok()) throw new Error(`${path}: ${answer.status()}`);
    return answer.json();
  };
  // two bodies of the sample have this number; another document changed the words of one of them
  const number = "12/2023/QĐ-UBND";
  let changed;
  for (const hit of (await ask(`search?q=${encodeURIComponent(number)}`)).hits) {
    if (hit.number === number && (await ask(`documents/${hit.id}/versions`)).items.length > 1) changed = hit.id;
  }
  if (changed === undefined) throw new Error(`no document ${number} with more than one wording`);
  return [
    { name: "cong-khai-trang-chu", path: "/" },
    { name: "cong-khai-ket-qua", path: "/tim-kiem?q=h%E1%BB%97%20tr%E1%BB%A3" },
    { name: "cong-khai-khong-thay", path: "/tim-kiem?q=zzzzqqqq" },
    { name: "cong-khai-van-ban", path: `/van-ban/${changed}` },
    { name: "cong-khai-ban-goc", path: `/van-ban/${changed}/goc` },
    { name: "cong-khai-so-sanh", path: `/van-ban/${changed}/so-sanh` },
    { name: "cong-khai-cung-so", path: `/vb?so=${encodeURIComponent(number)}` },
    { name: "cong-khai-het-hieu-luc", path: "/het-hieu-luc?nam=2024" },
    { name: "cong-khai-du-lieu-mo", path: "/du-lieu-mo" },
    { name: "cong-khai-khong-co", path: "/van-ban/999999999" },
  ];
}

/** Every page of the workspace, by the name of its picture. The addresses that need an id ask the running backend for one. */
/** @param appraiser of the merged province, whose desk has dossiers of the sample */
export async function pages(request, appraiser) {
  const first = async (path, pick = (a) => a.items[0]?.id, who = request) => {
    const answer = await who.get(`/api${path}`);
    if (!answer.ok()) throw new Error(`${path}: ${answer.status()}`);
    return pick(await answer.json());
  };
  const document = await first("/documents?size=1");
  // a file read with certainty shows more of the desk than one that was not
  const item = await first(
    "/intake/items?state=READ&size=100",
    (a) => (a.items.find((x) => x.proposal.certain) ?? a.items[0])?.id,
  );
  // one of the sample whose words another document changed
  const changed = await first(`/documents?number=${encodeURIComponent("12/2023/QĐ-UBND")}&size=1`);
  // one with a change that is left to a person
  const byHand = await first("/documents?size=100", async (a) => {
    for (const { id } of a.items) {
      const hand = await request.get(`/api/documents/${id}/hand-wordings`);
      if (hand.ok() && (await hand.json()).left.length > 0) return id;
    }
  });
  const batch = await first("/intake/batches?size=1");
  const sheet = await first("/sheets?size=1");
  // the queue makes the sample's dossiers and lists of reviews after the start
  const soon = async (path, pick, who) => {
    for (let tries = 0; tries < 120; tries++) {
      const found = await first(path, pick, who);
      if (found !== undefined) return found;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    throw new Error(`${path}: nothing after a minute`);
  };
  const appraisal = await soon("/appraisals?size=1", (a) => a.items[0]?.dossierId, appraiser);
  const dossier = await soon("/dossiers?size=1", undefined, appraiser);
  const change = await soon("/reviews/changes?size=1");
  const review = await soon(`/reviews?change=${change}&size=1`);
  return [
    { name: "viec-cua-toi", path: "/" },
    { name: "tiep-nhan", path: "/tiep-nhan" },
    { name: "dot-tiep-nhan", path: `/tiep-nhan/dot/${batch}` },
    { name: "ban-xac-nhan", path: `/tiep-nhan/xac-nhan/${item}` },
    { name: "ban-xac-nhan-thong-tin", path: `/tiep-nhan/xac-nhan/${item}?o=facts` },
    { name: "hieu-luc-cho-quyet", path: "/hieu-luc/cho-quyet" },
    { name: "bang-tinh", path: "/bang-tinh" },
    { name: "bang-tinh-dong", path: `/bang-tinh/${sheet}` },
    { name: "van-ban", path: "/van-ban" },
    { name: "van-ban-toan-van", path: `/van-ban/${document}` },
    { name: "van-ban-hieu-luc", path: `/van-ban/${document}?tab=effect` },
    { name: "van-ban-quan-he", path: `/van-ban/${document}?tab=relations` },
    { name: "van-ban-so-do", path: `/van-ban/${changed}?tab=relations&kieu=so-do` },
    { name: "van-ban-so-sanh", path: `/van-ban/${changed}?xem=so-sanh` },
    ...(byHand ? [{ name: "van-ban-viet-tay", path: `/van-ban/${byHand}`, press: "Viết lời văn" }] : []),
    { name: "van-ban-tep", path: `/van-ban/${document}?tab=files` },
    { name: "van-ban-lich-su", path: `/van-ban/${document}?tab=history` },
    { name: "tim-kiem", path: "/tim-kiem?q=h%E1%BB%97%20tr%E1%BB%A3" },
    { name: "viec-cua-don-vi", path: "/viec/don-vi" },
    { name: "ho-so", path: "/ho-so", as: "thamdinh" },
    { name: "ho-so-bang", path: "/ho-so?xem=bang", as: "thamdinh" },
    { name: "ho-so-dang-ky", path: "/ho-so/dang-ky", as: "thamdinh" },
    { name: "ho-so-mot", path: `/ho-so/${dossier}`, as: "thamdinh" },
    { name: "ho-so-du-thao", path: `/ho-so/${dossier}?tab=drafts`, as: "thamdinh" },
    { name: "ho-so-giay-to", path: `/ho-so/${dossier}?tab=papers`, as: "thamdinh" },
    { name: "ho-so-lich-su", path: `/ho-so/${dossier}?tab=history`, as: "thamdinh" },
    { name: "tham-dinh", path: "/tham-dinh", as: "thamdinh" },
    { name: "ban-tham-dinh", path: `/tham-dinh/${appraisal}`, as: "thamdinh" },
    { name: "ban-tham-dinh-ket-luan", path: `/tham-dinh/${appraisal}?viec=conclusion`, as: "thamdinh" },
    { name: "ra-soat", path: "/ra-soat" },
    { name: "ra-soat-can-cu", path: `/ra-soat/can-cu/${change}` },
    { name: "ra-soat-van-ban", path: `/ra-soat/${review}` },
    { name: "no-van-ban", path: "/ra-soat?xem=duties" },
    { name: "mau-bao-cao", path: "/quan-tri/mau-bao-cao" },
    { name: "thu-tuc", path: "/quan-tri/thu-tuc" },
    { name: "thu-tuc-cac-buoc", path: "/quan-tri/thu-tuc/b-qd-tinh" },
    { name: "lich-lam-viec", path: "/quan-tri/lich?nam=2025" },
    { name: "co-quan", path: "/quan-tri/co-quan" },
    { name: "mat-khau", path: "/mat-khau" },
    { name: "huong-dan", path: "/huong-dan" },
    { name: "huong-dan-xac-nhan", path: "/huong-dan/xac-nhan" },
    { name: "sua-ket-qua-doc", path: "/quan-tri/sua-ket-qua-doc" },
    { name: "nguoi-dung", path: "/quan-tri/nguoi-dung", as: "admin" },
    { name: "sua-thu-tuc", path: "/quan-tri/thu-tuc/b-qd-tinh/sua", as: "admin" },
    { name: "he-thong", path: "/quan-tri/he-thong", as: "admin" },
    { name: "nhat-ky", path: "/quan-tri/nhat-ky", as: "admin" },
  ];
}
