// Runs once before the tests in a browser; jest asks for a plain CommonJS function.
const { existsSync } = require('node:fs');
const { shareBuild } = require('./build-add-in.ts');
const { chromiumPath } = require('./host-page/session.ts');

module.exports = async () => {
  if (existsSync(chromiumPath())) globalThis.removeSharedBuild = await shareBuild();
};
