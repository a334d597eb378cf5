"use strict";
// Lines from each statement of an argument to the one that it belongs to. The words of each say the same.

const SVG = "http://www.w3.org/2000/svg";

function drawLines() {
  const table = document.querySelector(".argument");
  const frame = table && table.parentElement;
  if (!frame) return;
  frame.querySelector(".lines")?.remove();
  const lines = document.createElementNS(SVG, "svg");
  lines.setAttribute("class", "lines");
  lines.setAttribute("aria-hidden", "true");
  lines.setAttribute("width", table.offsetWidth);
  lines.setAttribute("height", table.offsetHeight);
  const at = frame.getBoundingClientRect();
  const place = (element) => {
    const box = element.getBoundingClientRect();
    return { left: box.left - at.left + frame.scrollLeft, top: box.top - at.top, width: box.width, height: box.height };
  };
  for (const turn of table.querySelectorAll("[data-against]")) {
    const other = document.getElementById(turn.dataset.against);
    if (!other) continue;
    const line = document.createElementNS(SVG, "path");
    line.setAttribute("class", turn.dataset.kind + ("unsure" in turn.dataset ? " unsure" : ""));
    line.setAttribute("d", between(place(turn), place(other)));
    lines.append(line);
  }
  frame.append(lines);
}

// A curve from the label of a statement to the edge of the other that is nearest.
function between(one, other) {
  const y1 = one.top + 16, y2 = other.top + other.height - 16;
  if (Math.abs(one.left - other.left) < 4) {
    const x = one.left, out = x - 12;
    return `M${x},${y1} C${out},${y1} ${out},${y2} ${x},${y2}`;
  }
  const right = one.left > other.left;
  const x1 = right ? one.left : one.left + one.width;
  const x2 = right ? other.left + other.width : other.left;
  const middle = (x1 + x2) / 2;
  return `M${x1},${y1} C${middle},${y1} ${middle},${y2} ${x2},${y2}`;
}

new ResizeObserver(drawLines).observe(document.querySelector(".argument") ?? document.body);
