// biaoli checks: own checks before they are handed out: tried on a workbook, the examples, the names of fields.
import { SEVERITY_WORDS } from '../exports/words';
import { padEnd } from '../exports/text-width';
import type { CheckOutcome, CheckWord } from '../formulas/judge';
import type { OwnCheck } from '../formulas/own-check';
import { formatRange } from '../model/address';
import { optionsFor } from '../review/options-for';
import { reviewWorkbook } from '../review/review-workbook';
import { rubricOption, UsageError, type Command } from './command';
import { COULD_NOT_RUN, ERRORS_FOUND, OK, worse, type ExitCode } from './exit-codes';
import { openWorkbook } from './host';
import { readChecks, type OwnChecks } from './own-checks';
import type { Terminal } from './terminal';

const WORDS: Readonly<Record<CheckWord, string>> = { holds: '符合　', fails: '不符合', unreadable: '无法核查', 'not-applicable': '不适用', stopped: '没有算完' };

export const checks: Command = {
  options: { rubric: { type: 'string' }, format: { type: 'string' } },

  async run(args, terminal) {
    const [what, ...rest] = args.positionals;
    const format = args.text('format') ?? 'text';
    if (format !== 'text' && format !== 'json') throw new UsageError(`没有输出格式 ${format}，可用 text 或 json。`);
    if (args.text('format') !== null && what !== 'examples') throw new UsageError('--format 只用于 biaoli checks examples；核查结果的 JSON 请用 biaoli check --checks 文件 --format json。');
    switch (what) {
      case 'test': {
        const [file, ...books] = rest;
        if (file === undefined) throw new UsageError('请写明审核公式文件：biaoli checks test 审核公式.txt [自评表.xlsx …]');
        return test(await readChecks(file), books, rubricOption(args), terminal);
      }
      case 'examples': return examples(format, terminal);
      case 'fields': return fields(terminal);
      case undefined: throw new UsageError('请写明 test、examples 或 fields，用 biaoli checks --help 看用法。');
      default: throw new UsageError(`没有 biaoli checks ${what}，可用 test、examples、fields。`);
    }
  },
};

async function test(own: OwnChecks, books: readonly string[], rubric: string | null, terminal: Terminal): Promise<ExitCode> {
  const { set } = own;
  terminal.out(`${set.title ?? own.file}：${set.checks.length} 条审核公式，写法都对。\n`);
  for (const advice of set.advice) terminal.out(`  建议：${advice}\n`);
  if (books.length === 0) for (const { id, label, severity, formula } of set.checks) terminal.out(`  ${padEnd(id, 12)}${SEVERITY_WORDS[severity]}  ${label}　${formula.text.replace(/\s+/g, ' ').trim()}\n`);
  let code: ExitCode = OK;
  for (const book of books) code = worse(code, await testBook(set.checks, book, rubric, terminal));
  return code;
}

/** The review's own road up to the scorecard, with the checks in place of the rules: what is told here is what a check of the file finds. */
async function testBook(all: readonly OwnCheck[], file: string, rubric: string | null, terminal: Terminal): Promise<ExitCode> {
  const { evaluateCheck } = await import(/* webpackChunkName: "checks" */ '../formulas/judge');
  const opened = await openWorkbook(file);
  if (!opened.ok) {
    terminal.say(`${file}：${opened.reason}`);
    return COULD_NOT_RUN;
  }
  let code: ExitCode = OK;
  let tables = 0;
  const pieces: string[] = [`\n${file}\n`];
  reviewWorkbook(opened.snapshot, {
    ...optionsFor({ ...opened.state, rubric: rubric ?? opened.state.rubric }), rules: [],
    own: (table, scorecard, chosen) => {
      tables++;
      pieces.push(`  ${table.sheet}!${formatRange(table.range)}　${table.title?.text ?? ''}\n`);
      for (const check of all) {
        const outcome = evaluateCheck(check, table, scorecard, chosen);
        if (outcome.word === 'fails' && check.severity === 'error') code = ERRORS_FOUND;
        pieces.push(...told(check, outcome));
      }
      return { findings: [], remarks: [], complete: true };
    },
  });
  terminal.out(pieces.join(''));
  if (tables > 0) return code;
  terminal.say(`${file}：没有找到绩效自评表。`);
  return COULD_NOT_RUN;
}

function told({ id, label, severity }: OwnCheck, { word, findings, remarks }: CheckOutcome): readonly string[] {
  return [
    `    ${padEnd(WORDS[word], 10)}${padEnd(id, 12)}${SEVERITY_WORDS[severity]}  ${label}\n`,
    ...findings.map(({ cells, message }) => `      ${cells[0] ?? ''}  ${message}\n`),
    ...remarks.map((remark) => `      ${remark}\n`),
  ];
}

async function examples(format: 'text' | 'json', terminal: Terminal): Promise<ExitCode> {
  const { examplesAs } = await import(/* webpackChunkName: "checks" */ '../formulas/examples-file');
  terminal.out(examplesAs(format));
  return OK;
}

async function fields(terminal: Terminal): Promise<ExitCode> {
  const { KNOWN } = await import(/* webpackChunkName: "checks" */ '../formulas/names');
  for (const place of new Set(KNOWN.map((one) => one.place))) {
    terminal.out(`${place}\n`);
    for (const { name, aliases } of KNOWN.filter((one) => one.place === place)) terminal.out(`  ${padEnd(`[${name}]`, 22)}${aliases.length === 0 ? '' : `又叫 ${aliases.join('、')}`}\n`);
  }
  terminal.out('此外：[表头/栏目名] 表头里任何一栏　[行名/栏目名] 某一行的某一栏，例如 [其他资金/全年执行数]、[三公经费/2022年决算数]\n');
  return OK;
}
