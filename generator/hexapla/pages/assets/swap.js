/* hexapla: a comparison read from the other side; loaded for readers who exchanged its sides. A pair has one page: what
   stands on one side goes to the other here, and is called what the page says it is called there (`data-swap`). */
(() => {
"use strict";
const own = window.hexapla, all = own.all;
const OTHER = { add: "del", del: "add", ins: "del", from: "to", to: "from", split: "join", join: "split", a: "b", b: "a" };
/* the part of a class that tells a side; tokens of rows; in pictures all that is divided is one state */
const SIDED = /(?<=\bhx-(?:k-)?)(?:add|del)\b|(?<=\bhx-(?:k|brace)-)(?:split|join)\b|(?<=\bhx-s-)(?:add|del)\b|(?<=\bhx-tr-)(?:ins|del|from|to)\b|(?<=\bhx-)[ab]\b/g;
const turnClass = node => {
  const name = node.getAttribute("class");
  node.setAttribute("class", name.replace(SIDED, side => name.includes("hx-tr-") && side === "del" ? "ins" : OTHER[side]));
};
const turnTokens = text => {
  const kinds = text.split(" "), turned = kinds.map(kind => ["add", "del", "split", "join"].includes(kind) ? OTHER[kind] : kind);
  return turned.every(kind => kinds.includes(kind)) ? text : turned.join(" ");
};
const turnMark = mark => {
  const made = document.createElement(mark.tagName === "INS" ? "del" : "ins");
  for (const { name, value } of mark.attributes) made.setAttribute(name, value);
  made.append(...mark.childNodes);
  mark.replaceWith(made);
};
const exchange = ([one, other]) => one.before(other);

/* words: by what stands there, whole or between dots; a text of a version is none of ours */
function turnWords(root, said) {
  const words = new Map(Object.entries(said.words));
  const find = text => words.get(text) ?? (text.includes(" · ") ? text.split(" · ").map(part => words.get(part) ?? part).join(" · ") : text.endsWith(")") ? text.replace(/^(.*)(?= \(\w\)$)/, part => words.get(part) ?? part) : text);
  const turn = text => { const bare = text.trim(); return bare ? text.replace(bare, () => find(bare)) : text };
  const foreign = node => { const near = node.closest("[lang], .hx-m, .hx-cutmark, .hx-went, .hx-rest-t, .hx-goto, .hx-void"); return near?.lang && near !== root };
  /* before the words of its heading are others */
  for (const pin of all(".hx-pin", root)) {
    const heading = pin.parentNode.querySelector(".hx-h").textContent.trim();
    pin.setAttribute("aria-label", pin.getAttribute("aria-label").replace(heading, () => find(heading)));
  }
  const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT), texts = [];
  while (walk.nextNode()) if (walk.currentNode.data.trim() && !foreign(walk.currentNode.parentNode)) texts.push(walk.currentNode);
  for (const text of texts) text.data = turn(text.data);
  for (const node of all("[aria-label]:not(.hx-pin), [title]", root)) for (const name of ["aria-label", "title"]) if (node.hasAttribute(name)) node.setAttribute(name, turn(node.getAttribute(name)));
  for (const each of all(".hx-li-c span[lang]", root)) each.textContent = turn(each.textContent);
  return turn;
}

function turnRow(row) {
  const { dataset } = row;
  for (const name of ["k", "s", "also"]) if (dataset[name]) dataset[name] = turnTokens(dataset[name]);
  if (dataset.u) dataset.u = dataset.u.split("|").reverse().join("|");
  if (dataset.why) dataset.why = dataset.why.split(";").map(link => { const [one, other, ...rest] = link.split(" "); return [other, one, ...rest].join(" ") }).join(";");
  exchange(all(":scope > .hx-cell", row));
  let at = 0; // of a brace each second number is a height
  for (const path of all(":scope > .hx-brace path", row)) path.setAttribute("d", path.getAttribute("d").replace(/\d+/g, number => at++ % 2 ? number : 100 - number));
}

/* the heads of the columns; what acts on the table stays in its place */
function turnHeads(root) {
  const [left, right] = all(".hx-head", root), fixed = ".hx-swap, [data-filter]";
  const [one, other] = [left, right].map(head => [...head.childNodes].filter(node => !node.matches?.(fixed)));
  left.append(...other);
  (right.querySelector(".hx-swap") ?? right).after(...one);
  const lists = [left, right].map(head => head.querySelector(".hx-vers"));
  if (lists[0] && lists[1]) {
    const [first, second] = lists.map(list => list.getAttribute("aria-label"));
    lists[0].setAttribute("aria-label", second);
    lists[1].setAttribute("aria-label", first);
  }
  for (const link of all(".hx-choose a", left.parentNode)) link.hash = link.hash ? "" : "#swap";
}

function turnList(root, turn) {
  for (const words of all(".hx-list li span[lang]", root)) {
    const arrow = words.querySelector("bdi"), [first, last] = [words.firstChild, words.lastChild];
    if (arrow) {
      [first.data, last.data] = [last.data, first.data];
      arrow.textContent = turn(arrow.textContent);
    }
    else if (first) first.data = first.data.replace(/^[−+](?= )/, sign => sign === "+" ? "−" : "+");
  }
}

/* the map has bars on both sides; the picture has lines above and below, and ribbons between them */
function turnPictures(root) {
  for (const path of all(".hx-map path", root)) path.setAttribute("d", path.getAttribute("d").replace(/M([29]) /g, (_, x) => `M${11 - x} `));
  for (const path of all(".hx-al path", root)) {
    const [, above, below, end, last] = /^M(\S+) \d+C\S+ \d+ (\S+) \d+ \S+ \d+H([^C]+)C\S+ \d+ (\S+) /.exec(path.getAttribute("d"));
    path.setAttribute("d", `M${below} 35C${below} 80 ${above} 72 ${above} 117H${last}C${last} 72 ${end} 80 ${end} 35Z`);
  }
  const HEIGHTS = { 26: 118, 118: 26, 18: 143, 143: 18 };
  for (const node of all(".hx-al :is(rect, text)", root)) node.setAttribute("y", HEIGHTS[node.getAttribute("y")]);
}

function turnFilters(root, said) {
  all(".hx-filters [data-f]", root).forEach((each, at) => { each.firstElementChild.lastChild.data = " " + said.filters[at] });
  const sided = ["add", "del"].map(name => root.querySelector(`.hx-filters [data-f=${name}]`));
  for (const each of sided) if (each) each.dataset.f = OTHER[each.dataset.f];
  if (sided[0] && sided[1]) exchange(sided);
}

/* what is told whole */
function turnTold(root, said) {
  root.querySelector(".hx-lead").textContent = said.lead;
  const told = said.told.map(([text, href]) => {
    if (!href) return text;
    const link = document.createElement("a");
    link.setAttribute("href", href);
    link.textContent = text;
    return link;
  });
  root.querySelector(".hx-told").replaceChildren(...told);
  const picture = root.querySelector(".hx-fig:has(.hx-al) > .hx-vh");
  if (picture) picture.textContent = said.picture;
  all(".hx-fig .hx-lg", root).forEach((each, at) => { each.textContent = said.legend[at] });
  const foot = root.querySelector(".hx-colophon");
  foot.textContent = foot.textContent.replace(said.foot[0], () => said.foot[1]);
  document.title = document.title.replace(said.title[0], () => said.title[1]);
  for (const each of all("header .md-ellipsis", document)) if (each.textContent.trim() === said.title[0]) each.textContent = said.title[1];
  all("#throughout li", root).forEach((each, at) => {
    const [one, other] = all("p:first-child span", each);
    [one.textContent, other.textContent] = [other.textContent, one.textContent];
    all("p + p a", each).forEach((link, place) => { link.textContent = said.kept[at][place] });
  });
  for (const each of all("#outside-the-clauses li", root)) exchange([...each.children].slice(1));
  const [one, other] = all(".hx-key > :is(ins, del)", root);
  one.before(other, " ");
  const asides = all(".hx-asides a", root);
  if (asides[1]) exchange(asides);
  const sheet = root.querySelector(".hx-sheet"), works = JSON.parse(sheet.dataset.works);
  works.works.reverse();
  sheet.dataset.works = JSON.stringify(Object.assign(works, said.quoted));
  sheet.dataset.cite = said.cite;
}

own.swap = root => {
  const box = root.querySelector("[data-swap]"), said = JSON.parse(box.dataset.swap);
  const turn = turnWords(root, said);
  all(".hx-sheet :is(ins, del), .hx-bar :is(ins, del)", root).forEach(turnMark);
  all(".hx-row, .hx-cell, .hx-k, .hx-brace, [class*=hx-s-], [class*=hx-tr-]", root).forEach(turnClass);
  all(".hx-row", root).forEach(turnRow);
  turnHeads(root);
  turnList(root, turn);
  turnPictures(root);
  turnFilters(root, said);
  turnTold(root, said);
};
})();
