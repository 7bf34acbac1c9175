// What moves and colours the HTML report; kept as text, since the page carries everything itself.

/** In print: buttons are boxes that Chromium does not repeat heads with. */
export const REPORT_STYLE = `
:root{color-scheme:light dark;--ink:#1b1b1b;--paper:#fff;--line:#d0d0d0;--soft:#f4f6f8;--bar:#1f5fa8;--error:#a4161a;--warn:#8a4b00;--good:#0b6a3b;--mute:#5a5a5a}
@media (prefers-color-scheme:dark){:root{--ink:#f0f0f0;--paper:#1c1c1c;--line:#4a4a4a;--soft:#262626;--bar:#7ab8f5;--error:#ff9a9a;--warn:#ffc27a;--good:#7fd6a6;--mute:#b8b8b8}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:1600px;padding:24px;font:14px/1.6 "Microsoft YaHei UI","PingFang SC","Noto Sans CJK SC",sans-serif;color:var(--ink);background:var(--paper)}
h1{font-size:24px;margin:0}h2{font-size:18px;margin:32px 0 8px}
.tiles{display:flex;flex-wrap:wrap;gap:12px;list-style:none;padding:0}.tiles li{border:1px solid var(--line);border-radius:8px;padding:8px 16px;min-width:112px}.tiles strong{display:block;font-size:24px;line-height:1.3}.tiles small{font-size:13px;font-weight:400}
nav a{display:inline-block;margin-right:12px;padding:4px 0}a{color:var(--bar)}section,tr[id]{scroll-margin-top:64px}
.filter{position:sticky;top:0;background:var(--paper);padding:8px 0;border-bottom:1px solid var(--line);z-index:1}
input,select{font:inherit;color:inherit;background:var(--paper);padding:4px 8px;border:1px solid var(--mute);border-radius:4px}input[type=search]{width:min(280px,60vw)}
.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%}caption{text-align:left;color:var(--mute);padding:4px 0}
th,td{border-bottom:1px solid var(--line);padding:6px 8px;text-align:left;vertical-align:top}
thead th{background:var(--soft);white-space:nowrap}
th button{all:unset;cursor:pointer;font-weight:600}th button:focus-visible,a:focus-visible,.wide:focus-visible{outline:2px solid var(--bar);outline-offset:2px}
th[aria-sort=ascending] button::after{content:" ↑"}th[aria-sort=descending] button::after{content:" ↓"}
.n{text-align:right;font-variant-numeric:tabular-nums}.w{min-width:200px}.m{min-width:104px}.k{white-space:nowrap}td:not(.n,.k){overflow-wrap:anywhere}
dl{display:grid;grid-template-columns:repeat(auto-fill,minmax(168px,1fr));gap:8px 16px}dl div{border-bottom:1px solid var(--line);padding:4px 0}dt{color:var(--mute)}dd{margin:0;font-weight:600;font-variant-numeric:tabular-nums}
details ul{margin:4px 0}summary{cursor:pointer;color:var(--bar);padding:2px 0}summary:focus-visible{outline:2px solid var(--bar);outline-offset:2px}
td ul{margin:0;padding-left:16px}small{color:var(--mute)}
.v{white-space:nowrap;font-weight:600}.v.errors{color:var(--error)}.v.to-verify{color:var(--warn)}.v.clean{color:var(--good)}.v.not-checked{color:var(--mute)}
.cell{font-weight:600}
figure{margin:16px 0}figcaption{color:var(--mute)}
.chart{list-style:none;padding:0;margin:8px 0}.chart li{display:grid;grid-template-columns:96px 1fr;row-gap:2px;padding:6px 0;border-bottom:1px solid var(--line);break-inside:avoid}
.chart .label{grid-row:span 2;font-weight:600}
.bar{display:flex;align-items:center;gap:8px}.word{width:32px;color:var(--mute)}.track{flex:1;height:12px}.value{width:56px;text-align:right;font-variant-numeric:tabular-nums}
.solid,.striped{display:block;height:12px;border:1px solid var(--bar);min-width:1px}.solid{background:var(--bar)}.striped{background:repeating-linear-gradient(45deg,var(--bar) 0 2px,transparent 2px 6px)}
footer{margin-top:32px;color:var(--mute)}
@media (max-width:480px){section,tr[id]{scroll-margin-top:112px}}
@page{size:A4 landscape;margin:12mm}
@media print{details,th button::after{display:none}th button{display:contents}thead th{white-space:normal}th,td{padding:4px 5px}.w{min-width:46mm}.m{min-width:20mm}body{padding:0;max-width:none;font-size:10pt}nav,.filter{display:none}thead{display:table-header-group;break-inside:avoid}tr{break-inside:avoid}h2{break-after:avoid}.wide{overflow:visible}.solid,.striped{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`;

/** Sorting by a head's button and filtering by text and verdict; without script the page is complete, only still. */
export const REPORT_SCRIPT = `
(function () {
  var collator = new Intl.Collator('zh-CN', { numeric: true });
  // Signs and places behind the point mean nothing to a collator.
  function compare(a, b) {
    var difference = Number(a) - Number(b);
    return isNaN(difference) ? collator.compare(a, b) : difference;
  }
  function keyOf(row, at) {
    var cell = row.cells[at];
    var key = cell.getAttribute('data-key');
    return (key === null ? cell.textContent : key).trim();
  }
  document.querySelectorAll('thead button').forEach(function (button) {
    button.addEventListener('click', function () {
      var head = button.parentNode;
      var down = head.getAttribute('aria-sort') === 'ascending';
      var body = head.closest('table').tBodies[0];
      Array.prototype.forEach.call(head.parentNode.cells, function (one) { one.removeAttribute('aria-sort'); });
      head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
      Array.prototype.slice.call(body.rows).map(function (row) { return [keyOf(row, head.cellIndex), row]; })
        .sort(function (a, b) { return (a[0] === '') - (b[0] === '') || (down ? -1 : 1) * compare(a[0], b[0]); })
        .forEach(function (pair) { body.appendChild(pair[1]); });
    });
  });
  var text = document.getElementById('filter');
  var word = document.getElementById('word');
  function filter() {
    var wanted = text.value.trim().toLowerCase();
    var shown = 0;
    var all = 0;
    document.querySelectorAll('#by-unit tbody tr, #by-table tbody tr').forEach(function (row) {
      var fits = (wanted === '' || row.textContent.toLowerCase().indexOf(wanted) >= 0) && (word.value === '' || row.getAttribute('data-word') === word.value);
      row.hidden = !fits;
      all++;
      if (fits) shown++;
    });
    document.getElementById('left').textContent = shown === all ? '' : '显示 ' + shown + ' 行，共 ' + all + ' 行';
  }
  text.addEventListener('input', filter);
  word.addEventListener('change', filter);
  document.querySelectorAll('a[data-unit]').forEach(function (link) {
    link.addEventListener('click', function () {
      text.value = link.getAttribute('data-unit');
      word.value = '';
      filter();
    });
  });
})();
`;
