() => {
  const root = document.querySelector(".hx"), all = (selector, node) => [...node.querySelectorAll(selector)];
  const flat = node => node.textContent.replace(/\s+/g, " ").trim(), texts = selector => all(selector, root).map(flat);
  const names = node => (node.getAttribute("class") || "").split(/\s+/).sort().join(" ");
  const drawn = node => node.tagName + names(node) + ["d", "x", "y", "width"].map(name => node.getAttribute(name)) + node.textContent;
  /* where a row that moved stands again is a matter of the page, and not of what is said of it */
  const cell = one => {
    const copy = one.cloneNode(true);
    all(".hx-goto", copy).forEach(each => each.remove());
    return [names(one), flat(copy), ...all("ins, del", one).map(mark => mark.tagName + names(mark) + flat(mark)), ...all(".hx-part", one).map(part => part.lang + part.id)];
  };
  const rows = {};
  for (const row of all(".hx-row", root).filter(({ id }) => !id.endsWith("--here"))) {
    const { k, s, u, why } = row.dataset;
    const name = k === "chapter" ? [row.id, ...all(".hx-mid a[id]", row).map(({ id }) => id)].sort()[0] : row.id;
    rows[name] = {
      data: [names(row), k, s, u, why], heading: flat(row.querySelector(".hx-h")), permalink: row.querySelector(".hx-pin")?.ariaLabel,
      kinds: all(".hx-kinds li", row).map(item => names(item) + flat(item)), notes: all(".hx-note", row).map(flat),
      brace: all(".hx-brace, .hx-brace path", row).map(drawn), cells: all(":scope > .hx-cell", row).map(cell),
    };
  }
  const sheet = root.querySelector(".hx-sheet");
  return { rows, around: {
    lead: texts(".hx-lead"), told: all(".hx-told", root).map(node => node.innerHTML.trim()),
    filters: all(".hx-filters li", root).map(item => item.dataset.f + flat(item)), heads: all(".hx-head", root).map(head => names(head) + flat(head)),
    legend: all(".hx-key > *", root).map(node => node.tagName + flat(node)), throughout: texts("#throughout"),
    outside: all("#outside-the-clauses p", root).map(node => node.innerHTML.trim()), foot: texts(".hx-colophon"), asides: texts(".hx-asides a"),
    list: all(".hx-list li", root).map(item => item.firstChild.hash + flat(item) + all(".hx-k", item).map(kind => names(kind) + kind.title)).sort(),
    picture: all(".hx-al a", root).map(link => flat(link.querySelector("title")) + all("path, rect, text", link).map(drawn).sort()).sort(),
    states: all(".hx-fig .hx-lg", root).map(node => names(node) + flat(node)).sort(),
    words: texts(".hx-fig:has(.hx-al) > .hx-vh").map(text => text.split(/[.,:、：。]\s*/).sort()), summaries: texts(".hx-bar summary, .hx-list summary"),
    labels: all("[aria-label]:not(.hx-pin)", root).map(node => node.ariaLabel), help: texts(".hx-help dd"),
    cited: [sheet.dataset.cite, JSON.parse(sheet.dataset.works)],
  } };
}
