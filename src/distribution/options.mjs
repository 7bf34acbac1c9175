// What `npm run package` is asked for: arguments → choices, or a Chinese sentence that says what to write instead.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const OFFICE_CHOICES = ['cdn', '21vianet', 'self'];

export const HELP = `用法：npm run package -- --base https://主机/路径 [选项]

生成要放到网页服务器上的文件、各种分发方式的清单和部署说明。

  --base 网址         加载项的文件将放在这个网址下，必须是 https，可以带端口和路径，例如 https://addin.example.cn:8443/biaoli
  --office 来源       office.js 从哪里取：cdn（微软，默认）、21vianet（世纪互联）、self（随页面复制一份，供不通外网的内网使用）
  --share 共享文件夹   用网络共享文件夹分发时写上，例如 \\\\server\\office-addins；同时生成组策略用的注册表文件
  --namespace 名称    单元格函数的前缀：默认 绩效（英文界面为 BIAOLI）；可改为英文字母的名称，或写 none 不带单元格函数
  --catalog 文件夹    目录（catalog.json 和它列出的文件），复制到加载项旁边
  --out 文件夹        写到哪里，默认 dist
  --addin-only        只构建加载项，不构建工作台和命令行
  --manifests-only    页面已经构建好，只写清单和说明（页面里没有网址，换网址不必重新构建）
`;

const WITH_VALUE = ['base', 'office', 'share', 'namespace', 'catalog', 'out'];
const SWITCHES = ['addin-only', 'manifests-only', 'help'];

function refused(sentence) {
  return { ok: false, sentence };
}

/** `--name value`, `--name=value` and switches. */
function split(words) {
  const given = {};
  for (let at = 0; at < words.length; at++) {
    const [, name, , joined] = /^--([a-z-]+)(=([\s\S]*))?$/.exec(words[at]) ?? [];
    if (name === undefined) return refused(`不明白“${words[at]}”：选项以 -- 开头，用 --help 看用法。`);
    if (SWITCHES.includes(name) && joined === undefined) given[name] = true;
    else if (!WITH_VALUE.includes(name)) return refused(`没有选项“--${name}”，用 --help 看用法。`);
    else {
      const value = joined ?? words[++at];
      if (value === undefined || value === '' || (joined === undefined && value.startsWith('--'))) return refused(`“--${name}”后面要写一个值，用 --help 看用法。`);
      if (name in given) return refused(`“--${name}”写了两次。`);
      given[name] = value;
    }
  }
  return { ok: true, given };
}

/** Office opens https only; the address goes into XML and into file names after it, hence neither query nor fragment. */
function baseOf(text) {
  if (text === undefined) return refused('请用 --base 写明加载项将放在哪个网址下，例如 --base https://addin.example.cn/biaoli。');
  if (/^http:/i.test(text)) return refused(`“${text}”是 http：Office 只打开 https 网址，请给服务器装上证书。`);
  if (!/^https:\/\//i.test(text) || !URL.canParse(text)) return refused(`“${text}”不是网址：应以 https:// 开头，例如 https://addin.example.cn/biaoli。`);
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') return refused('网址里不能写用户名和密码。');
  if (/[?#]/.test(text)) return refused('网址里不能有 ? 和 #：只写到文件夹为止。');
  if (/\.(?:html?|xml)$/i.test(url.pathname)) return refused(`“${text}”像是一个文件：请写它所在的文件夹的网址。`);
  const base = (url.origin + url.pathname).replace(/\/+$/, '');
  return /[\s"'<>&]/.test(base) ? refused(`“${text}”里有空格、引号或 &，请换一个路径。`) : { ok: true, base, local: url.hostname === 'localhost' || url.hostname === '127.0.0.1' };
}

/** \\server\share[\folder…]; Office takes no drive letters. Doubled as a Unix shell wants them, backslashes come so from Windows' own. */
function shareOf(text) {
  const plain = text.replaceAll('/', '\\');
  const share = (plain.startsWith('\\\\\\\\') ? plain.replaceAll('\\\\', '\\') : plain).replace(/\\+$/, '');
  if (/^[a-z]:/i.test(share)) return refused(`“${text}”是盘符：各人的盘符可能不同，请写网络路径，例如 \\\\server\\office-addins。`);
  if (!/^\\\\[^\\]+\\[^\\]/.test(share)) return refused(`“${text}”不是网络路径：应为 \\\\服务器\\共享名，例如 \\\\server\\office-addins。`);
  const parts = share.slice(2).split('\\');
  // Control characters would end the line of a registry file.
  const bad = parts.find((part) => part === '' || part === '.' || part === '..' || /[:*?"<>|]/.test(part) || [...part].some((char) => char < ' '));
  return bad === undefined ? { ok: true, share } : refused(`“${text}”里有不能用在路径里的字符或空的一段。`);
}

/** Letters of English only where it is not the default: that is all that every version of Office is documented to take. */
function namespaceOf(text) {
  if (text === undefined || text === '绩效') return { ok: true, namespace: null };
  if (text === 'none') return { ok: true, namespace: 'none' };
  if (!/^[A-Za-z][A-Za-z0-9._]{0,31}$/.test(text)) return refused(`--namespace ${text}：只能用英文字母、数字、点和下划线，以字母开头，最多 32 个字符；不要单元格函数就写 none。`);
  return /^(?:[A-Za-z]{1,3}\d+|[Rr]\d*[Cc]\d*)$/.test(text) ? refused(`--namespace ${text}：像一个单元格地址，请换一个。`) : { ok: true, namespace: text.toUpperCase() };
}

function catalogOf(text, from) {
  if (text === undefined) return { ok: true, catalog: null };
  const folder = resolve(from, text);
  const file = join(folder, 'catalog.json');
  if (!existsSync(file)) return refused(`${folder} 里没有 catalog.json：请写目录所在的文件夹。`);
  try {
    JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return refused(`${file} 不是有效的 JSON：请重新生成目录。`);
  }
  return { ok: true, catalog: folder };
}

/** `home`: the package's folder, where dist lies; `from`: where relative paths start. @returns choices, or the sentence to print */
export function readOptions(words, home, from) {
  const parts = split(words);
  if (!parts.ok) return parts;
  const { given } = parts;
  if (given.help) return { ok: true, options: { help: true } };
  const office = given.office ?? 'cdn';
  if (!OFFICE_CHOICES.includes(office)) return refused(`--office ${office}：只能是 ${OFFICE_CHOICES.join('、')}。`);
  if (given['addin-only'] && given['manifests-only']) return refused('--addin-only 和 --manifests-only 只能写一个。');
  const share = given.share === undefined ? { ok: true, share: null } : shareOf(given.share);
  const answers = [baseOf(given.base), share, namespaceOf(given.namespace), catalogOf(given.catalog, from)];
  const wrong = answers.find(({ ok }) => !ok);
  if (wrong) return wrong;
  const [{ base, local }, , { namespace }, { catalog }] = answers;
  return {
    ok: true,
    options: { help: false, base, local, office, share: share.share, namespace, catalog, out: given.out === undefined ? join(home, 'dist') : resolve(from, given.out), build: given['manifests-only'] ? 'nothing' : given['addin-only'] ? 'addin' : 'all' },
  };
}
