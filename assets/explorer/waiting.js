/**
 * Waiting: before the explorer is at work, rows it would not show need no layout, and a page that was asked for a
 * choice does not show everything first. Should a script not come, everything is shown.
 */
const root = document.documentElement;
root.classList.add("is-waiting");
if (window.location.search) root.classList.add("is-choosing");
window.addEventListener("error", () => root.classList.remove("is-waiting", "is-choosing"), true);
