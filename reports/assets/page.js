// Filters and sorts. The page can be read in full without it.
(function () {
  "use strict";
  var $ = function (s) { return document.querySelector(s); };
  var all = function (s, root) { return Array.prototype.slice.call((root || document).querySelectorAll(s)); };
  all("form.filter").forEach(function (f) {
    f.hidden = false;
    f.addEventListener("submit", function (e) { e.preventDefault(); });
  });

  var rows = all(".ranking tbody tr[data-article]"); // of a report in one page
  var find = $("#find"), show = $("#show"), rule = $("#rule"), shown = $("#shown");
  var order = { minor: 1, major: 2, critical: 3 };
  var passes = function (row) {
    var worst = order[row.dataset.worst] || 0;
    switch (show.value) {
      case "critical": case "major": if (worst < order[show.value]) return false; break;
      case "some": if (!worst) return false; break;
      case "none": if (worst) return false; break;
      case "machine": if (parseFloat(row.dataset.machine) <= 0.5) return false; break;
    }
    if (rule && rule.value && row.dataset.rules.split(" ").indexOf(rule.value) < 0) return false;
    var words = find.value.toLowerCase().split(/\s+/), text = row.textContent.toLowerCase();
    return words.every(function (w) { return text.indexOf(w) >= 0; });
  };
  var filter = function () {
    var n = 0;
    rows.forEach(function (row) {
      var ok = passes(row);
      row.hidden = !ok;
      document.getElementById(row.dataset.article).hidden = !ok;
      if (ok) n++;
    });
    shown.textContent = n === rows.length ? "" : n + " of " + rows.length + " shown";
  };
  if (find) {
    [find, show, rule].forEach(function (el) {
      if (el) { el.addEventListener("input", filter); el.addEventListener("change", filter); }
    });
    filter();
  }

  all(rows.length ? ".ranking th" : ".none").forEach(function (th, column) {
    var button = document.createElement("button");
    button.type = "button";
    button.textContent = th.textContent;
    th.textContent = "";
    th.appendChild(button);
    button.addEventListener("click", function () {
      var down = th.getAttribute("aria-sort") === "ascending";
      all(".ranking th").forEach(function (o) { o.removeAttribute("aria-sort"); });
      th.setAttribute("aria-sort", down ? "descending" : "ascending");
      var numeric = th.dataset.sort === "number";
      var value = function (row) { return row.cells[column].dataset.v; };
      rows.sort(function (a, b) {
        var x = value(a), y = value(b);
        var d = numeric ? parseFloat(x) - parseFloat(y) : x.localeCompare(y);
        return down ? -d : d;
      });
      var body = $(".ranking tbody");
      rows.forEach(function (row) { body.appendChild(row); });
    });
  });

  all("[data-mark]").forEach(function (box) {
    var set = function () { document.body.classList.toggle("no-" + box.dataset.mark, !box.checked); };
    box.addEventListener("change", set);
    set();
  });

  var unfold = $("#unfold");
  if (unfold) {
    unfold.addEventListener("click", function () {
      var open = unfold.textContent === "Unfold all";
      all("details.fold").forEach(function (d) { d.open = open; });
      unfold.textContent = open ? "Fold all" : "Unfold all";
    });
  }

  // Pointing at a note shows its words, and the other way round.
  var lit = [];
  var light = function (note, on) {
    var article = note.closest("article"), number = note.dataset.number;
    note.classList.toggle("lit", on);
    all("mark", article).forEach(function (m) {
      if (m.dataset.n.split(" ").indexOf(number) >= 0) m.classList.toggle("lit", on);
    });
  };
  document.addEventListener("mouseover", function (e) {
    lit.forEach(function (n) { light(n, false); });
    lit = [];
    var note = e.target.closest(".note"), mark = e.target.closest("mark");
    if (note) lit = [note];
    if (mark) {
      var article = mark.closest("article");
      lit = mark.dataset.n.split(" ").map(function (n) { return article.querySelector('.note[data-number="' + n + '"]'); }).filter(Boolean);
    }
    lit.forEach(function (n) { light(n, true); });
  });

  // A link to something inside a folded article or rule unfolds it.
  var reveal = function () {
    var id = decodeURIComponent(location.hash.slice(1));
    var el = id && document.getElementById(id);
    for (var p = el; p; p = p.parentElement) if (p.tagName === "DETAILS") p.open = true;
    if (el) el.scrollIntoView();
  };
  window.addEventListener("hashchange", reveal);
  if (location.hash) reveal();
})();
