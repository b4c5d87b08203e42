/** The anchor of a provision's article in its document's text: "điểm đ khoản 2 Điều 12a" → "art_12a"; null where no article is named. */
export function anchorOf(provision: string | null | undefined): string | null {
  const found = /Điều\s+(\d+)([a-zđ]?)(?![\p{L}])/iu.exec((provision ?? "").normalize("NFC"));
  if (found === null) return null;
  const letter = (found[2] ?? "").toLowerCase().replace("đ", "dd");
  return `art_${found[1]}${letter}`;
}
