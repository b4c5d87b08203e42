// Without this script an anchor of another part lands on its entry in the contents; with it, the reader goes straight on.
function follow() {
  const wanted = decodeURIComponent(location.hash.slice(1));
  if (wanted === "" || document.getElementById(wanted)?.closest("article.text")) return;
  for (let around = wanted; around !== ""; around = around.includes("__") ? around.slice(0, around.lastIndexOf("__")) : "") {
    const link = document.getElementById(around)?.querySelector("a[href*='phan=']");
    if (link) {
      location.replace(`${link.href.split("#")[0]}#${encodeURIComponent(wanted)}`);
      return;
    }
  }
}
window.addEventListener("hashchange", follow);
follow();
