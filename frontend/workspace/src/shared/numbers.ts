const WHOLE = new Intl.NumberFormat("vi-VN");
const ONE = new Intl.NumberFormat("vi-VN", { maximumFractionDigits: 1 });

/** 1234.5 as "1.234,5". */
export function showNumber(value: number): string {
  return Number.isInteger(value) ? WHOLE.format(value) : ONE.format(value);
}

export function showSize(bytes: number): string {
  if (bytes < 1024) return `${WHOLE.format(bytes)} B`;
  if (bytes < 1024 * 1024) return `${ONE.format(bytes / 1024)} kB`;
  if (bytes < 1024 * 1024 * 1024) return `${ONE.format(bytes / 1024 / 1024)} MB`;
  return `${ONE.format(bytes / 1024 / 1024 / 1024)} GB`;
}

export function showPercent(share: number): string {
  return `${WHOLE.format(Math.round(share * 100))} %`;
}
