// Excel 2019 and older shows add-ins in a window of Internet Explorer, or of the first Edge, where licences are bought in volume. They cannot read the other
// scripts, and would show nothing but 正在打开…… for ever. This one is written in words that they know (ECMAScript 5), is not built, and says so.
(function () {
  var words = {
    zh: ['这个版本的 Excel 打不开表里如一', '它用旧的浏览器组件（Internet Explorer 或旧版 Edge）显示加载项，缺少所需的功能。', '请更新到 Excel 2021 或 Microsoft 365；不能更新的，请用浏览器工作台核查（用 Edge、Chrome、360 等打开，不需要 Excel）。'],
    en: ['This version of Excel cannot open biaoli', 'It shows add-ins in an outdated browser component (Internet Explorer or Edge Legacy) that lacks what is needed.', 'Please update to Excel 2021 or Microsoft 365, or use the browser workbench instead: it opens in Edge or Chrome and needs no Excel.']
  };
  var said = words[/^zh/i.test(navigator.language || '') ? 'zh' : 'en'];

  function tell() {
    var main = document.createElement('main');
    var page = document.getElementById('pane') || document.querySelector('main');
    for (var at = 0; at < said.length; at++) {
      var line = document.createElement(at === 0 ? 'h1' : 'p');
      line.appendChild(document.createTextNode(said[at]));
      main.appendChild(line);
    }
    if (!page) return;
    if (page.tagName === 'MAIN') {
      page.parentNode.replaceChild(main, page);
      return;
    }
    while (page.firstChild) page.removeChild(page.firstChild);
    page.appendChild(main);
  }

  /** The buttons of the ribbon: without an answer Excel would wait for them. */
  function answer(event) {
    Office.context.ui.displayDialogAsync(location.href.replace(/commands\.html.*$/, 'message.html'), { height: 35, width: 30, displayInIframe: true }, function () { event.completed(); });
  }

  if (!/Trident|Edge\//.test(navigator.userAgent)) return;
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', tell);
  else tell();
  if (/commands\.html/.test(location.pathname)) {
    Office.onReady(function () {
      Office.actions.associate('checkWorkbook', answer);
      Office.actions.associate('clearMarks', answer);
    });
  }
})();
