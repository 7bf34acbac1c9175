// Removes what global-setup.js has built.
module.exports = () => {
  globalThis.removeSharedBuild?.();
};
