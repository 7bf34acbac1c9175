// Runs once before the tests in a browser: starts the process that builds for all of them; jest asks for a plain CommonJS function.
const { startBuilder } = require('./build.ts');

module.exports = () => startBuilder();
