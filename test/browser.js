// The browser that tests and screenshots run in: the same one everywhere, unpacked from an npm package, which needs no more than `npm ci` does; elsewhere one that is installed.
const { execFileSync } = require('node:child_process');
const { existsSync, mkdirSync, rmSync, writeFileSync } = require('node:fs');
const { homedir } = require('node:os');
const { join } = require('node:path');

const PACKAGE = '@sparticuz/chromium';
const VERSION = '153.0.0';
/** Goes with node_modules. */
const CACHE = join(__dirname, '..', 'node_modules', '.cache', `browser-${VERSION}`);
const START = join(CACHE, 'start.sh');

const PLACES = {
  linux: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'].flatMap((name) => [`/usr/bin/${name}`, `/snap/bin/${name}`]),
  darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap((name) => ['/', homedir()].map((home) => join(home, 'Applications', `${name}.app`, 'Contents', 'MacOS', name))),
  win32: ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].map((variable) => process.env[variable]).filter(Boolean)
    .flatMap((folder) => [join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'), join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe')]),
};

/** Path of a browser that is here: the one that the environment variable CHROMIUM names and no other, the one unpacked before, or an installed one; null where there is none. */
function browserPath() {
  const named = process.env.CHROMIUM;
  if (named) return existsSync(named) ? named : null;
  return [START, ...(PLACES[process.platform] ?? [])].find((path) => existsSync(path)) ?? null;
}

/** Runs in a process of its own: the package unpacks into the folder for temporary files, which is told by the environment. */
const UNPACKING = `
  const { inflate } = await import(process.argv[1]);
  for (const name of ['chromium.br', 'swiftshader.tar.br', 'al2023.tar.br', 'fonts.tar.br']) await inflate(process.argv[2] + '/' + name);
`;

/** A bare system has neither NSS nor fonts: the package brings both. The folder is found from the script, so that a project may be moved or copied with it. */
const STARTING = `#!/bin/sh
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
export LD_LIBRARY_PATH="\${LD_LIBRARY_PATH:+$LD_LIBRARY_PATH:}$here/al2023/lib"
[ -e /etc/fonts/fonts.conf ] || export FONTCONFIG_FILE="$here/fonts.conf"
exec "$here/chromium" "$@"
`;
const FONTS = '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir prefix="relative">fonts</dir><cachedir prefix="xdg">fontconfig</cachedir></fontconfig>\n';

/**
 * Unpacks that browser, through npm as it is set up here, unless that was done before or another one is named. It takes two thirds of the processor time of Debian's.
 * @param {(why: string) => void} say told where it cannot be had
 */
function obtainBrowser(say) {
  if (process.env.CHROMIUM || existsSync(START)) return;
  if (process.platform !== 'linux' || process.arch !== 'x64') return say(`no package with a browser is known for ${process.platform} ${process.arch}`);
  try {
    rmSync(CACHE, { recursive: true, force: true });
    mkdirSync(CACHE, { recursive: true });
    const npm = process.env.npm_execpath;
    // Without a network it is said at once: an installed browser is waiting.
    const words = ['install', '--prefix', CACHE, '--no-save', '--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund', '--fetch-retries=0', '--loglevel=error', `${PACKAGE}@${VERSION}`];
    execFileSync(npm ? process.execPath : 'npm', npm ? [npm, ...words] : words, { stdio: 'pipe', timeout: 300_000 });
    const home = join(CACHE, 'node_modules', ...PACKAGE.split('/'));
    execFileSync(process.execPath, ['--input-type=module', '-e', UNPACKING, join(home, 'build', 'index.js'), join(home, 'bin')], { stdio: 'pipe', env: { ...process.env, TMPDIR: CACHE } });
    writeFileSync(join(CACHE, 'fonts.conf'), FONTS);
    writeFileSync(START, STARTING, { mode: 0o755 });
    execFileSync(START, ['--version'], { stdio: 'pipe', timeout: 30_000 });
  } catch (error) {
    rmSync(START, { force: true });
    const [told] = String(error.stderr ?? '').trim().split('\n');
    say(told || error.message);
  }
}

module.exports = { browserPath, obtainBrowser };
