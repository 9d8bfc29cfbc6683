/* hexapla: the few tools of the page frame; a page is whole without them */
(function () {
  var root = document.documentElement, button = document.querySelector(".hf-scheme"), modes = ["auto", "light", "dark"];
  if (button && root.paintScheme) {
    button.hidden = false;
    var tell = function () { button.title = button.dataset[root.dataset.mode]; button.setAttribute("aria-label", button.title) };
    button.onclick = function () {
      var next = modes[(modes.indexOf(root.dataset.mode) + 1) % 3];
      try { localStorage.setItem("hexapla.scheme", next) } catch (e) { /* then it holds for no other page */ }
      root.paintScheme();
      if (root.dataset.mode !== next) { root.dataset.mode = next; root.dataset.mdColorScheme = next === "dark" ? "slate" : "default" }
      tell();
    };
    tell();
  }
  /* wide tables and code: what scrolls sideways, keys can scroll */
  document.querySelectorAll(".hf-prose table").forEach(function (table) {
    var frame = document.createElement("div");
    frame.className = "hf-scroll";
    table.replaceWith(frame);
    frame.append(table);
  });
  function reach() {
    document.querySelectorAll(".hf-scroll, .hf-prose pre").forEach(function (each) {
      if (each.scrollWidth > each.clientWidth) each.tabIndex = 0; else each.removeAttribute("tabindex");
    });
  }
  addEventListener("resize", reach);
  reach();
  /* the heading that is read now */
  var links = {}, seen = document.querySelectorAll(".hf-toc a");
  seen.forEach(function (link) { links[decodeURIComponent(link.hash.slice(1))] = link });
  var heads = Object.keys(links).map(function (name) { return document.getElementById(name) }).filter(Boolean);
  if (heads.length) {
    var mark = function () {
      var now = heads[0];
      heads.forEach(function (head) { if (head.getBoundingClientRect().top < 120) now = head });
      seen.forEach(function (link) { link.removeAttribute("aria-current") });
      links[now.id].setAttribute("aria-current", "true");
    }, due = 0;
    addEventListener("scroll", function () { if (!due) due = requestAnimationFrame(function () { due = 0; mark() }) }, { passive: true });
    mark();
  }
})();
