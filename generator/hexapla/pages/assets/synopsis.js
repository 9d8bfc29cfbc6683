/* hexapla: the table of all versions: which of them are shown, and against which they are read. The first script
   loads this where there is such a table. */
(() => {
"use strict";
const own = window.hexapla, { all, place, makeButton } = own;

/* a text without marks of what is only there, or not there */
const unmark = part => {
  const copy = part.cloneNode(true);
  all(".hx-gap", copy).forEach(each => each.remove());
  all("mark", copy).forEach(each => { all(".hx-m", each).forEach(sign => sign.remove()); each.replaceWith(...each.childNodes) });
  copy.normalize();
  return copy;
};

own.columns = (root, words) => {
  const table = root.querySelector(".hx-syn");
  const said = JSON.parse(table.dataset.words);
  const heads = all(".hx-head", table);
  const ours = heads.find(head => head.querySelector(".hx-basemark"))?.dataset.v ?? "";
  const mark = table.querySelector(".hx-basemark"), aside = root.querySelector(".hx-isbase");
  const lead = root.querySelector(".hx-lead").firstChild;
  const pick = root.querySelector("[data-base]");
  const maps = all(".hx-rowmap tbody tr", root).map(line => all("td", line));
  const chips = all(".hx-cols > li", root).map(item => {
    const button = makeButton(item);
    button.onclick = () => set(item.dataset.col, button.getAttribute("aria-pressed") !== "true");
    return { name: item.dataset.col, button };
  });
  const wide = table.hasAttribute("data-many");
  let at = 0;
  const rows = all(".hx-srow:not(.hx-shead)", table).map(row => {
    if (row.matches(".hx-sdiv")) return { row, cells: [] };
    const cells = all(".hx-scell", row).map((cell, column) => {
      const { v, g = "", n = "" } = cell.dataset;
      const who = cell.querySelector(".hx-who");
      return { cell, v, g, n, who, name: who.textContent, parts: all(".hx-part", cell), drawn: null, map: maps[column]?.[at], state: maps[column]?.[at].className };
    });
    at += 1;
    const base = cells.find(each => each.v === ours)?.g ?? "";
    cells.forEach(each => { each.drawn = each.usual = base === each.g ? "" : base });
    return { row, cells };
  });
  const opener = root.querySelector("[data-open]");
  const differ = root.querySelector("[data-differ]");
  let off = [], open = "", only = "", same = 0, base = ours;

  /* a cell's text as it is read against another of the row; empty: without marks */
  function draw(each, against) {
    if (each.drawn === against) return;
    each.drawn = against;
    const form = against && each.cell.querySelector(`template[data-b="${against}"]`);
    const made = against === each.usual ? each.parts : form ? [...form.content.cloneNode(true).children] : each.parts.map(unmark);
    const there = all(".hx-part", each.cell);
    there[0].before(...made);
    there.forEach(part => made.includes(part) || part.remove());
    made.forEach((part, index) => { part.id ||= each.parts[index]?.id ?? "" });
    made.filter(part => !part.id).forEach(part => part.removeAttribute("id"));
  }
  /* what another column has word for word is said in place of the text, which folds out */
  function fold(each, twin) {
    let box = each.cell.querySelector(".hx-eq");
    each.cell.classList.toggle("hx-c-same", Boolean(twin));
    if (!twin) return box?.replaceWith(...all(".hx-part", box));
    if (!box) {
      const parts = all(".hx-part", each.cell);
      box = document.createElement("details");
      box.className = "hx-eq";
      box.open = Boolean(open);
      parts[0].before(box);
      box.append(document.createElement("summary"), ...parts);
    }
    box.firstChild.textContent = (each.n === twin.n ? said.same : said.numbered.replace("%n", () => each.n)).replace("Vv", twin.v);
  }
  /* columns side by side that say the same of a row are one */
  function join(cells, many) {
    let first = null, names = [];
    for (const each of many ? cells.filter(({ v }) => v !== base) : cells) {
      const key = each.v === base ? "" : each.g ? each.g + " " + each.n : each.cell.matches(".hx-none, .hx-lack") ? each.cell.textContent.replace(each.who.textContent, "") : "";
      if (key && first?.key === key && !each.cell.matches(".hx-torn")) {
        names.push(each.name);
        each.cell.classList.add("hx-joined"); // hidden on a screen; on paper the cell stays, empty
      } else {
        first = { each, key };
        names = [each.name];
      }
      first.each.who.textContent = names.join(" = ");
      const several = names.length > 1, to = value => several ? value : "";
      first.each.cell.style.gridColumn = to("span " + names.length);
      Object.assign(first.each.who.style, { position: to("static"), width: to("auto"), height: to("auto"), clipPath: to("none") }); // seen too, not heard alone
    }
  }
  function lay({ row, cells }, many) {
    const against = cells.find(each => each.v === base)?.g ?? "";
    const shown = cells.filter(each => !off.includes(each.v)).sort((a, b) => (b.v === base) - (a.v === base));
    cells.forEach(each => {
      each.cell.hidden = off.includes(each.v);
      each.cell.classList.remove("hx-joined");
      each.cell.classList.toggle("hx-base", each.v === base);
      const twin = each.g && each.v !== base && !each.cell.matches(".hx-torn") ? shown.find(other => other.g === each.g) : null;
      if (each.g) { draw(each, against === each.g ? "" : against); fold(each, twin === each ? null : twin) }
      if (!each.map) return;
      const state = !each.g || base === ours ? each.state.slice(5) : against === each.g ? "same" : each.cell.querySelector(`template[data-b="${against}"]`)?.dataset.s ?? "word";
      each.map.className = "hx-s-" + state;
      each.map.querySelector(".hx-vh").textContent = said.states[state] ?? said.states.word;
    });
    join(cells.filter(each => !off.includes(each.v)), many);
    return new Set(shown.filter(each => !each.cell.matches(".hx-lack")).map(each => each.g)).size > 1;
  }
  function apply() {
    const many = wide && chips.length - off.length > 4;
    table.toggleAttribute("data-many", many);
    chips.forEach(({ name, button }) => {
      button.setAttribute("aria-pressed", !off.includes(name));
      if (name === base && aside) button.append(aside);
    });
    heads.forEach(head => { head.hidden = off.includes(head.dataset.v); if (head.dataset.v === base && mark) head.append(mark) });
    if (pick) { pick.value = base; lead.data = said.lead.replace("Vv", base) }
    opener?.setAttribute("aria-pressed", Boolean(open));
    differ.setAttribute("aria-pressed", Boolean(only));
    /* rows that are the same in all columns that are shown; a heading stands where something stands under it */
    let below = false;
    same = 0;
    for (const each of [...rows].reverse()) {
      const heading = !each.cells.length;
      const apart = lay(each, many);
      each.row.hidden = Boolean(only) && !(heading ? below : apart);
      if (heading) below = false; else { below ||= !each.row.hidden; same += each.row.hidden }
    }
  }
  function unfold(wanted) { all(".hx-eq", table).forEach(fold => { fold.open = wanted; fold.toggleAttribute("data-read", wanted) }) }
  const save = () => place.put(place.with(place.row(), { c: off.join(","), e: open, r: only, b: base === ours ? "" : base }));
  function set(name, wanted) {
    off = off.filter(each => each !== name);
    if (!wanted && off.length < chips.length - 1) off.push(name);
    apply();
    save();
  }
  if (opener) opener.onclick = () => { open = open ? "" : "1"; unfold(Boolean(open)); apply(); save() };
  differ.onclick = () => { only = only ? "" : "1"; apply(); save() };
  if (pick) pick.onchange = () => { base = pick.value; off = off.filter(each => each !== base); apply(); save() };
  function restore() {
    only = place.get("r");
    off = place.get("c").split(",").filter(Boolean).slice(0, chips.length - 1);
    base = pick && chips.some(({ name }) => name === place.get("b")) ? place.get("b") : ours;
    if (place.get("e") !== open) { open = place.get("e"); unfold(Boolean(open)) }
    apply();
  }
  const leftOut = () => (off.length || same) && { text: words.columns.replace("%n", () => [...off, ...(same ? [words.same.replace("%n", same)] : [])].join(", ")), at: table, head: table.querySelector(".hx-srh") };
  return { restore, leftOut };
};
})();
