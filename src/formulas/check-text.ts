// Own checks as plain text, which needs no braces: 【编号】名称, then 级别：, 适用：, 公式：, 说明：, 文件：, 条款：, a line each.
import type { CheckDraft } from './compile';
import { KINDS, SEVERITIES, type PlacedDraft } from './check-words';

interface Reading {
  readonly title: string | null;
  readonly issuer: string | null;
  readonly version: string | null;
  readonly drafts: readonly PlacedDraft[];
  readonly problems: readonly string[];
}

const HEAD = /^【([^】]*)】\s*(.*)$/;
const KEYS: ReadonlyMap<string, string> = new Map([
  ['级别', 'severity'], ['适用', 'kinds'], ['公式', 'formula'], ['说明', 'message'], ['出错说明', 'message'], ['文件', 'document'], ['条款', 'clause'],
  ['名称', 'title'], ['制定单位', 'issuer'], ['版本', 'version'],
]);
const LINE = new RegExp(`^\\s*(${[...KEYS.keys()].join('|')})\\s*[：:]\\s?(.*)$`);

interface Block {
  readonly id: string;
  readonly label: string;
  readonly line: number;
  readonly values: Map<string, { text: string; readonly line: number; readonly column: number }>;
}

/** Reads blocks; what belongs to none, or stands there twice, is told with its line. */
export function readCheckText(text: string): Reading {
  const problems: string[] = [];
  const top: Block = { id: '', label: '', line: 1, values: new Map() };
  const blocks: Block[] = [];
  let open: { text: string } | null = null;
  for (const [at, raw] of text.split(/\r?\n/).entries()) {
    const line = at + 1;
    if (/^\s*(?:[#＃]|\/\/)/.test(raw)) continue;
    if (raw.trim() === '') {
      open = null;
      continue;
    }
    const pair = LINE.exec(raw);
    const head = pair ? null : HEAD.exec(raw.trim());
    // A formula may begin or go on in the next line, and with a field in such brackets: only a line at the left edge opens a block.
    if (head && !(open && (/^\s/.test(raw) || open.text.trim() === ''))) {
      blocks.push({ id: (head[1] ?? '').trim(), label: (head[2] ?? '').trim(), line, values: new Map() });
      open = null;
    } else if (pair) {
      const [, word = '', value = ''] = pair;
      const key = KEYS.get(word) ?? '';
      const block = blocks.at(-1) ?? top;
      const ofTop = key === 'title' || key === 'issuer' || key === 'version';
      if (ofTop !== (block === top)) problems.push(ofTop ? `第 ${line} 行：“${word}”要写在第一条审核公式之前。` : `第 ${line} 行：“${word}”之前要先写一行【编号】名称。`);
      else if (block.values.has(key)) problems.push(`第 ${line} 行：“${word}”写了两次。`);
      open = { text: value };
      block.values.set(key, Object.assign(open, { line, column: raw.length - value.length + 1 }));
    } else if (open) open.text += `\n${raw}`;
    else problems.push(`第 ${line} 行看不懂：每行写 级别：、适用：、公式：、说明：、文件：或条款：，一条审核公式以【编号】名称开头。`);
  }
  const value = (block: Block, key: string): string | null => block.values.get(key)?.text.trim() ?? null;
  return { title: value(top, 'title'), issuer: value(top, 'issuer'), version: value(top, 'version'), drafts: blocks.map((block) => placedDraft(block, (key) => value(block, key), problems)), problems };
}

function placedDraft({ id, label, line, values }: Block, value: (key: string) => string | null, problems: string[]): PlacedDraft {
  const severityWord = value('severity');
  const severity = severityWord === null ? 'verify' : SEVERITIES.get(severityWord);
  if (!severity) problems.push(`第 ${values.get('severity')?.line ?? line} 行：级别写“错误”“核实”或“提示”，不能是“${(severityWord ?? '').slice(0, 20)}”。`);
  const kindWords = (value('kinds') ?? '').split(/[、，,;；\s]+/).filter((word) => word !== '');
  for (const word of kindWords) if (!KINDS.has(word)) problems.push(`第 ${values.get('kinds')?.line ?? line} 行：没有表种“${word.slice(0, 20)}”，可写 项目支出、部门整体、基础数据、绩效目标、运行监控。`);
  const formula = values.get('formula');
  if (!formula) problems.push(`第 ${line} 行：${id === '' ? '这一条' : id} 没有“公式：”。`);
  const [message, document, clause] = [value('message'), value('document'), value('clause')];
  const draft: CheckDraft = {
    id, label, severity: severity ?? 'verify', kinds: kindWords.flatMap((word) => KINDS.get(word) ?? []), formula: formula?.text ?? '',
    ...(message === null ? {} : { message: lines(message).join('') }),
    ...(document === null && clause === null ? {} : { basis: { document: document ?? '自定义审核公式', clause: clause ?? label } }),
  };
  return { draft, formulaAt: formula ? { line: formula.line, column: formula.column } : null };
}

/** Without blank ones, each without the spaces around it. */
function lines(text: string): readonly string[] {
  return text.split(/\r\n?|\n/).map((line) => line.trim()).filter((line) => line !== '');
}

/** A line break of JSON would end the entry, or begin another. */
function oneLine(text: string): string {
  return lines(text).join(' ');
}

/** A set written in the plain form; reads back as the same, line breaks in words apart. */
export function writeCheckText(drafts: readonly CheckDraft[], head: { readonly title?: string; readonly issuer?: string; readonly version?: string } = {}): string {
  const word = <T>(words: ReadonlyMap<string, T>, wanted: T): string => [...words].find(([, value]) => value === wanted)?.[0] ?? '';
  const top = [['名称', head.title], ['制定单位', head.issuer], ['版本', head.version]].flatMap(([key, value]) => (value === undefined ? [] : [`${key ?? ''}：${oneLine(value)}`]));
  const blocks = drafts.map((draft) => [
    `【${draft.id}】${oneLine(draft.label)}`,
    `级别：${word(SEVERITIES, draft.severity)}`,
    ...(draft.kinds && draft.kinds.length > 0 ? [`适用：${draft.kinds.map((kind) => word(KINDS, kind)).join('、')}`] : []),
    `公式：${lines(draft.formula).join('\n　　')}`,
    ...(draft.message === undefined ? [] : [`说明：${oneLine(draft.message)}`]),
    ...(draft.basis ? [`文件：${oneLine(draft.basis.document)}`, `条款：${oneLine(draft.basis.clause)}`] : []),
  ].join('\n'));
  return `${[...(top.length > 0 ? [top.join('\n')] : []), ...blocks].join('\n\n')}\n`;
}
