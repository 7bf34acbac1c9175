// What `npm run start:excel` starts: the add-in served over https on this computer, and how to bring it into Excel.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import webpack from 'webpack';
import WebpackDevServer from 'webpack-dev-server';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const require = createRequire(import.meta.url);
const PORT = 3000;

/** Development certificates that Office trusts; where they cannot be installed, a self-signed one that the browser must be told to accept. */
async function certificate() {
  try {
    const { getHttpsServerOptions } = await import('office-addin-dev-certs');
    return { options: await getHttpsServerOptions(), trusted: true };
  } catch (error) {
    return { options: {}, trusted: false, reason: error instanceof Error ? error.message.split('\n')[0] : String(error) };
  }
}

const SIDELOAD = `
把 manifest.xml 装进 Excel（只需一次）：
  Windows  建一个共享文件夹，放入 manifest.xml；Excel → 文件 → 选项 → 信任中心 → 信任中心设置 → 受信任的加载项目录，
           填入 \\\\电脑名\\文件夹，勾选“显示在菜单中”，确定后重启 Excel；再从 开始（或 插入）→ 加载项 → 更多加载项 → 共享文件夹 选“表里如一”。
  Mac      把 manifest.xml 复制到 ~/Library/Containers/com.microsoft.Excel/Data/Documents/wef（没有就新建），重启 Excel，再从 开始 → 加载项 里选。
  网页版   打开工作簿 → 开始 → 加载项 → 更多加载项 → 我的加载项 → 上传我的加载项，选 manifest.xml。
装好后，“开始”选项卡里会有“绩效自评”组。按 Ctrl+C 停止服务。
`;

process.chdir(root);
const config = require(join(root, 'webpack.config.js'))({}, { mode: 'development' }).find(({ name }) => name === 'addin');
const { options, trusted, reason } = await certificate();
// No reloading by itself: its script would need eval and a socket, which the pages forbid.
const server = new WebpackDevServer({ host: 'localhost', port: PORT, server: { type: 'https', options }, hot: false, liveReload: false, client: false, devMiddleware: { stats: 'errors-warnings' } }, webpack(config));
try {
  await server.start();
  console.log(`加载项正在 https://localhost:${PORT}/taskpane.html 提供服务。`);
  if (!trusted) console.log(`没有装上开发证书（${reason}），改用自签名证书：请先用浏览器打开上面的网址并接受证书，否则 Excel 里是空白。`);
  console.log(SIDELOAD);
} catch (error) {
  console.error(`没有启动成功，请确认端口 ${PORT} 没有被占用：${error.message}`);
  process.exit(2);
}
