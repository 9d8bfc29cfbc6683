/* hexapla: before the first paint, light or dark: as the reader chose, else as the system has it */
(function () {
  var root = document.documentElement, dark = matchMedia("(prefers-color-scheme:dark)");
  function chosen() { try { return localStorage.getItem("hexapla.scheme") || "auto" } catch (e) { return "auto" } }
  function paint() {
    var mode = chosen();
    root.dataset.mode = mode;
    root.dataset.mdColorScheme = mode === "dark" || (mode === "auto" && dark.matches) ? "slate" : "default";
  }
  root.paintScheme = paint;
  dark.addEventListener("change", paint);
  paint();
})();
