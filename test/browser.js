// The browser that tests and screenshots run in: one that is installed, or one unpacked from an npm package, which needs no more than `npm ci` does.
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

/** Path of a browser that is here: the one that the environment variable CHROMIUM names and no other, an installed one, or the one unpacked before; null where there is none. */
function browserPath() {
  const named = process.env.CHROMIUM;
  if (named) return existsSync(named) ? named : null;
  return [...(PLACES[process.platform] ?? []), START].find((path) => existsSync(path)) ?? null;
}

/** Runs in a process of its own: the package unpacks into the folder for temporary files, which is told by the environment. */
const UNPACKING = `
  const { inflate } = await import(process.argv[1]);
  for (const name of ['chromium.br', 'swiftshader.tar.br', 'al2023.tar.br', 'fonts.tar.br']) await inflate(process.argv[2] + '/' + name);
`;

const quoted = (path) => `'${path.replaceAll("'", "'\\''")}'`;

/** A bare system has neither NSS nor fonts: the package brings both. */
const starting = (folder) => `#!/bin/sh
export LD_LIBRARY_PATH="\${LD_LIBRARY_PATH:+$LD_LIBRARY_PATH:}"${quoted(join(folder, 'al2023', 'lib'))}
[ -e /etc/fonts/fonts.conf ] || export FONTCONFIG_FILE=${quoted(join(folder, 'fonts.conf'))}
exec ${quoted(join(folder, 'chromium'))} "$@"
`;
const fontsOf = (folder) => `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${join(folder, 'fonts')}</dir><cachedir>${join(folder, 'fonts-cache')}</cachedir></fontconfig>\n`;

/**
 * Gets a browser where there is none, through npm as it is set up here. Its path; null where that cannot be done, and then `say` is told why.
 * @param {(why: string) => void} say
 */
function obtainBrowser(say) {
  if (process.env.CHROMIUM) return null;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    say(`no package with a browser is known for ${process.platform} ${process.arch}`);
    return null;
  }
  try {
    rmSync(CACHE, { recursive: true, force: true });
    mkdirSync(CACHE, { recursive: true });
    const npm = process.env.npm_execpath;
    const words = ['install', '--prefix', CACHE, '--no-save', '--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', `${PACKAGE}@${VERSION}`];
    execFileSync(npm ? process.execPath : 'npm', npm ? [npm, ...words] : words, { stdio: 'pipe' });
    const home = join(CACHE, 'node_modules', ...PACKAGE.split('/'));
    execFileSync(process.execPath, ['--input-type=module', '-e', UNPACKING, join(home, 'build', 'index.js'), join(home, 'bin')], { stdio: 'pipe', env: { ...process.env, TMPDIR: CACHE } });
    writeFileSync(join(CACHE, 'fonts.conf'), fontsOf(CACHE));
    writeFileSync(START, starting(CACHE), { mode: 0o755 });
    execFileSync(START, ['--version'], { stdio: 'pipe', timeout: 30_000 });
    return START;
  } catch (error) {
    rmSync(START, { force: true });
    say(String(error.stderr ?? '').trim() || error.message);
    return null;
  }
}

module.exports = { browserPath, obtainBrowser };
