// Right forms whose levels stand in the column of the names, however they are written: nothing is found, and every line is in its levels.
import fc from 'fast-check';
import { reviewWorkbook } from '../../src/review/review-workbook';
import { makeGrid, type Line } from '../make-grid';

/** First level, second level, lines with their points. */
type Scheme = readonly (readonly [string, readonly (readonly [string, readonly (readonly [keyof typeof RESULTS, number])[]])[]])[];

const RESULTS = {
  养护里程: ['≥50公里', '52公里'], 培训场次: ['≥3次', '3次'], 验收合格率: ['≥95%', '96%'], 完工及时率: ['100%', '100%'], 养护总成本: ['≤80万元', '79万元'],
  受益人数: ['≥1000人', '1100人'], 沿线产值: ['≥5亿元', '5.2亿元'], 管护机制: ['健全', '健全'], 群众满意度: ['≥90%', '93%'], 预算执行率: ['100%', '95%'],
} as const;

const SCHEMES: readonly Scheme[] = [
  [['产出指标', [['数量指标', [['养护里程', 10], ['培训场次', 10]]], ['质量指标', [['验收合格率', 15]]], ['时效指标', [['完工及时率', 15]]]]], ['效益指标', [['社会效益指标', [['受益人数', 20]]], ['可持续影响指标', [['管护机制', 10]]]]], ['满意度指标', [['服务对象满意度指标', [['群众满意度', 10]]]]]],
  [['成本指标', [['经济成本指标', [['养护总成本', 20]]]]], ['产出指标', [['数量指标', [['养护里程', 20]]], ['质量指标', [['验收合格率', 20]]]]], ['效益指标', [['社会效益指标', [['受益人数', 20]]]]], ['满意度指标', [['服务对象满意度指标', [['群众满意度', 10]]]]]],
  [['产出指标', [['数量指标', [['养护里程', 20]]], ['成本指标', [['养护总成本', 30]]]]], ['效益指标', [['经济效益指标', [['沿线产值', 15]]], ['满意度指标', [['群众满意度', 25]]]]]],
  [['产出指标', [['数量指标', [['养护里程', 50]]]]], ['效益指标', [['社会效益指标', [['受益人数', 30]]]]], ['满意度指标', [['满意度指标', [['群众满意度', 10]]]]]],
];

const style = fc.record({
  scheme: fc.constantFrom(...SCHEMES),
  inner: fc.boolean(),
  /** Which levels give their points, and whether in their names. */
  points: fc.constantFrom('both', 'names', 'none', 'first', 'second'),
  scored: fc.boolean(),
  dash: fc.constantFrom(null, '—', '/'),
  bare: fc.boolean(),
  subtotals: fc.boolean(),
  execution: fc.constantFrom('none', 'first', 'last'),
  numbers: fc.constantFrom('', '一、', '（一）', '1.'),
  lineNumbers: fc.constantFrom('', '1.', '（1）'),
  order: fc.constantFrom([0, 1, 2, 3], [2, 0, 1, 3], [0, 2, 1, 3]),
});

const numeral = (at: number): string => '一二三四五'[at] ?? '';
const numberOf = (numbers: string, at: number): string => numbers.replace('一', numeral(at)).replace('1', String(at + 1));

function linesOf({ scheme, inner, points, scored, dash, bare, subtotals, execution, numbers, lineNumbers, order }: typeof style extends fc.Arbitrary<infer Style> ? Style : never): readonly Line[] {
  const line = (name: string, ...[target, actual, weight, score]: Line): Line => [name, ...order.map((at) => [target, actual, weight, score][at] ?? null)];
  const level = (name: string, sum: number, first: boolean): Line => {
    const given = points === 'both' || points === (first ? 'first' : 'second');
    return line(`${bare ? name.replace('指标', '') : name}${points === 'names' ? `（${sum}分）` : ''}`, given ? dash : null, given ? dash : null, given ? sum : null, scored && (given || points === 'names') ? sum : null);
  };
  const rate = line(execution === 'last' && numbers === '一、' ? `${numeral(scheme.length)}、预算执行率` : '预算执行率', ...RESULTS.预算执行率, 10, 9.5);
  const all = execution === 'none' ? 0 : 10;
  return [
    line('指标名称', '年度指标值', '实际完成值', '分值', '得分'), ...(execution === 'first' ? [rate] : []),
    ...scheme.flatMap(([name, levels], at): Line[] => {
      const sum = levels.flatMap(([, lines]) => lines).reduce((whole, [, weight]) => whole + weight, 0);
      return [
        level(`${numberOf(numbers, at)}${name}`, sum, true),
        ...levels.flatMap(([own, lines]): Line[] => [
          ...(inner ? [level(own, lines.reduce((whole, [, weight]) => whole + weight, 0), false)] : []),
          ...lines.map(([indicator, weight], i) => line(`${numberOf(lineNumbers, i)}${indicator}`, ...RESULTS[indicator], weight, weight)),
        ]),
        ...(subtotals ? [line('小计', null, null, sum, sum)] : []),
      ];
    }),
    ...(execution === 'last' ? [rate] : []), line('合计', null, null, 90 + all, all === 0 ? 90 : 99.5),
  ];
}

test('levels in the column of the names are no lines, and nothing is wrong with them', () => {
  fc.assert(fc.property(style, (one) => {
    const { tables } = reviewWorkbook({ format: 'xlsx', definedNames: [], remarks: [], grids: [makeGrid([['2022年度项目支出绩效自评表'], ['项目名称', '农村道路养护'], ...linesOf(one)])] });
    expect(tables.flatMap(({ findings }) => findings.filter(({ rule, severity }) => severity !== 'hint' && !(rule === 'weight-total' && severity === 'verify')).map(({ message }) => message))).toEqual([]);
    expect(tables.map(({ table }) => table.indicators.length)).toEqual([one.scheme.flatMap(([, levels]) => levels.flatMap(([, lines]) => lines)).length + (one.execution === 'none' ? 0 : 1)]);
  }), { numRuns: 400 });
});
