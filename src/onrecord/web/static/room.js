"use strict";
// What the room does better with JavaScript. Everything works without.

// The words, cue and source of a statement, and its card, are lit together.
function light(event) {
  const at = event.target.closest?.("[data-of]");
  for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
  if (!at) return;
  for (const other of document.querySelectorAll(`[data-of="${CSS.escape(at.dataset.of)}"]`)) other.classList.add("lit");
}

// A link to a card opens it.
function openCard() {
  // Every id is in ASCII; what is no id may not be decodable either.
  const card = location.hash && document.getElementById(location.hash.slice(1));
  const details = card && card.closest("details");
  if (details) details.open = true;
}

document.addEventListener("mouseover", light);
document.addEventListener("focusin", light);
window.addEventListener("hashchange", openCard);
openCard();
