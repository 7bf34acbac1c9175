import { makeGrid } from '../../test/make-grid';
import { HEADER, LINE, oneTable } from '../../test/one-table';
import { findRubric } from '../rubrics/catalogue';
import { scoreTable } from '../scoring/score-table';
import { fundParts } from './fund-parts';
import { messageOf } from './rule';

const told = (unit: string, whole: string | number, basic: string, stated = ''): readonly unknown[] => {
  const table = oneTable(makeGrid([
    ['部门整体支出绩效自评表'],
    [`年度预算申请（${unit}）`, null, '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
    [null, '年度资金总额', whole, whole, whole, 10, '100%', 10],
    [null, '按收入性质分：', null, null, `按支出性质分：${stated}`, null, null, null],
    [null, '其中：一般公共预算：1200万元', null, null, `其中：基本支出：${basic}`, null, null, null],
    [null, '其他资金：300万元', null, null, '项目支出：600万元', null, null, null],
    [...HEADER, null], [...LINE, null],
  ], ['A2:A6', 'B4:D4', 'E4:H4', 'B5:D5', 'E5:H5', 'B6:D6', 'E6:H6']));
  const rubric = findRubric('mof-2020');
  if (!rubric) throw new Error('no rubric');
  return [...fundParts.check(table, { rubric, scorecard: scoreTable(table, rubric) })].map(({ message, data }) => [message, data['name'], data['parts'] ?? data['expected']]);
};

test('amounts written in words are compared in the unit that they are written in', () => {
  expect([told('万元', 1500, '900万元'), told('元', '1500万元', '900万元'), told('元', 15000000, '900万元')]).toEqual([[], [], []]);
  expect(told('万元', 1500, '800万元')).toEqual([['split', '按支出性质分', '1400']]);
  expect(told('元', '1500万元', '800万元')).toEqual([['split', '按支出性质分', '1400']]);
});

test('what the head of a division says is what its lines make', () => {
  expect([told('万元', 1500, '900', '1500'), told('万元', 1500, '900万元', '1,500.00 万元')]).toEqual([[], []]);
  expect(told('万元', 1500, '900', '1480')).toEqual([['stated', '按支出性质分', '1500']]);
  // The lines are none of the totals: one finding.
  expect(told('万元', 1500, '800', '1500')).toEqual([['split', '按支出性质分', '1400']]);
});

test('what is expected to be spent by the end of the year divides like the other amounts', () => {
  const forecast = (other: number): readonly unknown[] => {
    const table = oneTable(makeGrid([
      ['项目支出绩效运行监控表'],
      ['项目资金（万元）', null, '年初预算数', '1-6月执行数', '执行率', '全年预计执行数'],
      [null, '年度资金总额', 60, 24, '40%', 58],
      [null, '其中：财政拨款', 50, 20, '40%', 50],
      [null, '其他资金', 10, 4, '40%', other],
      ['一级指标', '二级指标', '三级指标', '年度指标值', '1-6月完成值', '全年预计完成值'], ['产出指标', '数量指标', '甲', '≥8次', '3次', '8次'],
    ], ['A2:A5']));
    const rubric = findRubric('mof-2020');
    if (!rubric) throw new Error('no rubric');
    return [...fundParts.check(table, { rubric, scorecard: scoreTable(table, rubric) })].map(({ message, data, cells }) => [message, data['column'], data['expected'], cells]);
  };
  expect(forecast(8)).toEqual([]);
  expect(forecast(10)).toEqual([['mismatch', '全年预计执行数', '60', ['F3', 'F4', 'F5']]]);
});

describe('what arrived divides like budget and spending', () => {
  const found = (...lines: readonly (readonly (string | number | null)[])[]): readonly unknown[] => {
    const table = oneTable(makeGrid([['项目支出绩效自评表'], ...lines, HEADER, LINE]));
    const rubric = findRubric('mof-2020');
    if (!rubric) throw new Error('no rubric');
    return [...fundParts.check(table, { rubric, scorecard: scoreTable(table, rubric) })].map(({ data, cells }) => [data['column'], data['received'], data['expected'], cells]);
  };
  test('under its header', () => {
    const head = ['资金来源（万元）', '年初预算', '调整后预算', '实际到位', '实际支出', '执行率'];
    expect(found(head, ['合计', 90, 90, 84, 81, '90%'], ['市级财政', 60, 60, 54, 54, null], ['县级财政', 30, 30, 30, 27, null])).toEqual([]);
    expect(found(head, ['合计', 90, 90, 90, 81, '90%'], ['市级财政', 60, 60, 54, 54, null], ['县级财政', 30, 30, 30, 27, null])).toEqual([['实际到位', '90', '84', ['D3', 'D4', 'D5']]]);
  });
  test('and so does what was planned, where the rate is of what arrived', () => {
    const planned = (whole: number): readonly unknown[] => found(['资金来源（万元）', '预算安排数', '实际到位数', '实际支出数', '预算执行率'], ['合计', whole, 84, 79.8, '95%'], ['市级财政', 60, 54, 51.3, '95%'], ['县级财政', 30, 30, 28.5, '95%']);
    expect([planned(90), planned(100)]).toEqual([[], [['预算安排数', '100', '90', ['B3', 'B4', 'B5']]]]);
  });
  test('behind its label', () => {
    const by = (arrived: number): readonly unknown[] => found(
      ['预算执行情况（万元）', '预算数', 90, '到位数', arrived, '执行数', 81],
      [null, '其中：财政资金', 60, '其中：财政资金', 54, '其中：财政资金', 54],
      [null, '其他', 30, '其他', 30, '其他', 27],
    );
    expect(by(84)).toEqual([]);
    expect(by(90)).toEqual([['到位数', '90', '84', ['E2', 'E3', 'E4']]]);
  });
});

test('地方资金 is divided by the levels that it is made of', () => {
  const found = (local: number): readonly unknown[] => {
    const table = oneTable(makeGrid([
      ['项目支出绩效自评表'],
      ['项目资金（万元）', null, '全年预算数', '全年执行数', '执行率'],
      [null, '年度资金总额', 300, 300, '100%'], [null, '其中：中央财政资金', 180, 180, '100%'], [null, '地方资金', local, 120, '100%'],
      [null, '其中：省级', 70, 70, '100%'], [null, '县级', 50, 50, '100%'], [null, '其他资金', '—', '—', '—'],
      HEADER, LINE,
    ], ['A2:A8']));
    const rubric = findRubric('mof-2020');
    if (!rubric) throw new Error('no rubric');
    return [...fundParts.check(table, { rubric, scorecard: scoreTable(table, rubric) })].map(({ message, cells }) => [message, cells]);
  };
  expect(found(120)).toEqual([]);
  // Its rate was made before.
  expect(found(130)).toEqual([['mistyped', ['C5', 'C3', 'C4']]]);
});

describe('lines without amounts that say how the total is divided', () => {
  const found = (basic: number, local = 20): readonly unknown[] => {
    const table = oneTable(makeGrid([
      ['部门整体支出绩效自评表'],
      ['年度预算申请（万元）', null, '年初预算数', '全年预算数', '全年执行数'],
      [null, '年度资金总额', 600, 600, 580], [null, '按收入性质分'], [null, '其中：一般公共预算', 580, 580, 560], [null, '其他资金', local, local, 20],
      [null, '按支出性质分'], [null, '其中：基本支出', basic, basic, 480], [null, '项目支出', 100, 100, 100],
      HEADER, LINE,
    ], ['A2:A9']));
    const rubric = findRubric('mof-2020');
    if (!rubric) throw new Error('no rubric');
    return [...fundParts.check(table, { rubric, scorecard: scoreTable(table, rubric) })].map(({ message, cells }) => [message, cells]);
  };
  test('each division makes it', () => {
    expect(found(500)).toEqual([]);
  });
  test('the first and the second are held to it', () => {
    expect(found(490)).toEqual([['mismatch', ['C3', 'C8', 'C9']], ['mismatch', ['D3', 'D8', 'D9']]]);
    expect(found(500, 30)).toEqual([['mismatch', ['C3', 'C5', 'C6']], ['mismatch', ['D3', 'D5', 'D6']]]);
  });
});

test('市县资金 is divided by the levels that it is made of', () => {
  const table = oneTable(makeGrid([
    ['项目支出绩效自评表'], ['项目资金（万元）', null, '全年预算数', '全年执行数', '执行率'],
    [null, '资金总额', 300, 300, '100%'], [null, '1.中央资金', 200, 200, '100%'], [null, '2.省级资金', 80, 80, '100%'], [null, '3.市县资金', 20, 20, '100%'], [null, '其中：市级', 12, 12, '100%'], [null, '县级', 8, 8, '100%'],
    HEADER, LINE,
  ], ['A2:A8']));
  expect(table.fund?.parts.map(({ level }) => level)).toEqual([1, 1, 1, 2, 2]);
});

test('sources left at nought contradict the total and do not correct it', () => {
  const table = oneTable(makeGrid([
    ['项目支出绩效自评表'],
    ['项目资金（元）', null, '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
    [null, '年度资金总额', 36000, 36000, 18000, 10, '50%', 5],
    [null, '其中：当年财政拨款', 0, 36000, 18000, '—', null, '—'],
    [null, '其他资金', 0, 1000, 0, '—', null, '—'],
    [...HEADER, null], [...LINE, null],
  ], ['A2:A5']));
  const rubric = findRubric('mof-2020');
  if (!rubric) throw new Error('no rubric');
  expect([...fundParts.check(table, { rubric, scorecard: scoreTable(table, rubric) })].map(({ message, cells, correction }) => [message, cells[0], correction?.edits[0]?.value])).toEqual([['mismatch', 'C3', undefined], ['mismatch', 'D3', 37000]]);
});

test('only the amounts that the form has are told to be none of the division', () => {
  const table = oneTable(makeGrid([
    ['部门整体支出绩效自评表'], ['年度预算申请（万元）', null, '全年预算数', '全年执行数', '分值', '执行率', '得分'], [null, '年度资金总额', 1500, 1500, 10, '100%', 10],
    [null, '按支出性质分：', null, null, null, null, null], [null, '其中：基本支出：800', null, null, null, null, null], [null, '项目支出：600', null, null, null, null, null], HEADER, LINE,
  ], ['A2:A6', 'B4:G4', 'B5:G5', 'B6:G6']));
  const rubric = findRubric('mof-2020');
  if (!rubric) throw new Error('no rubric');
  expect([...fundParts.check(table, { rubric, scorecard: scoreTable(table, rubric) })].map((found) => messageOf(fundParts, found))).toEqual(['“按支出性质分”各项合计1400，与全年预算数、全年执行数（1500、1500）都不相等。']);
});

test('sources that are of the one above them in other columns are no parts of the total', () => {
  const told = (...final: readonly (number | null)[]): readonly unknown[] => {
    const [total = null, own = null, general = null, fund = null, others = null] = final;
    const table = oneTable(makeGrid([
      ['项目支出绩效自评表'], ['项目资金（万元）', null, '年初预算数', '全年预算数', '全年执行数', '执行率'], [null, '年度资金总额', 80, total, 80, '100%'],
      [null, '财政资金', 60, own, 60, null], [null, '一般公共预算', 40, general, 40, null], [null, '政府性基金', 20, fund, 20, null], [null, '其他资金', 20, others, 20, null], HEADER, LINE,
    ], ['A2:A7']));
    const rubric = findRubric('mof-2020');
    if (!rubric) throw new Error('no rubric');
    return [...fundParts.check(table, { rubric, scorecard: scoreTable(table, rubric) })].map(({ message, cells, expected }) => [message, cells, expected]);
  };
  expect(told(80, 60, 40, 20, 20)).toEqual([]);
  expect(told(85, 60, 40, 20, 20)).toEqual([['mismatch', ['D3', 'D4', 'D7'], '80']]);
  // Which of the two below is the slip, nobody can say.
  expect(told(80, 60, 41, 20, 20)).toEqual([['part', ['D4', 'D5', 'D6'], null]]);
  expect(told(80, 50, 40, 20, 20)).toEqual([['between', ['D4', 'D3', 'D5', 'D6'], '60']]);
  expect(told(80, 60, null, null, 20)).toEqual([]);
});

test('三公经费 below the lines of 其中 is none of them', () => {
  const found = (staff: number): readonly unknown[] => {
    const table = oneTable(makeGrid([
      ['部门整体支出绩效自评表'], ['部门预算（万元）', null, '年初预算数', '全年预算数', '全年执行数'], [null, '合计', 500, 500, 480], [null, '基本支出', 300, 300, 300], [null, '其中：人员经费', staff, 250, 250],
      [null, '公用经费', 50, 50, 50], [null, '其中：三公经费', 8, 8, 6], [null, '项目支出', 200, 200, 180], HEADER, LINE,
    ], ['A2:A8']));
    const rubric = findRubric('mof-2020');
    if (!rubric) throw new Error('no rubric');
    return [...fundParts.check(table, { rubric, scorecard: scoreTable(table, rubric) })].map(({ message, cells }) => [message, cells]);
  };
  expect([found(250), found(205)]).toEqual([[], [['part', ['C4', 'C5', 'C6']]]]);
});
