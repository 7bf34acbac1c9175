import { FakeExcel, type Given } from '../../test/functions/fake-runtime';
import { RUBRICS } from '../rubrics/catalogue';
import { metadataFor } from './metadata';

const excel = new FakeExcel();

function shown(name: string, ...given: readonly Given[]): number | string | undefined {
  const result = excel.call(name, ...given);
  return 'value' in result ? result.value : result.error;
}

function told(name: string, ...given: readonly Given[]): string {
  const result = excel.call(name, ...given);
  return 'error' in result ? `${result.error} ${result.message ?? ''}` : `${result.value}`;
}

describe('执行率', () => {
  it('is spending ÷ budget, exact and uncapped', () => {
    expect([shown('执行率', 28, 43), shown('执行率', 124.88, 127.1), shown('执行率', 110, 100), shown('执行率', 0, 5)]).toEqual([28 / 43, 124.88 / 127.1, 1.1, 0]);
  });

  it('reads amounts as forms write them', () => {
    expect([shown('执行率', '１２４．８８', '127.10'), shown('执行率', '215,457.6', '430,915.2'), shown('执行率', '50万元', '1,000,000元'), shown('执行率', ' 12.5 ', 25)]).toEqual([124.88 / 127.1, 0.5, 0.5, 0.5]);
  });

  it('takes a range of one cell, and refuses a larger one', () => {
    expect(shown('执行率', [[50]], [[100]])).toBe(0.5);
    expect(told('执行率', [[50, 60]], 100)).toBe('#VALUE! “执行数”只能是一个值或一个单元格，不能是几个单元格的区域。');
  });

  it('has an error for each thing that can be wrong', () => {
    expect(told('执行率', 5, 0)).toMatch(/^#DIV\/0! /);
    expect(told('执行率', null, 5)).toBe('#N/A “执行数”没有填，无法计算。');
    expect(told('执行率', 5, '—')).toBe('#N/A “预算数”没有填，无法计算。');
    expect(told('执行率', '其中：一般公共预算：124.88', 5)).toMatch(/^#VALUE! “执行数”应是一个数/);
    expect(told('执行率', '12人', 5)).toMatch(/^#VALUE! .*单位应是元/);
    expect(told('执行率', '12.5万元', 12.5)).toMatch(/^#VALUE! .*一个写了单位、一个没写/);
    expect(told('执行率', -1, 5)).toMatch(/^#VALUE! .*负数/);
    expect(told('执行率', 1e14, 1e-300)).toMatch(/^#VALUE! .*超出了 Excel 能表示的范围/);
    expect(told('执行率', 1e300, 5)).toMatch(/^#VALUE! “执行数”填的是“1e\+300”，超过十五位的数不作计算/);
    expect(told('执行率', Number.NaN, 5)).toMatch(/^#VALUE! .*错误值 #NUM!/);
  });
});

describe('指标得分', () => {
  it('is full marks for what is met and a share of them for what is not', () => {
    expect([shown('指标得分', '≥98%', '98.5%', 10), shown('指标得分', '≥12次', '10次', 6), shown('指标得分', '不少于800篇', '８００篇', 8), shown('指标得分', '≥2万人次', '15000人次', 10)]).toEqual([10, 5, 8, 7.5]);
  });

  it('takes a cell that Excel formats as a percentage for the share that it is', () => {
    expect([shown('指标得分', '≥98%', 0.985, 10), shown('指标得分', '100%', 0.5, 10, undefined, '合格率'), shown('指标得分', 1, 1, 10)]).toEqual([10, 5, 10]);
  });

  it('charges for what exceeds a limit, by the rule of the rubric', () => {
    expect([shown('指标得分', '≤100万元', '125万元', 10), shown('指标得分', '≤100万元', '125万元', 10, 'software-2021')]).toEqual([8, 7.5]);
  });

  it('rounds to the digits of the rubric', () => {
    expect([shown('指标得分', '≥3次', '1次', 10), shown('指标得分', '≥3次', '1次', 10, 'ningxia-2021')]).toEqual([3.33, 3.3]);
  });

  it('asks for the sign or the name where neither says which side is better', () => {
    expect(told('指标得分', '12次', '10次', 6)).toMatch(/^#N\/A 指标值“12次”没有写明是越多越好还是不得超过：请写成“≥12次”或“≤12次”，或把指标名称作为第五个参数。/);
    // A blank cell that is pointed at, as Excel on a desktop gives it.
    expect(told('指标得分', '12次', '10次', 6, '', 0)).toBe(told('指标得分', '12次', '10次', 6));
    expect([shown('指标得分', '12次', '12次', 6), shown('指标得分', '12次', '10次', 6, '', '培训次数'), shown('指标得分', '12万元', '10万元', 6, '', '印刷成本')]).toEqual([6, 5, 6]);
  });

  it('gives the highest score of a band that the answer names, and none where everything is open', () => {
    expect([shown('指标得分', '持续提升', '达成预期指标', 10), shown('指标得分', '持续提升', '部分达成', 10), shown('指标得分', '持续提升', '持续提升', 10)]).toEqual([10, 8, 10]);
    expect(told('指标得分', '持续提升', '有所改善', 10)).toBe('#N/A 定性指标，得分由 0 至 10，按完成情况评定，没有唯一的得分。');
  });

  it('reads deadlines written out', () => {
    expect([shown('指标得分', '2024年12月底前', '2024年11月', 5), shown('指标得分', '2024年6月底前', '2024年11月', 5)]).toEqual([5, '#N/A']);
  });

  it('says what is missing, and what cannot be compared', () => {
    expect(told('指标得分', '', '10', 5)).toBe('#N/A 年度指标值未填，无法计算。');
    expect(told('指标得分', '≥10', null, 5)).toBe('#N/A 实际完成值未填，无法计算。');
    expect(told('指标得分', '≥10', 8, '')).toBe('#N/A “分值”没有填，无法计算。');
    expect(told('指标得分', '≥10', 8, '十分')).toMatch(/^#VALUE! “分值”应是一个数/);
    expect(told('指标得分', '≥10', 8, -3)).toMatch(/^#VALUE! “分值”不能是负数/);
    expect(told('指标得分', '≥10次', '8人', 5)).toMatch(/^#N\/A .*单位不同/);
    expect(told('指标得分', '签约率提高1%，体检率提高2%', '100%', 5)).toMatch(/^#N\/A 年度指标值含多个数/);
  });

  it('finds a rubric by id, title, place or a part of the title, and lists them where there is none', () => {
    const exceeded = (rubric: Given): number | string | undefined => shown('指标得分', '≤100', 125, 10, rubric);
    expect([exceeded('SOFTWARE-2021'), exceeded('预算绩效管理系统内置自评规则（多省在用）'), exceeded('内置自评规则'), exceeded(''), exceeded('云南')]).toEqual([7.5, 7.5, 7.5, 8, 8]);
    const unknown = told('指标得分', '≤100', 125, 10, '月球口径');
    expect(unknown).toMatch(/^#VALUE! 没有口径“月球口径”。/);
    for (const { id } of RUBRICS) expect(unknown).toContain(id);
    expect(told('指标得分', '≤100', 125, 10, '湖南')).toMatch(/^#VALUE! 有3个口径符合“湖南”.*hunan-project-2022（/);
    // A blank cell that is pointed at, as Excel on a desktop gives it.
    expect(told('指标得分', '≤100', 125, 10, 0)).toBe(told('指标得分', '≤100', 125, 10));
  });
});

describe('定性得分', () => {
  it('is the highest score of the band, by words or by place', () => {
    expect(['达成年度指标', '达成', '部分达成年度指标并具有一定效果', '部分完成', '未达成'].map((band) => shown('定性得分', band, 10))).toEqual([10, 10, 8, 8, 6]);
    expect([1, 2, 3, '一', '第二档', '３', '2级'].map((band) => shown('定性得分', band, 10))).toEqual([10, 8, 6, 10, 8, 6, 8]);
  });

  it('follows the bands of the rubric that is named', () => {
    expect([shown('定性得分', '未达成', 10, 'hubei-2020'), shown('定性得分', 3, '10分', 'beijing-2016')]).toEqual([5, 5]);
    expect(told('定性得分', 1, 10, 'software-2025')).toMatch(/^#N\/A 口径 software-2025 没有规定/);
  });

  it('names the bands where it does not know one', () => {
    expect(told('定性得分', '马马虎虎', 10)).toMatch(/^#VALUE! 没有档次“马马虎虎”：请写 1 至 3，或“.+”“.+”“.+”。$/);
    expect([told('定性得分', 4, 10), told('定性得分', '', 10)]).toEqual([expect.stringMatching(/^#VALUE! /), '#N/A “档次”没有填，无法计算。']);
  });
});

describe('评价等级', () => {
  it('follows the bounds of the rubric', () => {
    expect([100, 90, 89.99, 80, 79.9, 60, 59.99, 0, '98.5分'].map((total) => shown('评价等级', total))).toEqual(['优', '优', '良', '良', '中', '中', '差', '差', '优']);
  });

  it('sees through the noise of a sum in the grid', () => {
    expect([shown('评价等级', 89.99999999999999), shown('评价等级', 79.999999999999986)]).toEqual(['优', '良']);
  });

  it('refuses what is no total', () => {
    expect([told('评价等级', 101), told('评价等级', -1), told('评价等级', '优秀'), told('评价等级', null), told('评价等级', 90, 'hubei-2020')])
      .toEqual([expect.stringMatching(/^#VALUE! .*0 到 100/), expect.stringMatching(/^#VALUE! /), expect.stringMatching(/^#VALUE! .*应是一个数/), expect.stringMatching(/^#N\/A /), '#N/A 口径 hubei-2020 没有规定评价等级。']);
  });
});

it('English names run the same functions', () => {
  const english = new FakeExcel({ metadata: metadataFor('en-US') });
  expect([english.call('EXECUTIONRATE', 1, 2), english.call('INDICATORSCORE', '≥2', 1, 10), english.call('QUALITATIVESCORE', 1, 10), english.call('GRADE', 90)]).toEqual([{ value: 0.5 }, { value: 5 }, { value: 10 }, { value: '优' }]);
});

it('an argument left out may be undefined as well as null', () => {
  expect(new FakeExcel({ leftOut: undefined }).call('指标得分', '≥2', 1, 10)).toEqual({ value: 5 });
});

it('without error classes the sentence still comes', () => {
  expect(new FakeExcel({ errors: false }).call('执行率', 1, 0)).toEqual({ error: '#VALUE!', message: '预算数为 0，无法计算执行率。' });
});
