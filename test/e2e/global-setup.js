// Runs once before the tests in a browser: gets the browser, and starts the process that builds for all of them; jest asks for a plain CommonJS function.
const { browserPath, obtainBrowser } = require('../browser.js');
const { startBuilder } = require('./build.ts');

module.exports = () => {
  obtainBrowser((why) => console.warn(`没能从 npm 取得测试用的浏览器（${why}），改用${browserPath() ?? '本机的，但没有找到'}。`));
  return startBuilder();
};
