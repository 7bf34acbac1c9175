// 部署说明.txt: what the bureau's administrator does with the files beside it, and where each way ends.

const OFFICE_WORDS = {
  cdn: ['微软的网址（appsforoffice.microsoft.com）', '用户的电脑要能访问这个网址。世纪互联请改用 --office 21vianet，不通外网请改用 --office self，重新生成。'],
  '21vianet': ['世纪互联的网址（appsforoffice.cdn.partner.office365.cn）', '用户的电脑要能访问这个网址。没有在真实的世纪互联环境里验证过，请先用一个账号试。'],
  self: ['随页面复制的一份（addin/office-js）', '微软不支持自建副本：Excel 升级后可能失效，请先小范围试用；office-js/LICENSE.md 是微软的许可条款，文件不得修改，只能用在与 Microsoft 365 配合的程序里。'],
};

function pages({ base, office, namespace }) {
  const [source, advice] = OFFICE_WORDS[office];
  return `一、先放页面（每种方式都要做）
  1. 把 addin 文件夹里的全部文件放到网页服务器上，使 ${base}/taskpane.html 能在用户的浏览器里打开。
  2. 证书要被每台电脑信任，浏览器不能有任何警告。内网自建的证书，用组策略把根证书发到“受信任的根证书颁发机构”。
  3. office.js 取自${source}。${advice}
  4. 建议给 .html、.json 和 functions.js 加响应头 Cache-Control: no-cache，其他文件名里带指纹，可以长期缓存。${namespace === 'none' ? '' : `
  5. 网页版 Excel 里单元格函数不出现的，给 functions.json、functions.en-us.json 加响应头 Access-Control-Allow-Origin: *。`}`;
}

function cloud({ office }) {
  const vianet = office === '21vianet';
  return `二、Microsoft 365 集中部署（${vianet ? '世纪互联管理中心' : '集成应用'}）—— microsoft-365/manifest.xml
  做法：管理中心 → 设置 → ${vianet ? '集成应用（旧版为“服务和加载项”）' : '集成应用'} → 上传自定义应用 → Office 加载项 → 上传清单文件，再指定用户或组。
  适合：有 ${vianet ? '世纪互联运营的 ' : ''}Microsoft 365 租户的单位；用户什么都不用做，“开始”选项卡里出现“绩效自评”组。
  限制：用户要用单位账号登录；没有租户的批量许可 Office 用不了；分发到所有人最长可能要一天${office === 'self' ? '；能用这种方式的电脑通外网，一般不需要自建 office.js' : ''}。`;
}

function sharePoint() {
  return `三、SharePoint 应用程序目录（本地部署）—— sharepoint/manifest.xml
  做法：管理中心 → 应用程序 → 管理应用程序目录 → “Office 相关应用程序”里上传清单；用组策略（用户配置 → 管理模板 → Microsoft Office → 安全设置 → 信任中心 → 受信任的目录）写上目录所在的网站集地址。
  适合：已有本地 SharePoint 的单位，Windows 上的 Excel。
  限制：这种目录不支持功能区按钮、右键菜单和单元格函数，所以用单独的清单；用户从 插入 → 加载项 → 我的组织 打开面板，核查、更正、撤销都在面板里。`;
}

function shared({ share }) {
  const policy = share === null
    ? '这次没有写 --share，所以没有注册表文件：用 --share \\\\服务器\\共享名 重新生成，或让用户在 Excel → 文件 → 选项 → 信任中心 → 受信任的加载项目录 里自己填。'
    : `network-share/trusted-catalog.reg 把 ${share} 设为受信任的目录：用组策略（用户配置 → 首选项 → Windows 设置 → 注册表）下发同样的三个值，或在登录脚本里运行 reg import，或让用户双击。remove-trusted-catalog.reg 用来撤销。`;
  return `四、网络共享文件夹 —— network-share/manifest.xml
  做法：
  1. 把 network-share/manifest.xml 放进共享文件夹${share === null ? '' : ` ${share}`}（用户只读即可，文件名随意，一个加载项只放一个清单）。
  2. ${policy}
  3. 用户重启 Excel，从 开始（或 插入）→ 加载项 → 更多加载项 → 共享文件夹 里选“表里如一”，点“添加”，每人一次。
  适合：没有租户、没有 SharePoint 的内网，批量许可的 Excel。
  限制：只有 Windows；微软说明这种方式用于测试，不保证生产环境；注册表是每个用户的（HKCU）；清单里的按钮改了以后，用户要重新添加一次。`;
}

function functions({ namespace }) {
  if (namespace === 'none') return '五、单元格函数\n  这次没有带（--namespace none）。面板和模板都不依赖它们。';
  const prefix = namespace ?? '绩效';
  return `五、单元格函数（${prefix}.执行率、${prefix}.指标得分、${prefix}.定性得分、${prefix}.评价等级）
  需要 Microsoft 365、网页版、Mac，或 Windows 上较新的批量许可版本（LTSC 2024；2021 版微软的两份文档说法不一）；别的版本里没有这些函数，面板照常使用。${namespace === null ? `
  微软的文档没有写明前缀能否用中文。如果函数不出现或加载项装不上，请用 --namespace BIAOLI（改用英文前缀）或 --namespace none（不带函数）重新生成清单。` : ''}`;
}

function upkeep({ catalog }) {
  return `六、更新
  换新版本：用新的 addin 文件夹替换服务器上的文件，用户下次打开时生效。只有清单变了（按钮、名称、网址、版本号）才需要重新上传清单；Id 不变，不会出现两个。
  只换网址：npm run package -- --base 新网址 --manifests-only，不必重新构建页面。
  ${catalog === null ? '口径、模板的目录（catalog.json）放在 addin 文件夹里，与 taskpane.html 并列；有了以后用 --catalog 文件夹 一起生成，或直接放到服务器上。' : '口径、模板的目录（catalog.json）已复制在 addin 文件夹里；以后只换目录，不用重新生成。'}

七、要求和没有验证的
  Excel 2021、LTSC 2024 或 Microsoft 365；Excel 2019 只有零售版可以（批量许可的用 Internet Explorer 显示加载项，打不开）。不能装加载项的电脑请用工作台（浏览器打开，不需要 Excel）。
  清单按公开的结构文件核对过；没有在真实的租户、SharePoint 和域环境里装过，请先在一台电脑上试。`;
}

/** Text of the guide; Notepad of older Windows wants CRLF and a mark at the beginning. */
export function guideFor(options, version) {
  const head = `表里如一 加载项部署说明\n\n版本 ${version}，网址 ${options.base}\n这里的四个部分：addin（页面）、deploy/microsoft-365、deploy/sharepoint、deploy/network-share（清单）。几种方式选一种，不要给同一个人装两次。`;
  return `\ufeff${[head, pages(options), cloud(options), sharePoint(), shared(options), functions(options), upkeep(options)].join('\n\n')}\n`.replaceAll('\n', '\r\n');
}
