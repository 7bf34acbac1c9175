// The words of a letter as a bureau writes them: a plain text (or JSON) with two letters in it and placeholders in braces; what is wrong with it is said by line.

/** What a placeholder stands for; the names are part of the file format. */
export const PLACEHOLDERS = ['单位', '项目', '年度', '表', '问题', '结论', '要求', '期限', '日期', '落款'] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];

export interface TemplateLine {
  /** Line of the file, from 1; of a JSON list, the place in it. */
  readonly number: number;
  /** Without line feed; '' is an empty line of the letter. */
  readonly text: string;
}

export interface LetterTemplate {
  /** To a unit that has to correct or to explain; the first line is the title. */
  readonly opinion: readonly TemplateLine[];
  /** To a unit without findings. */
  readonly noObjection: readonly TemplateLine[];
}

export type TemplateReading = { readonly ok: true; readonly template: LetterTemplate } | { readonly ok: false; readonly reason: string };

const OPINION = '审核意见书';
const NO_OBJECTION = '无意见函';
const TOGETHER = ['{问题}', '{落款}', '{日期}'] as const;

/** The template that ships; also what --write-template writes. */
export const TEMPLATE_TEXT = `# 绩效自评审核意见书的文字，可以用记事本修改。以“#”开头的行是说明，不写进意见书。
# 花括号里的内容由程序填写，可用：
#   {单位} {项目} {年度} {表}   报送单位、项目名称、自评年度、报送了哪些表
#   {问题}                      逐表列出的问题，须单独占一行
#   {结论} {要求} {期限}        审核结论、要单位做什么、什么时候以前
#   {落款} {日期}               审核单位和成文日期，须单独占一行，自动排在盖章的位置
# 每封信的第一行是标题；只写“{单位}：”的一行顶格；其余各行空两格。

[${OPINION}]
{年度}绩效自评审核意见书

{单位}：
按照预算绩效管理有关规定和绩效自评工作要求，我们审核了你单位报送的{表}。现将审核意见函告如下：
{问题}
审核结论：{结论}
请你单位于{期限}{要求}，将更正后的自评表和书面说明加盖单位公章后重新报送。对审核意见有异议的，请一并附依据材料说明。

{落款}
{日期}
（联系人：　　　　　　联系电话：　　　　　　　）

[${NO_OBJECTION}]
{年度}绩效自评审核意见书

{单位}：
按照预算绩效管理有关规定和绩效自评工作要求，我们审核了你单位报送的{表}。{结论}
请你单位按规定做好自评结果应用、公开和资料归档工作。

{落款}
{日期}
（联系人：　　　　　　联系电话：　　　　　　　）
`;

/** Full-width braces are what a Chinese keyboard gives. */
const narrow = (text: string): string => text.replaceAll('｛', '{').replaceAll('｝', '}');

function isPlaceholder(name: string): name is Placeholder {
  return PLACEHOLDERS.some((known) => known === name);
}

/** A text with its placeholders filled in one pass: what is filled in is never searched for placeholders again. */
export function fill(text: string, values: Readonly<Record<Placeholder, string>>): string {
  return text.replace(/\{\s*([^{}]*?)\s*\}/g, (whole, name: string) => (isPlaceholder(name) ? values[name] : whole));
}

function problemOf({ number, text }: TemplateLine, letter: string, where: string): string | null {
  const at = `${where}第 ${number} 行`;
  for (const [, name = ''] of text.matchAll(/\{\s*([^{}]*?)\s*\}/g)) {
    if (!isPlaceholder(name)) return `${at}的{${name}}不认识，可用的有${PLACEHOLDERS.map((one) => `{${one}}`).join('、')}。`;
    if (letter === NO_OBJECTION && name === '问题') return `${at}的{问题}只能用在“${OPINION}”里：没有问题的单位才用“${NO_OBJECTION}”。`;
  }
  if (/[{}]/.test(text.replace(/\{[^{}]*\}/g, ''))) return `${at}的花括号没有配对，请写成{单位}这样的形式。`;
  const alone = TOGETHER.find((one) => text.includes(one) && text.trim() !== one);
  return alone === undefined ? null : `${at}的${alone}要单独占一行。`;
}

/** Checks one letter; lines at its ends that are empty fall away. */
function letterOf(lines: readonly TemplateLine[], letter: string, where: string): readonly TemplateLine[] | string {
  const filled = lines.map((line): TemplateLine => ({ ...line, text: narrow(line.text).replace(/\s+$/, '').replace(/\{\s*([^{}]*?)\s*\}/g, '{$1}') }));
  const first = filled.findIndex(({ text }) => text !== '');
  if (first < 0) return `模板里的“${letter}”没有内容，请写上标题和正文，或重新取一份默认模板。`;
  const trimmed = filled.slice(first, filled.findLastIndex(({ text }) => text !== '') + 1);
  for (const line of trimmed) {
    const problem = problemOf(line, letter, where);
    if (problem !== null) return problem;
  }
  const needed = (['单位', ...(letter === OPINION ? ['问题'] : ['结论'])]).find((name) => !trimmed.some(({ text }) => text.includes(`{${name}}`)));
  return needed === undefined ? trimmed : `模板里的“${letter}”缺{${needed}}，写出来的信就没有这项内容，请补上。`;
}

function checked(opinion: readonly TemplateLine[], noObjection: readonly TemplateLine[], where: (letter: string) => string): TemplateReading {
  const read = [letterOf(opinion, OPINION, where(OPINION)), letterOf(noObjection, NO_OBJECTION, where(NO_OBJECTION))] as const;
  const [first, second] = read;
  if (typeof first === 'string') return { ok: false, reason: first };
  return typeof second === 'string' ? { ok: false, reason: second } : { ok: true, template: { opinion: first, noObjection: second } };
}

function fromJson(text: string): TemplateReading {
  const wrong: TemplateReading = { ok: false, reason: `模板的 JSON 写得不对，应为 {"${OPINION}": ["标题", "正文", …], "${NO_OBJECTION}": ["标题", "正文", …]}。` };
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return wrong;
  }
  if (typeof data !== 'object' || data === null) return wrong;
  const part = (name: string): readonly TemplateLine[] | null => {
    const lines: unknown = (data as Record<string, unknown>)[name];
    return Array.isArray(lines) && lines.every((line) => typeof line === 'string') ? lines.map((line, at) => ({ number: at + 1, text: line })) : null;
  };
  const opinion = part(OPINION);
  const noObjection = part(NO_OBJECTION);
  return opinion === null || noObjection === null ? wrong : checked(opinion, noObjection, (letter) => `模板“${letter}”`);
}

/** Reads a template. Never throws; what is wrong is a Chinese sentence with the line. */
export function readTemplate(text: string): TemplateReading {
  const plain = text.replace(/^\ufeff/, '');
  if (/^\s*\{\s*"/.test(plain)) return fromJson(plain);
  const parts = new Map<string, TemplateLine[]>([[OPINION, []], [NO_OBJECTION, []]]);
  let current: TemplateLine[] | null = null;
  for (const [at, line] of plain.split(/\r\n|\r|\n/).entries()) {
    if (/^\s*[#＃]/.test(line)) continue;
    const name = /^\s*[[［【](.*)[\]］】]\s*$/.exec(line)?.[1]?.trim();
    if (name !== undefined) {
      const part = parts.get(name);
      if (!part) return { ok: false, reason: `模板第 ${at + 1} 行的[${name}]不认识，只有[${OPINION}]和[${NO_OBJECTION}]两封信。` };
      current = part;
    } else if (current !== null) {
      current.push({ number: at + 1, text: line });
    } else if (line.trim() !== '') {
      return { ok: false, reason: `模板第 ${at + 1} 行之前缺[${OPINION}]这一行：先写是哪一封信，再写内容。` };
    }
  }
  return checked(parts.get(OPINION) ?? [], parts.get(NO_OBJECTION) ?? [], () => '模板');
}
