/* hexapla: before the first paint, whether a reader closed the list of changes, for which room is kept else */
try { document.documentElement.toggleAttribute("data-list", Boolean(localStorage.getItem("hexapla.list"))) } catch { /* then nothing is remembered */ }
