"use strict";
// A page may be dropped anywhere on the form: a file takes the place of the chosen one, a text that of the pasted one.

const form = document.querySelector("form.adding");
const zone = form.querySelector(".drop");
const file = form.elements.file;
const told = form.querySelector(".dropped");

for (const kind of ["dragover", "drop"]) document.addEventListener(kind, (event) => {
  // Else the browser would leave this page and show the file.
  if (event.dataTransfer.types.includes("Files") || form.contains(event.target)) event.preventDefault();
});
document.addEventListener("dragenter", (event) => zone.classList.toggle("over", event.dataTransfer.types.includes("Files")));
document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) zone.classList.remove("over"); });
document.addEventListener("drop", (event) => {
  zone.classList.remove("over");
  const data = event.dataTransfer;
  if (data.files.length) {
    file.files = data.files;
    told.textContent = data.files.length > 1 ? "Of several files the first is taken." : `${data.files[0].name} will be read.`;
  } else if (form.contains(event.target)) {
    form.elements.text.value = data.getData("text/html") || data.getData("text/plain");
  }
});
