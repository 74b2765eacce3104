/** Checklist: how the answers fall out, told below the questions. Nothing is stored or sent. */

const $ = (id) => document.getElementById(id);
const questions = [...document.querySelectorAll(".question")];

/** Whether the chosen answer speaks for a partnership; null where none is chosen. */
function speaksFor(question) {
  const chosen = question.querySelector(":checked");
  if (!chosen) return null;
  return (chosen.value === "yes") === question.classList.contains("question-good-ja");
}

function show() {
  const answers = questions.map(speaksFor);
  const against = questions.filter((_, place) => answers[place] === false);
  const answered = answers.filter((answer) => answer !== null).length;
  $("resultat").textContent = answered
    ? `${answered} av ${questions.length} frågor är besvarade: ${answered - against.length} svar talar för ett IOP, ${against.length} behöver ni titta närmare på.`
    : "Inga frågor är besvarade än.";
  $("att-ta-upp").hidden = against.length === 0;
  $("att-ta-upp").lastElementChild.replaceChildren(...against.map(line));
}

/** The question as a link to it, with what its answer means. */
function line(question) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = `#${question.id}`;
  link.textContent = question.querySelector("legend").textContent;
  const meaning = question.querySelector(".answer:has(:checked) p").textContent;
  item.append(link, document.createElement("br"), meaning);
  return item;
}

$("fragor").addEventListener("change", show);
$("borja-om").addEventListener("click", () => {
  for (const chosen of $("fragor").querySelectorAll(":checked")) chosen.checked = false;
  show();
});
$("skriv-ut").addEventListener("click", () => window.print());
show();
