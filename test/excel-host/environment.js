// jsdom as a task pane's window: with the encoders that every browser has and jsdom leaves out.
const { TestEnvironment } = require('jest-environment-jsdom');

module.exports = class TaskPaneEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    this.global.TextDecoder = globalThis.TextDecoder;
    this.global.TextEncoder = globalThis.TextEncoder;
    // Node's encoders give arrays of the outer realm: both must be one.
    this.global.Uint8Array = globalThis.Uint8Array;
  }
};
