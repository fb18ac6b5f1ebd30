
// The lists of an audit: searched and sorted as a whole, whichever of their
// pages is open. The rows stand in a script beside the page, which is loaded
// when somebody first asks.
(function () {
  "use strict";
  var list = document.querySelector("[data-index]");
  if (!list) return;
  var all = function (s) { return Array.prototype.slice.call(document.querySelectorAll(s)); };
  var fields = all("[data-filter]"), form = document.querySelector("form.filter");
  var body = list.querySelector("tbody"), standing = Array.prototype.slice.call(body.children);
  var pager = document.querySelector(".pager"), shown = document.querySelector(".shown");
  var further = document.querySelector(".further"), step = 200, limit = step;
  var sort = null, down = false, loading = null;

  var el = function (name, className, text) {
    var e = document.createElement(name);
    if (className) e.className = className;
    if (text !== undefined) e.textContent = text;
    return e;
  };
  var cell = function (className, text) { return el("td", className, text); };
  var link = function (href, text) {
    var a = el("a", "", text);
    a.href = href;
    a.dir = "auto";
    return a;
  };
  var meter = function (value) {
    var space = "http://www.w3.org/2000/svg", svg = document.createElementNS(space, "svg");
    svg.setAttribute("class", "meter");
    svg.setAttribute("viewBox", "0 0 100 4");
    svg.setAttribute("preserveAspectRatio", "none");
    svg.setAttribute("aria-hidden", "true");
    [["track", 100], ["fill", Math.max(0, Math.min(100, value))]].forEach(function (r) {
      var rect = document.createElementNS(space, "rect");
      rect.setAttribute("class", r[0]);
      rect.setAttribute("width", r[1]);
      rect.setAttribute("height", 4);
      svg.appendChild(rect);
    });
    return svg;
  };
  var names = ["minor", "major", "critical"], signs = ["●", "▲", "◆"];

  // An article is [file, title, where, quality, [minor, major, critical],
  // machine, the same in words, words, publisher, month, language, [rules],
  // low confidence].
  var articles = {
    keys: [
      function (r) { return r[3]; }, function (r) { return r[1]; }, function (r) { return r[4][0] + r[4][1] + r[4][2]; },
      function (r) { return r[5]; }, function (r) { return r[7]; }
    ],
    text: function (r) { return r[1] + " " + r[2]; },
    row: function (r, index) {
      var tr = el("tr"), quality = cell("num"), title = cell(), found = cell(), worst = r[4][2] ? 2 : r[4][1] ? 1 : r[4][0] ? 0 : -1;
      quality.appendChild(el("b", "", r[3].toFixed(1)));
      quality.appendChild(meter(r[3]));
      title.appendChild(link(r[0], r[1]));
      title.appendChild(el("small", "", r[2])).dir = "auto";
      if (worst < 0) {
        found.appendChild(el("span", "dim", "nothing found"));
      } else {
        var sev = el("span", "sev " + names[worst]), sign = el("i", "sign", signs[worst]);
        sign.setAttribute("aria-hidden", "true");
        sev.appendChild(sign);
        found.appendChild(sev);
        found.appendChild(document.createTextNode([2, 1, 0].filter(function (i) { return r[4][i]; }).map(function (i) { return r[4][i] + " " + names[i]; }).join(", ")));
      }
      [quality, title, found].forEach(function (c) { tr.appendChild(c); });
      if (index.judged) {
        var machine = cell("num", r[6]);
        if (r[12]) machine.appendChild(el("abbr", "", "?")).title = "low confidence: too little to tell by";
        tr.appendChild(machine);
      }
      tr.appendChild(cell("num", r[7]));
      return tr;
    },
    passes: function (r, want, index) {
      switch (want.show) {
        case "critical": if (!r[4][2]) return false; break;
        case "major": if (!r[4][2] && !r[4][1]) return false; break;
        case "some": if (!r[4][0] && !r[4][1] && !r[4][2]) return false; break;
        case "none": if (r[4][0] || r[4][1] || r[4][2]) return false; break;
        case "machine": if (r[5] <= 0.5 || r[12]) return false; break;
      }
      if (want.publisher && r[8] !== want.publisher) return false;
      if (want.month && r[9] !== want.month) return false;
      if (want.from && r[10] !== want.from) return false;
      return !want.rule || r[11].indexOf(index.rules.indexOf(want.rule)) >= 0;
    }
  };
  // A story is [file, title, disagreements, tellings, lowest quality, the
  // qualities in words, day, the same in words].
  var stories = {
    keys: [function (r) { return r[2]; }, function (r) { return r[1]; }, function (r) { return r[4]; }, function (r) { return r[3]; }, function (r) { return r[6]; }],
    text: function (r) { return r[1]; },
    row: function (r) {
      var tr = el("tr"), count = cell("num"), title = cell();
      count.appendChild(el("b", "", r[2]));
      title.appendChild(link(r[0], r[1]));
      [count, title, cell("", r[5]), cell("num", r[3]), cell("", r[7])].forEach(function (c) { tr.appendChild(c); });
      return tr;
    },
    passes: function () { return true; }
  };
  var kind = list.dataset.index === "stories.js" ? stories : articles;

  var load = function (then) {
    if (window.calqueIndex) return then(window.calqueIndex);
    if (loading) { loading.push(then); return; }
    loading = [then];
    shown.textContent = "loading the list …";
    var s = el("script");
    s.src = list.dataset.index;
    s.onload = function () { loading.forEach(function (f) { f(window.calqueIndex); }); };
    s.onerror = function () { shown.textContent = list.dataset.index + " cannot be loaded, so only this page is shown"; };
    document.head.appendChild(s);
  };
  var wanted = function () {
    var want = {};
    fields.forEach(function (f) { if (f.value) want[f.dataset.filter] = f.value; });
    return want;
  };
  var put = function (rows) {
    body.textContent = "";
    rows.forEach(function (r) { body.appendChild(r); });
  };
  var show = function () {
    var want = wanted();
    if (!Object.keys(want).length && sort === null) {
      put(standing);
      pager.hidden = false;
      further.hidden = true;
      shown.textContent = "";
      return;
    }
    load(function (index) {
      var words = (want.find || "").toLowerCase().split(/\s+/).filter(Boolean);
      var rows = index.rows.filter(function (r) {
        if (!kind.passes(r, want, index)) return false;
        if (!words.length) return true;
        var text = kind.text(r).toLowerCase();
        return words.every(function (w) { return text.indexOf(w) >= 0; });
      });
      if (sort !== null) {
        var key = kind.keys[columns[sort]];
        rows = rows.slice().sort(function (a, b) {
          var x = key(a), y = key(b), d = typeof x === "number" ? x - y : x.localeCompare(y);
          return down ? -d : d;
        });
      }
      put(rows.slice(0, limit).map(function (r) { return kind.row(r, index); }));
      pager.hidden = true;
      further.hidden = rows.length <= limit;
      var part = index.rows.length < index.all ? index.rows.length + " of " + index.all + " can be searched here" : "of " + index.all;
      shown.textContent = rows.length ? rows.length + " " + part : "Nothing fits, " + part;
    });
  };
  // The choices stand in the address, so that a link can make them and going
  // back finds them again.
  var remember = function () {
    var query = new URLSearchParams(wanted()).toString();
    try { history.replaceState(null, "", query ? "#" + query : location.pathname); } catch (e) { /* not allowed for files in some browsers */ }
  };
  var recall = function () {
    var query = new URLSearchParams(location.hash.slice(1));
    fields.forEach(function (f) {
      var value = query.get(f.dataset.filter) || "";
      if (value && f.tagName === "SELECT" && !Array.prototype.some.call(f.options, function (o) { return o.value === value; })) {
        f.appendChild(el("option", "", value));
      }
      f.value = value;
    });
    limit = step;
    show();
  };
  var changed = function () { limit = step; remember(); show(); };
  fields.forEach(function (f) { f.addEventListener(f.tagName === "SELECT" ? "change" : "input", changed); });
  form.addEventListener("reset", function () { setTimeout(function () { sort = null; mark(); changed(); }); });
  further.querySelector("button").addEventListener("click", function () { limit += step; show(); });
  var heads = Array.prototype.slice.call(list.querySelectorAll("th"));
  var begins = heads.map(function (th) { return th.getAttribute("aria-sort"); });
  var mark = function () {
    heads.forEach(function (th, i) {
      var now = sort === null ? begins[i] : sort === i ? (down ? "descending" : "ascending") : null;
      if (now) th.setAttribute("aria-sort", now); else th.removeAttribute("aria-sort");
    });
  };
  // Without the origin model the articles have no fourth column.
  var columns = heads.length < kind.keys.length ? [0, 1, 2, 4] : [0, 1, 2, 3, 4];
  heads.forEach(function (th, i) {
    var button = el("button", "", th.textContent);
    button.type = "button";
    th.textContent = "";
    th.appendChild(button);
    button.addEventListener("click", function () {
      var again = th.getAttribute("aria-sort") === "ascending";
      sort = i;
      down = again;
      mark();
      limit = step;
      show();
    });
  });
  window.addEventListener("hashchange", recall);
  recall();
})();
