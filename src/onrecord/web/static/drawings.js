"use strict";
// Drawings of tables by Observable Plot. All that is drawn stands in the rows of a table, as `data-` attributes.

const CLASS = "plot";
const DAY = 86_400_000;
// Narrower drawings, and those of more speakers, have the names below them.
const NARROW = 560, NAMES = 6;
const colour = (number) => `var(--c${number || 0})`;
const KINDS = {
  denies: colour(2), rejects: colour(2), contradicts: colour(2), revises: colour(5), supports: colour(3), answers: colour(1),
};

// Plot puts a style element into what it draws, which the page's policy refuses; its rules are in drawings.css.
// The links are in the table too, so that these need not be reached by the keyboard.
function attach(figure, drawn, { caption = "", names = [] }) {
  for (const style of drawn.querySelectorAll("style")) style.remove();
  for (const link of drawn.querySelectorAll("a")) link.setAttribute("tabindex", "-1");
  drawn.setAttribute("aria-hidden", "true");
  figure.replaceChildren(drawn);
  const told = element("figcaption", "");
  for (const [name, number] of names) told.append(element("span", name, `legend c${number}`), " ");
  if (names.length) told.append(element("br", ""));
  told.append(caption);
  if (told.textContent) figure.append(told);
}

function element(tag, text, classes = "") {
  return Object.assign(document.createElement(tag), { textContent: text, className: classes });
}

function dayOf(text) {
  return text ? new Date(`${text.slice(0, 10)}T00:00:00Z`) : null;
}

// The days from left to right, and behind them a lane for what has no date: where it is, and what is drawn of the axis.
function timeOf(rows, width) {
  const dated = rows.filter((row) => row.day);
  const [first, last] = d3.extent(dated, (row) => row.day);
  const beside = dated.length ? Math.max((last - first) * 0.06, DAY) : 0;
  const begin = dated.length ? +first - beside : 0, end = dated.length ? +last + beside : 0;
  const share = Math.min(1, Math.max(0.12, 100 / width, (rows.length - dated.length) / rows.length));
  const room = dated.length < rows.length ? (dated.length ? (end - begin) * share : DAY) : 0;
  // The undated are spread over their lane in the order of the table.
  const undated = rows.filter((row) => !row.day);
  const places = new Map(undated.map((row, place) => [row, new Date(end + (room * (place + 1)) / (undated.length + 1))]));
  const most = Math.max(2, Math.floor(width / 110));
  const ticks = !dated.length ? [] : (end - begin) / DAY <= most ? d3.utcDay.range(d3.utcDay.ceil(begin), end + 1) : d3.utcTicks(begin, end, most);
  return {
    at: (row) => row.day ?? places.get(row),
    scale: { type: "utc", domain: [new Date(begin), new Date(end + room)], label: null },
    axis: (options = {}) => [
      Plot.gridX(ticks), Plot.axisX(ticks, { label: null, ...options }),
      ...(room ? [Plot.text([new Date(end + room / 2)], { x: (at) => at, text: () => "no date", frameAnchor: "bottom", dy: 16, fill: "var(--faint)", ...options })] : []),
    ],
    edge: room && dated.length ? [Plot.ruleX([new Date(end)], { stroke: "var(--faint)", strokeDasharray: "3 4" })] : [],
  };
}

// A short line across.
const BAR = { draw(context, size) { const half = Math.sqrt(size); context.moveTo(-half, 0); context.lineTo(half, 0); } };

function figureOf(row) {
  const { unit = "", low, high, value, who, told, at, colour: number } = row.dataset;
  const bound = (text) => (text === undefined ? null : Number(text));
  return {
    id: row.id, day: dayOf(row.dataset.day), unit, low: bound(low ?? value), high: bound(high ?? value), who, told, href: at, number,
    hedged: "hedged" in row.dataset, stroke: colour(number), value: bound(low ?? value ?? high),
    links: [...row.querySelectorAll("[data-to]")].map((one) => ({ ...one.dataset, unsure: "unsure" in one.dataset })),
  };
}

function drawFigures(figure, table, width) {
  const all = [...table.querySelectorAll("tr[data-told]")].map(figureOf);
  // Where figures have several units, those of the commonest are drawn.
  const [unit] = d3.greatest(d3.rollup(all, (some) => some.length, (row) => row.unit), ([, count]) => count);
  const rows = all.filter((row) => row.unit === unit && row.value !== null);
  const time = timeOf(rows, width);
  const at = new Map(rows.map((row) => [row.id, row]));
  const edges = rows.flatMap((row) => row.links.filter((link) => at.has(link.to)).map((link) => ({ ...link, from: row, to: at.get(link.to) })));
  const values = rows.flatMap((row) => [row.low, row.high]).filter((value) => value !== null);
  const wide = d3.min(values) > 0 && d3.max(values) / d3.min(values) > 200;
  const last = [...d3.rollup(rows, (some) => some.at(-1), (row) => row.who).values()];
  const below = width < NARROW || last.length > NAMES;
  const ranges = rows.filter((row) => row.low !== null && row.high !== null && row.low < row.high);
  const open = rows.filter((row) => (row.low === null) !== (row.high === null));
  const dots = rows.filter((row) => !ranges.includes(row));
  const shared = { x: time.at, href: "href", title: (row) => `${row.who}: ${row.told}`, stroke: "stroke" };
  const caption = [
    all.length > rows.length ? `Drawn are figures ${unit ? `in ${unit}` : "without a unit"}.` : "",
    dots.some((row) => row.hedged) ? "Hollow: about, or hedged otherwise." : "",
    ranges.length ? "A line: a range." : "",
    open.length ? "An arrow: or more, or less." : "",
  ];
  attach(figure, Plot.plot({
    className: CLASS, width, height: Math.min(420, Math.max(240, width * 0.4)), marginLeft: 70, marginRight: 24, marginTop: 24, marginBottom: 34,
    x: time.scale,
    y: { type: wide ? "log" : "linear", label: null, grid: true, nice: true, zero: !wide, ticks: wide ? 4 : 6, tickFormat: unit === "share" ? "%" : wide ? "~s" : undefined, insetTop: 16 },
    marks: [
      ...time.axis(), ...time.edge,
      Plot.arrow(edges, {
        x1: (edge) => time.at(edge.from), y1: (edge) => edge.from.value, x2: (edge) => time.at(edge.to), y2: (edge) => edge.to.value,
        stroke: (edge) => KINDS[edge.kind] ?? colour(0), strokeWidth: 1.3, strokeDasharray: (edge) => (edge.unsure ? "2 4" : null), bend: 18, insetStart: 8, insetEnd: 8, headLength: 7,
      }),
      Plot.text(edges, {
        x: (edge) => new Date((+time.at(edge.from) + +time.at(edge.to)) / 2), y: (edge) => (edge.from.value + edge.to.value) / 2,
        text: (edge) => edge.kind + (edge.unsure ? "?" : ""), fill: (edge) => KINDS[edge.kind] ?? colour(0), stroke: "var(--paper)", strokeWidth: 4, dy: -8,
      }),
      Plot.ruleX(ranges, { ...shared, y1: "low", y2: "high", strokeWidth: 3 }),
      Plot.dot(ranges, { ...shared, y: "low", symbol: BAR, r: 7, strokeWidth: 3 }), Plot.dot(ranges, { ...shared, y: "high", symbol: BAR, r: 7, strokeWidth: 3 }),
      Plot.vector(open, { ...shared, y: "value", rotate: (row) => (row.high === null ? 0 : 180), anchor: "start", length: 24, strokeWidth: 2 }),
      Plot.dot(dots, { ...shared, y: "value", r: 5, strokeWidth: 2, fill: (row) => (row.hedged ? "var(--paper)" : row.stroke) }),
      // The last claim of each speaker has the name above it, or beside an arrow.
      ...[false, true].map((up) => Plot.text(below ? [] : last.filter((row) => (row.high === null) === up), {
        x: time.at, y: (row) => row.high ?? row.low, text: "who", fill: "stroke", stroke: "var(--paper)", strokeWidth: 4, fontWeight: 600, dy: up ? -34 : -14, lineWidth: 14, textOverflow: "ellipsis",
      })),
    ],
  }), { caption: caption.filter(Boolean).join(" "), names: below ? last.map((row) => [row.who, row.number]) : [] });
}

// A lane for each act of speech and type of event, the dots of one day above each other.
function drawLanes(figure, table, width) {
  const rows = [...table.querySelectorAll("tr[data-told]")].map((row) => ({ ...row.dataset, day: dayOf(row.dataset.day), href: row.dataset.at, lane: row.dataset.row }));
  const time = timeOf(rows, width - 120);
  const lanes = [...new Set(rows.map((row) => row.lane))].sort((one, other) => /^[A-Z]/.test(one) - /^[A-Z]/.test(other) || d3.ascending(one, other));
  const highest = d3.max(d3.rollup(rows.filter((row) => row.day), (some) => some.length, (row) => `${row.lane} ${+row.day}`).values()) ?? 1;
  const r = Math.max(1.5, Math.min(4, 22 / highest)), high = Math.max(22, Math.min(52, highest * 2.2 * r + 8));
  const kinds = { said: 1, done: 5 };
  const there = Object.keys(kinds).filter((kind) => rows.some((row) => row.kind === kind));
  attach(figure, Plot.plot({
    className: CLASS, width, height: 40 + lanes.length * high, marginLeft: 110, marginRight: 16, marginTop: 6, marginBottom: 34,
    x: time.scale, fy: { domain: lanes, label: null, padding: 0.08 },
    marks: [
      Plot.axisFy({ anchor: "left", label: null, tickSize: 0, textAnchor: "end", dx: -6 }),
      ...time.axis({ facetAnchor: "bottom" }), ...time.edge,
      Plot.dot(rows, Plot.dodgeY("middle", { x: time.at, fy: "lane", r, fill: (row) => colour(kinds[row.kind]), href: "href", title: "told", padding: 0.5 })),
    ],
  }), { names: there.length > 1 ? there.map((kind) => [kind, kinds[kind]]) : [] });
}

const DRAWN = { figures: drawFigures, lanes: drawLanes };

for (const figure of document.querySelectorAll("[data-draw]")) {
  const table = document.getElementById(figure.dataset.of);
  let before = 0;
  const redraw = () => {
    const width = Math.floor(figure.clientWidth);
    if (width && width !== before) DRAWN[figure.dataset.draw](figure, table, (before = width));
  };
  redraw();
  addEventListener("resize", redraw);
}
