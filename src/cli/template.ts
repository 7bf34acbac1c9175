// biaoli template: lists the forms, writes a blank one, and carries a filled table into another form.
import { existsSync } from 'node:fs';
import { padEnd } from '../exports/text-width';
import { KIND_WORDS } from '../exports/words';
import type { SheetPlan } from '../model/sheet-plan';
import type { Table } from '../model/table';
import { readTables } from '../reading/read-tables';
import { templates } from '../templates/catalogue';
import { convertTable } from '../templates/convert';
import { MOST_ROWS, templateBytes } from '../templates/templates';
import { planBytes } from '../workbooks/package/plan-workbook';
import type { Arguments } from './arguments';
import { UsageError, type Command } from './command';
import { COULD_NOT_RUN, OK, type ExitCode } from './exit-codes';
import { sameFile } from './find-files';
import { openWorkbook, saveFile } from './host';
import type { Terminal } from './terminal';

const ACTIONS = '用法：biaoli template list，biaoli template write ID 文件.xlsx，或 biaoli template convert 文件.xlsx --to ID --out 文件2.xlsx。';

export const template: Command = {
  options: {
    format: { type: 'string' }, year: { type: 'string' }, unit: { type: 'string' }, rows: { type: 'string' }, to: { type: 'string' }, out: { type: 'string' }, sheet: { type: 'string' },
    overwrite: { type: 'boolean' }, force: { type: 'boolean' },
  },
  async run(args, terminal) {
    const [action, first, second, ...more] = args.positionals;
    if (action === 'list' && first === undefined) return list(args, terminal);
    if (action === 'write' && first !== undefined && second !== undefined && more.length === 0) return write(knownId(first), second, args, terminal);
    if (action === 'convert' && first !== undefined && second === undefined) return convert(first, args, terminal);
    throw new UsageError(ACTIONS);
  },
};

function list(args: Arguments, terminal: Terminal): ExitCode {
  const format = args.text('format') ?? 'text';
  if (format === 'json') terminal.out(`${JSON.stringify({ templates }, null, 2)}\n`);
  else if (format === 'text') terminal.out(templates.map(({ id, title, kind, province }) => `${padEnd(id, 20)}${padEnd(province ?? '全国', 8)}${padEnd(KIND_WORDS[kind], 26)}${title}\n`).join(''));
  else throw new UsageError(`没有格式“${format}”，可写 text 或 json。`);
  return OK;
}

function knownId(id: string): string {
  if (templates.some((one) => one.id === id)) return id;
  throw new UsageError(`没有模板 ${id}，用 biaoli template list 看有哪些模板。`);
}

function wholeNumber(args: Arguments, name: string, least: number, most: number): number | undefined {
  const text = args.text(name);
  if (text === null) return undefined;
  const number = /^\d{1,4}$/.test(text) ? Number(text) : NaN;
  if (number >= least && number <= most) return number;
  throw new UsageError(`--${name}“${text}”不对，请写 ${least} 至 ${most} 的整数。`);
}

/** Says why nothing was written; null when it was. */
function refusal(path: string, bytes: () => Uint8Array, args: Arguments): string | null {
  if (!/\.xlsx$/i.test(path)) throw new UsageError(`模板写成 .xlsx 文件，请把“${path}”改成以 .xlsx 结尾。`);
  const over = args.flag('overwrite') || args.flag('force');
  if (!over && existsSync(path)) return `${path} 已存在，没有写入；确实要覆盖请加 --overwrite。`;
  return saveFile(path, bytes(), over);
}

function write(id: string, path: string, args: Arguments, terminal: Terminal): ExitCode {
  const year = wholeNumber(args, 'year', 2000, 2099);
  const rows = wholeNumber(args, 'rows', 1, MOST_ROWS);
  const refused = refusal(path, () => templateBytes(id, { unit: args.text('unit') ?? '', ...(year === undefined ? {} : { year }), ...(rows === undefined ? {} : { rows }) }), args);
  if (refused !== null) {
    terminal.say(refused);
    return COULD_NOT_RUN;
  }
  if (!args.flag('quiet')) terminal.say(`已写入 ${path}。浅黄色单元格供填写，公式单元格已锁定（没有密码，“审阅”里可以撤销保护）。`);
  return OK;
}

async function convert(file: string, args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const [to, out] = [args.text('to'), args.text('out')];
  if (to === null || out === null) throw new UsageError('请用 --to 写明目标模板，用 --out 写明新文件。');
  const id = knownId(to);
  // What the other form has no place for would be gone for good.
  if (sameFile(out, file)) throw new UsageError(`--out“${out}”就是要转换的文件，没有写入；请换一个文件名。`);
  const opened = await openWorkbook(file);
  if (!opened.ok) {
    terminal.say(`${file}：${opened.reason}`);
    return COULD_NOT_RUN;
  }
  const wanted = args.text('sheet');
  const tables = opened.snapshot.grids.filter(({ sheet }) => wanted === null || sheet === wanted).flatMap((grid) => readTables(grid).tables);
  if (tables.length === 0) {
    terminal.say(`${file}：${wanted === null ? '' : `工作表“${wanted}”里`}没有找到绩效自评表，没有可以转换的内容。`);
    return COULD_NOT_RUN;
  }
  const plans = convertAll(tables, id, file, terminal);
  if (plans.length === 0) return COULD_NOT_RUN;
  const refused = refusal(out, () => planBytes(plans), args);
  if (refused !== null) {
    terminal.say(refused);
    return COULD_NOT_RUN;
  }
  if (!args.flag('quiet')) terminal.say(`已写入 ${out}，${plans.length}张表。`);
  return OK;
}

/** One sheet for each table that can be carried over; what does not fit goes to stdout, since it is the result to act on. */
function convertAll(tables: readonly Table[], id: string, file: string, terminal: Terminal): readonly SheetPlan[] {
  const plans: SheetPlan[] = [];
  for (const table of tables) {
    const conversion = convertTable(table, id);
    const where = tables.length > 1 ? `${file}［${table.sheet}］` : file;
    if (!conversion.ok) {
      terminal.say(`${where}：${conversion.reason}`);
      continue;
    }
    plans.push({ ...conversion.plan, name: freeName(conversion.plan.name, plans) });
    for (const remark of conversion.remarks) terminal.out(`${where}：${remark}\n`);
  }
  return plans;
}

/** Excel's longest name of a sheet. */
const LONGEST_NAME = 31;

function freeName(name: string, taken: readonly SheetPlan[]): string {
  let free = name;
  for (let n = 2; taken.some((plan) => plan.name === free); n++) free = `${name.slice(0, LONGEST_NAME - 4)}(${n})`;
  return free;
}
