/* hexapla: what one cites a clause with, and the editor's desk; loaded when a reader first presses ¶. */
(() => {
"use strict";
const own = window.hexapla, { all, memory, shorn, flat, strands, trace } = own;

let menu = null, sized;
function offer(pin, name, { root, words, copy }) {
  if (!menu?.isConnected) menu = null;
  menu ??= root.appendChild(document.createElement("div"));
  menu.popover = "auto";
  menu.className = "hx-menu";
  menu.setAttribute("role", "dialog");
  const source = cited(pin);
  menu.setAttribute("aria-label", words.cite.replace("%p", () => source.place));
  const style = document.createElement("select");
  style.append(...Object.keys(STYLES).map(key => new Option(key || words["cite-style-plain"], key)));
  style.value = memory.get("cite") in STYLES ? memory.get("cite") : "";
  style.onchange = () => memory.set("cite", style.value);
  style.ariaLabel = words["cite-style"];
  const url = location.href.split("#")[0] + pin.hash;
  const plain = () => source.works.map(work => STYLES[style.value](work, url, source)).filter((line, at, every) => every.indexOf(line) === at).join("\n");
  const button = (word, act) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "hx-f";
    made.textContent = word;
    made.onclick = () => { act(); menu.hidePopover() };
    return made;
  };
  const first = document.createElement("p");
  first.append(button(words["cite-plain"], () => copy(plain())), style);
  menu.replaceChildren(first,
    ...(source.changes.length ? [button(words["cite-quoted"], () => copy(words.quoted.replace("%c", () => plain()).replace("%q", () => source.changes.join("; "))))] : []),
    button("BibTeX", () => copy(source.works.map(work => bibtex(work, url, name)).join("\n"))),
    button("CSL-JSON", () => copy(JSON.stringify(source.works.map(work => csl(work, url, name)), null, 1))),
    ...(source.row ? [button(words["cite-table"], () => { const [text, page] = tabulate(source, plain()); copy(text, undefined, page) })] : []));
  menu.append(...source.terms.map(term => Object.assign(document.createElement("a"), { className: "hx-f", textContent: words.follow.replace("%t", () => term), href: trace(term) })), ...desk(pin, { title: root.querySelector("h1").textContent, copy }));
  menu.showPopover();
  const box = pin.getBoundingClientRect();
  sized?.disconnect();
  sized = new ResizeObserver(() => {
    menu.style.left = Math.max(8, Math.min(box.left, innerWidth - menu.offsetWidth - 8)) + "px";
    menu.style.top = Math.max(8, Math.min(box.bottom + 4, innerHeight - menu.offsetHeight - 8)) + "px";
  });
  sized.observe(menu);
  menu.querySelector("button").focus({ preventScroll: true });
}

/* The editor's desk: why the clauses of a row stand together, what else could, and what an editor says of it, as lines of
   alignment.yml, collected for the document until they are taken away. */
function desk(pin, { title, copy }) {
  const row = pin.closest(".hx-row"), sheet = pin.closest(".hx-sheet");
  if (!row?.dataset.u) return [];
  const { works, desk: told } = JSON.parse(sheet.dataset.works);
  const make = (tag, text = "", values = {}) => Object.assign(document.createElement(tag), { textContent: text, ...values });
  const button = (text, act) => make("button", text, { type: "button", className: "hx-f", onclick: act });
  const own = "desk " + location.pathname.replace(/[^/]*$/, "") + title;
  const kept = () => JSON.parse(memory.get(own) || "[]");
  /* a clause of a side, with its row: where several stand in a cell, each by its own text */
  const units = side => all(".hx-row[data-u]", sheet).flatMap(each => {
    const parts = all(`.hx-cell.hx-${"ab"[side]} .hx-part`, each);
    return each.dataset.u.split("|")[side].split(" ").filter(Boolean).map((id, at) => ({ id, row: each, name: works[side].siglum + "/" + id, text: parts[at] ? flat(parts[at]) : id, label: parts[at] ? numbered(parts[at]) || flat(parts[at]).slice(0, 24) : id }));
  });
  const grams = text => new Set(Array.from({ length: Math.max(1, Math.min(text.length, 4000) - 2) }, (_, at) => text.slice(at, at + 3)));
  const alike = (one, other) => { let both = 0; one.forEach(gram => { both += other.has(gram) }); return 2 * both / (one.size + other.size) };
  const sides = [0, 1].map(units), here = sides.map(side => side.filter(each => each.row === row));
  const box = make("details", "", { className: "hx-desk" });
  const reason = make("input", "", { value: told.said, ariaLabel: told.reason, title: told.reason });
  const write = () => kept().map(([kind, names, why]) => `- ${kind}: [${names.join(", ")}]\n  reason: ${JSON.stringify(why)}\n`).join("");
  const keep = list => { memory.set(own, list.length ? JSON.stringify(list) : ""); show() };
  const decide = (kind, ...sets) => keep([...kept(), ...sets.map(names => [kind, names, reason.value.trim() || told.said])]);
  /* the clauses that can be placed: those of the side which has some */
  const side = here[0].length ? 0 : 1;
  function place(one) {
    const field = make("select", "", { ariaLabel: told.belongs.replace("%x", () => one.label) });
    field.append(new Option(field.ariaLabel, ""));
    field.onfocus = field.onpointerdown = () => {
      if (field.length > 1) return;
      const gram = grams(one.text);
      const found = sides[1 - side].filter(each => each.row !== row).map(each => ({ ...each, likeness: alike(gram, grams(each.text)) }));
      const group = (label, some) => { const made = make("optgroup", "", { label }); made.append(...some.map(each => new Option(each.label + " · " + each.text.replace(each.label, "").replace(/^[.．。、:：\s]+/, "").slice(0, 24) + (each.likeness ? ` (${Math.round(100 * each.likeness)} %)` : ""), each.name))); return made };
      field.append(group(told.likest, [...found].sort((a, b) => b.likeness - a.likeness).slice(0, 4)), group(told.others, found));
    };
    field.onchange = () => { if (field.value) decide("together", side ? [field.value, one.name] : [one.name, field.value]) };
    return field;
  }
  function show() {
    const list = kept(), both = here[0].length && here[1].length;
    const links = (row.dataset.why ?? "").split(";").filter(Boolean).map(each => {
      const [a, b, basis, score, confidence] = each.split(" ");
      const label = (side, id) => here[side].find(unit => unit.id === id)?.label ?? id;
      return make("p", told.link.replace("%p", () => label(0, a) + " – " + label(1, b)).replace("%b", told[basis]).replace("%s", score).replace("%c", told[confidence]));
    });
    box.replaceChildren(make("summary", both ? told.why : told.alone), ...links, reason,
      ...(both ? [button(told.apart, () => decide("apart", ...here[0].flatMap(a => here[1].map(b => [a.name, b.name])))), button(told.together, () => decide("together", here.flat().map(({ name }) => name)))] : []),
      ...here[side].map(place),
      ...(list.length ? [make("p", told.collected.replace("%n", list.length)), make("pre", write()), button(told.copy, () => copy(write())), button(told.download, () => {
        const link = make("a", "", { download: "alignment.yml", href: URL.createObjectURL(new Blob([write()], { type: "text/yaml" })) });
        link.click();
        setTimeout(() => URL.revokeObjectURL(link.href), 1000);
      }), button(told.undo, () => keep(list.slice(0, -1)))] : []),
      ...(told.place ? [make("a", told.edit, { className: "hx-f", href: told.place })] : []));
  }
  show();
  return [box];
}

/* What a clause is cited with: its place, the versions that have it, each with the number it bears there, the changes in words */
/* the number alone: the heading stands in the same element, behind it */
const numbered = part => { const first = part.querySelector("p > .hx-num:not(.hx-said)")?.firstChild; return first?.nodeType === Node.TEXT_NODE ? first.data.replace(/[.．。、:：\s]+$/, "") : "" };
function cited(pin) {
  const row = pin.closest(".hx-row"), frame = pin.closest("[data-works]");
  const { works, ...quotes } = JSON.parse(frame.dataset.works);
  const place = flat(pin.closest(".hx-row, .hx-rc, .hx-hist").querySelector(".hx-h")) || pin.ariaLabel;
  const cells = row ? all(":is(.hx-a, .hx-b).hx-cell", row) : [];
  const differ = row ? differences(cells) : [];
  const own = works.map((work, at) => ({ ...work, cell: cells[at], place: cells[at] ? all(".hx-part", cells[at]).map(numbered).filter(Boolean).join(", ") || place : place }));
  return {
    place, row, text: frame.dataset.cite.replace("%s", () => place),
    works: own.filter(({ cell }) => !cell || cell.querySelector(".hx-part")),
    both: own,
    changes: [...new Set(differ.map(({ old, put }) => (old && put ? quotes.replaced : put ? quotes.added : quotes.removed).replace("%a", () => old).replace("%b", () => put)))],
    /* what may be a term, of what changed */
    terms: trace("") ? [...new Set(differ.flatMap(({ old, put }) => [old, put]))].filter(text => /^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N} -]{1,23}$/u.test(text)).slice(0, 4) : [],
  };
}
/* the words that differ between two cells, in order; of a clause that one version alone has, the whole */
function differences(cells) {
  const [base, target] = cells.map(strands);
  const made = [];
  let own = null;
  const note = (key, text) => { own ??= made[made.push({ old: "", put: "" }) - 1]; own[key] += text };
  if (!base.length || !target.length) [...base, ...target].forEach(({ tag, text }) => note(base.length ? "old" : "put", tag === "P" ? " " : text));
  else for (let i = 0, j = 0; i < base.length || j < target.length;) {
    const one = base[i], other = target[j];
    if (one?.tag === "DEL") { note("old", one.text); i += 1 }
    else if (other?.tag === "INS") { note("put", other.text); j += 1 }
    else if (one?.tag === "P") { if (own) own.old += " "; i += 1 }
    else if (other?.tag === "P") { if (own) own.put += " "; j += 1 }
    else if (!one || !other) break;
    else {
      own = null;
      const shared = Math.min(one.text.length, other.text.length);
      one.text = one.text.slice(shared);
      other.text = other.text.slice(shared);
      if (!one.text) i += 1;
      if (!other.text) j += 1;
    }
  }
  return made.map(each => ({ old: each.old.trim(), put: each.put.trim() })).filter(({ old, put }) => old || put);
}
const today = () => new Date().toLocaleDateString("sv"); // the reader's day, as a date is written in data
const STYLES = {
  "": (_, url, { text }) => text + " " + url,
  "GB/T 7714": ({ title, place, issued }, url) => `${title}: ${place}[EB/OL].${issued && `(${issued})`}[${today()}].${url}.`,
  APA: ({ title, place, issued, label }, url) => `${title}, ${place} (${issued.slice(0, 4) || label}). Retrieved ${today()}, from ${url}`,
};
const key = (work, name) => work.siglum + "-" + name.replace(/[^\w-]+/g, "_");
const safe = text => text.replace(/[\\{}]/g, "").replace(/[&%$#_]/g, "\\$&");
const bibtex = (work, url, name) => `@misc{${key(work, name)},
  title = {${safe(work.title)}, ${safe(work.place)}},
${work.issued && `  year = {${work.issued.slice(0, 4)}},\n`}  note = {${safe(work.label)}, sha256 ${work.sha256}},
  url = {${url}},
  urldate = {${today()}}
}`;
const parts = date => ({ "date-parts": [date.split("-").map(Number)] });
const csl = (work, url, name) => ({ id: key(work, name), type: "legislation", title: work.title, section: work.place, version: work.label, ...(work.issued && { issued: parts(work.issued) }), language: work.language, URL: url, accessed: parts(today()), note: "sha256: " + work.sha256 });
/* a row as a table that a word processor takes: removed words struck, added ones underlined, for it has no hatching */
function tabulate({ both }, source) {
  const box = document.createElement("div");
  const table = box.appendChild(document.createElement("table"));
  table.border = 1;
  const fill = (line, tag, nodes) => { const cell = line.appendChild(document.createElement(tag)); cell.append(...nodes); return cell };
  const [heads, texts] = [table.insertRow(), table.insertRow()];
  const said = both.map(({ who, cell }) => {
    fill(heads, "th", [who]);
    const paragraphs = all(".hx-part p", cell).map(each => { const made = document.createElement("p"); made.append(...shorn(each).childNodes); return made });
    const own = fill(texts, "td", paragraphs.length ? paragraphs : [flat(cell)]);
    own.vAlign = "top";
    return (paragraphs.length ? paragraphs : [own]).map(flat).join(" ");
  });
  for (const mark of all("ins, del", table)) {
    const made = document.createElement("span");
    made.setAttribute("style", mark.tagName === "DEL" ? "color:#a04d08;text-decoration:line-through" : "color:#0a3b6a;text-decoration:underline");
    made.append(...mark.childNodes);
    mark.replaceWith(made);
  }
  all("[class], [id]", table).forEach(each => { each.removeAttribute("class"); each.removeAttribute("id") });
  fill(box, "p", [source]);
  return [both.map(({ who }, at) => who + "\t" + said[at]).join("\n") + "\n" + source, box.innerHTML];
}

own.offer = offer;
})();
