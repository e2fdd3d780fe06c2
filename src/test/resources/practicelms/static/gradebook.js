// Keeps the gradebook up to date; says a word only when something changed.
const box = document.getElementById("gradebook-box");
const news = document.getElementById("news");
let before = null;

async function refresh() {
  if (document.hidden) {
    return;
  }
  const response = await fetch("/gradebook").catch(() => null);
  if (!response || !response.ok) {
    return;
  }
  const html = await response.text();
  if (html !== before) {
    box.innerHTML = html;
    if (before !== null) {
      news.textContent = "The gradebook changed at " + new Date().toLocaleTimeString() + ".";
    }
  }
  before = html;
}

refresh();
setInterval(refresh, 1000);
