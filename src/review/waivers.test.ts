import { makeFinding } from '../../test/make-finding';
import { makeTable } from '../../test/make-table';
import { addWaiver, coverWith, refuseReason, withoutWaiver, writeWaiver } from './waivers';
import type { Finding } from '../model/finding';
import type { Table } from '../model/table';

const DRAFT = { reason: '上级年中追加培训任务', date: '2024-03-01', role: '填报人' };

function table(names: readonly string[], actual = '130人'): Table {
  return makeTable({ groups: [{ name: '产出指标', indicators: names.map((name) => ({ name, target: '100人', actual, weight: 10, score: 10 })) }] });
}

function finding(of: Table, at: number): Finding {
  return makeFinding({ rule: 'overshoot-unexplained', cells: [of.indicators[at]?.actualEntry?.cell ?? ''], severity: 'verify' });
}

function written(of: Table, at: number) {
  const answer = writeWaiver(finding(of, at), of.sheet, of, DRAFT);
  if (!answer.ok) throw new Error(answer.reason);
  return answer.waiver;
}

describe('refuseReason', () => {
  it.each(['', '  ', '无', '已核实', '已核实。', '情况属实', '同意', '见附件', '。。', '…', '1234', '12345678', 'abc', '哈哈哈哈哈哈', '！！！！'])('refuses %j with a sentence', (reason) => {
    expect(refuseReason(reason)).toMatch(/。$/);
  });
  it.each(['上级年中追加培训任务', '因疫情延期至次年', 'Added by the ministry in June'])('accepts %j', (reason) => {
    expect(refuseReason(reason)).toBeNull();
  });
});

describe('writeWaiver', () => {
  it('refuses to explain away an error or a hint', () => {
    const of = table(['培训人数']);
    for (const severity of ['error', 'hint'] as const) expect(writeWaiver({ ...finding(of, 0), severity }, of.sheet, of, DRAFT).ok).toBe(false);
  });
  it.each([{ date: '2024-02-30' }, { date: '2024/3/1' }, { role: ' ' }, { reason: '无' }])('refuses %j', (part) => {
    const of = table(['培训人数']);
    expect(writeWaiver(finding(of, 0), of.sheet, of, { ...DRAFT, ...part }).ok).toBe(false);
  });
  it('replaces an earlier explanation of the same cell', () => {
    const of = table(['培训人数']);
    const list = addWaiver([written(of, 0)], { ...written(of, 0), reason: '第二次的理由' });
    expect(list.map(({ reason }) => reason)).toEqual(['第二次的理由']);
  });
});

describe('addWaiver for rows of the same content', () => {
  const of = table(['培训人数', '培训人数', '发放手册']);
  const cells = [finding(of, 0), finding(of, 1)].flatMap((one) => one.cells);
  const [first, second, other] = [written(of, 0), written(of, 1), written(of, 2)];

  it('keeps an explanation of each', () => {
    expect(addWaiver([first, other], second, cells)).toEqual([first, other, second]);
  });
  it('takes the place of one whose row has moved', () => {
    expect(addWaiver([first, other], { ...second, cell: 'G99' }, ['G99'])).toEqual([other, { ...second, cell: 'G99' }]);
    expect(addWaiver([{ ...first, cell: 'G99' }, first], second, cells)).toEqual([first, second]);
  });
});

describe('withoutWaiver', () => {
  const of = table(['培训人数', '培训人数', '发放手册']);
  const all = [written(of, 0), written(of, 1), written(of, 2)];
  const waived = { ...DRAFT, stale: false };

  it('takes the explanation of that cell away, not the others in the same words', () => {
    for (const at of [0, 1, 2]) expect(withoutWaiver(all, { ...finding(of, at), waived }, of.sheet, of)).toEqual(all.filter((_, index) => index !== at));
  });
  it('knows one whose row has moved by its content', () => {
    const moved = { ...written(of, 2), cell: 'G99' };
    expect(withoutWaiver([written(of, 0), moved], { ...finding(of, 2), waived }, of.sheet, of)).toEqual([written(of, 0)]);
  });
});

describe('coverWith', () => {
  it('covers the finding that it was written for', () => {
    const of = table(['培训人数', '发放手册']);
    const { findings } = coverWith([finding(of, 0), finding(of, 1)], of.sheet, () => of, [written(of, 0)]);
    expect(findings.map(({ waived }) => waived?.stale)).toEqual([false, undefined]);
  });

  it('covers the same content in another row, because the row moved', () => {
    const before = table(['培训人数']);
    const after = table(['新插入的一行', '培训人数']);
    const { findings } = coverWith([finding(after, 1)], after.sheet, () => after, [written(before, 0)]);
    expect(findings[0]?.waived).toEqual({ ...DRAFT, stale: false });
  });

  it('is stale, and does not cover, once the cells changed', () => {
    const before = table(['培训人数']);
    const after = table(['培训人数'], '180人');
    expect(coverWith([finding(after, 0)], after.sheet, () => after, [written(before, 0)]).findings[0]?.waived?.stale).toBe(true);
  });

  it('ignores spaces and line breaks in the cells', () => {
    const before = table(['培训人数']);
    const after = table(['培训 人数']);
    expect(coverWith([finding(after, 0)], after.sheet, () => after, [written(before, 0)]).findings[0]?.waived?.stale).toBe(false);
  });

  it('covers one of two equal rows only: the one in its own cell', () => {
    const of = table(['培训人数', '培训人数']);
    const { findings } = coverWith([finding(of, 0), finding(of, 1)], of.sheet, () => of, [written(of, 1)]);
    expect(findings.map(({ waived }) => waived !== null)).toEqual([false, true]);
  });

  it('does not reach over to another sheet or another rule', () => {
    const of = table(['培训人数']);
    const waiver = written(of, 0);
    expect(coverWith([finding(of, 0)], of.sheet, () => of, [{ ...waiver, sheet: '别的表' }, { ...waiver, rule: 'unit-mismatch' }]).findings[0]?.waived).toBeNull();
  });
});
