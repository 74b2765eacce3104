// Lets Escape put away the explanation of a term. Without this file explanations still come and go with pointer and focus.
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") document.documentElement.classList.add("terms-away");
});
for (const kind of ["focusin", "pointerover"]) {
  document.addEventListener(kind, (event) => {
    if (event.target.closest(".term")) document.documentElement.classList.remove("terms-away");
  });
}
