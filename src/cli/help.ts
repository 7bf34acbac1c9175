// Help texts of the command line, one for each command.

export const HELP: Readonly<Record<string, string>> = {
  '': `表里如一 biaoli：核查绩效自评表，复核评分，更正并保留原样

用法：biaoli <命令> [选项] [文件、文件夹或通配符…]

  check     核查，列出结论和问题
  correct   生成更正后的副本（标色、加批注，可撤销）
  undo      撤销更正，还原单元格
  batch     批量核查整个文件夹，结果一个文件一行，可中断后继续
  merge     合并分开核查的结果
  summary   把批量结果写成汇总（Excel、网页、JSON、CSV）
  letters   按批量结果给每个单位写一份审核意见书（Word）
  explain   为“待核实”的问题写书面说明
  rules     列出核查规则
  rubrics   列出评分口径
  checks    自定义审核公式：试算、示例、字段名
  catalog   做一份下发各单位的目录（口径、审核公式、模板），或检查一份
  template  自评表模板：列出、写出空白表、把填好的表转换成另一种表

  --help    看帮助（biaoli check --help）    --version  看版本

退出码：0 没有错误　1 发现错误　2 有文件未能核查或命令写错
`,
  check: `用法：biaoli check [选项] 文件…
        biaoli check [选项] 报告.docx [自评表.xlsx …]

  --format text|json|sarif   输出格式，默认 text
  --output 文件              结果写入文件，不写到屏幕
  --rubric ID|文件.json      指定评分口径（biaoli rubrics 查看）或单位自己的口径文件，默认按表自动判断
  --catalog 文件夹|网址      用单位发布的目录里的口径和审核公式（见 biaoli catalog --help）
  --checks 文件              连同自定义审核公式一起核查（.txt 或 .json，见 biaoli checks --help）
  --exit-zero                发现错误也以 0 退出
  --quiet                    只输出结论
  --debug                    出错时显示细节

文件夹会连同子文件夹一起核查；通配符支持 *、? 和 **。

Word 报告（.docx、.docm，或纯文本 .txt）：文中的自评表照表核查；文中的数字前后核对，并与自评表对照，
每个问题写明段落、原文和算式。只写一份报告时，一同写出的工作簿都与它对照；
写几份或写文件夹时，按同一文件夹、文件名里相同的单位或项目名配对，再看报告里有没有表上的单位或项目。
文件夹里与工作簿放在一起的 .docx，或文件名带“报告、自评、绩效”等字样的，当作报告；
通知、模板、意见书等不读。.doc、.wps 请先另存为 .docx。
`,
  correct: `用法：biaoli correct [选项] 文件…

  默认在原文件旁生成“原名（已更正）.xlsx”，原文件不动。
  --dry-run        只预览更正前后，不写文件
  --out 文件夹     副本写到这个文件夹
  --overwrite      已有同名副本时覆盖
  --in-place       直接改原文件
  --formulas       能用公式的写成公式（如 =G5/F5）
  --all            连同需要人工看的建议一起写入
  --marks-only     只标色、加批注，不改内容
  --rule ID        只处理这条规则，可写多次
  --result-sheet   附一张“核查结果”工作表
  --rubric ID      指定评分口径，或口径文件（.json）
  --catalog 位置   用单位发布的目录
  --checks 文件    自定义审核公式发现的问题也标色、加批注
  --date 日期      批注里的日期，默认今天
  --quiet          只输出结论

已有公式的单元格不会被数值覆盖。.xls 和 .et 请先另存为 .xlsx。
`,
  undo: `用法：biaoli undo [选项] 文件…

  撤销 correct 写入的更正；更正之后有人改过的单元格不动，并说明。
  默认生成“原名（已撤销）.xlsx”。
  --in-place       直接改原文件
  --out 文件夹     写到这个文件夹
  --overwrite      已有同名副本时覆盖
  --last           只撤销最近一次
`,
  batch: `用法：biaoli batch [选项] 文件夹 --out 结果文件夹

  连同子文件夹一起核查，每个文件一行 JSON，写入 results.jsonl；打不开的、没有表的也各占一行。
  .ods、.csv、.xlsb、.numbers 等别的表格文件也列出来，写明怎样另存为 .xlsx；PDF、图片和其他文件不列。
  Word 报告（.docx）自占一行，与同一文件夹里同一单位、项目的工作簿对照；工作簿变了，--resume 时报告重新核对。
  每个文件在单独的进程里核查，限时 60 秒、限内存 1 GB：一个坏文件只影响它自己。
  --jobs N         同时用几个进程，默认等于处理器个数
  --resume         接着上次做：内容没有变的文件沿用上次结果（中断、断电之后也可以）
  --shard I/N      只做 N 份中的第 I 份；auto/N 取 Slurm 或 Kubernetes 的任务编号
  --rubric ID      指定评分口径，或口径文件（.json）
  --catalog 位置   用单位发布的目录；目录变了，--resume 时重新核查
  --checks 文件    连同自定义审核公式一起核查；公式变了，--resume 时重新核查
  --redact         结果里不留单位自己写的文字（目标、指标名称、原因、说明），只留单元格、数字、得分和单位、项目名称
  --exit-zero      发现错误、有文件没能核查，也以 0 退出
  --quiet          不输出小结
`,
  merge: `用法：biaoli merge 结果文件夹… --out 文件夹

  把几次（几台机器、几份）批量核查的结果合并成一份 results.jsonl，按文件路径排序。
`,
  summary: `用法：biaoli summary [选项] 结果文件夹…

  把 batch 或 merge 的结果写成汇总：按单位、各表、按规则、得分和等级分布、没有对上表的报告、未能核查的文件；
  列出不同单位之间雷同的表（相同内容并列）和重复报送的表。
  --last-year 文件夹            与上年比较：上年的结果文件夹，或放着上年表格的文件夹
  --format xlsx,html,json,csv,sarif   写哪几种，默认前四种
  --out 文件夹                  写到哪里，默认写在结果文件夹里
  --title 文字                  汇总的标题
  --date 日期                   汇总上的日期，默认今天
  --redact                      汇总里不出现单位自己写的文字（比较时仍用）
  --overwrite                   汇总.xlsx 用 Excel 或 WPS 保存过时也覆盖；默认不覆盖，因为可能改过
`,
  letters: `用法：biaoli letters [选项] 结果文件夹… --out 文件夹
        biaoli letters --write-template 文件.txt

  按 batch 或 merge 的结果，给每个有问题的单位写一份审核意见书（.docx，公文格式）：
  逐表列出须更正的和须说明的问题，写明单元格、应填数和填报数、依据、办理要求和期限。
  --only errors|all        只给须更正的单位；或没有问题的单位也给（无意见函）
  --from 落款单位          落款，默认留出盖章的位置
  --date 日期              成文日期，默认今天
  --due 日期               答复期限，默认收到之日起 5 个工作日内
  --template 文件          用自己的文字（.txt 或 .json）
  --write-template 文件    写出默认模板，供修改
  --redact                 不引用单位自己写的文字，只写单元格和数字
  --zip                    全部意见书放进一个 审核意见书.zip
  --overwrite              文件夹里已有同名意见书时覆盖；默认不覆盖，因为可能改过
  --quiet                  不输出小结
`,
  explain: `用法：biaoli explain [选项] 文件

  不带 --rule 时列出需要书面说明的问题。
  --rule ID --cell 单元格 --reason "理由" --role 身份   写入一条说明
  --sheet 工作表   单元格在多张表里都有时指明
  --date 日期      默认今天
  --in-place       写入原文件；默认生成“原名（已说明）.xlsx”
  --out 文件夹     写到这个文件夹
  --overwrite      已有同名副本时覆盖
  --rubric ID      指定评分口径，或口径文件（.json）
  --catalog 位置   用单位发布的目录
  --checks 文件    自定义审核公式；规则写作 own:编号
`,
  catalog: `用法：biaoli catalog build 文件夹 [选项]
        biaoli catalog check 文件夹或网址

  把要下发的东西放进一个文件夹：rubrics/（口径 .json）、checks/（审核公式 .json 或 .txt）、templates/（模板 .xlsx），
  build 逐个检查后写出 catalog.json（带版本和 SHA-256）。整个文件夹放到加载项网页所在的目录，各单位下次打开面板即生效。
  --title 名称             目录的名称（第一次必写，以后沿用）
  --publisher 单位         发布单位（第一次必写）
  --catalog-version 版本   内容变了必须换，例如 2026.1
  --date 日期              发布日期，默认今天

  被改动过或取不到的目录不采用：沿用上一次完好的，并说明。
`,
  checks: `用法：biaoli checks test 审核公式.txt [自评表.xlsx …]
        biaoli checks examples [--format text|json]
        biaoli checks fields

  test      检查公式写得对不对；写了表格时逐条列出结果：符合、不符合、无法核查、不适用
  examples  二十条示例，可存成文件再改：biaoli checks examples > 审核公式.txt
  fields    列出可用的字段名

一条审核公式这样写（.txt；也可写成 JSON，格式见 assets/own-checks.schema.json）：
  【ZJ-01】执行数不超过预算数
  级别：错误（或 核实、提示）
  适用：项目支出、部门整体（不写时按字段判断）
  公式：[全年执行数] <= [全年预算数]
  说明：执行{[全年执行数]}，超过预算{[全年预算数]}。（{ } 里是表上的数）
  文件：依据的文件　条款：依据的条款（各写一行）

公式的写法：
  [字段]　[行名/栏目名]　[表头/栏目名]　100　20%　50万元　“文字”
  = <> < <= > >= 约等于（按显示的小数位；可加 误差 0.5）　+ - * /　且 或 非　若…则…否则…
  为空　不为空　包含“…”　以“…”开头　属于 {优、良、中、差}
  合计(分值)　平均　最大　最小　个数，可加条件：合计(分值, [二级指标] 包含“成本”)
  绝对值　四舍五入(数, 位数)　取整　字数　百分数
  放在最前面：每行：　每个指标：　每项资金：　每个一级指标：　一级指标“产出指标”内：
没有填、读不出的不算错，列为“无法核查”。全角、半角都可以。
`,
  rules: `用法：biaoli rules [ID…]

  列出全部规则；带 ID 时列出理由、依据和示例。
`,
  template: `用法：biaoli template list [--format text|json]
        biaoli template write ID 文件.xlsx [选项]
        biaoli template convert 文件 --to ID --out 文件2.xlsx [--sheet 工作表]

  list     列出模板：全国和各省的项目、部门整体自评表，基础数据表，绩效目标申报表
  write    写出空白表：版式、公式、下拉选项、打印设置齐全，公式已锁定（没有密码）
    --year 2024      年度
    --unit 名称      单位名称
    --rows N         每个二级指标几行指标（基础数据表：几行项目）
  convert  把填好的表转换成另一种表；转不过去的内容、口径不同算出不同得分的，逐条列出
    --sheet 工作表   只转换这张工作表
  --overwrite      覆盖已有文件（也可写 --force）
`,
  rubrics: `用法：biaoli rubrics [ID…]

  列出全部评分口径；带 ID 时列出每个数值及其出处（原文、样表所见、推定）。
`,
};
