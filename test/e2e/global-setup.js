// Runs once before the tests in a browser: gets a browser where there is none, and starts the process that builds for all of them; jest asks for a plain CommonJS function.
const { browserPath, obtainBrowser } = require('../browser.js');
const { startBuilder } = require('./build.ts');

module.exports = () => {
  if (browserPath() === null) obtainBrowser((why) => console.warn(`没有找到浏览器，也没能通过 npm 取得一个：${why}`));
  return startBuilder();
};
