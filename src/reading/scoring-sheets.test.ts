// Sheets of points without targets, as 评分表 and 打分表 lay them out, and labels that stand among amounts.
import { makeGrid } from '../../test/make-grid';
import { HEADER, LINE, oneTable } from '../../test/one-table';

test('指标名称 and 权重 under each level are that level and its points', () => {
  const grid = makeGrid([
    ['部门整体支出绩效评价评分表'],
    ['一级指标', null, '二级指标', null, '三级指标', null, null, '评分'],
    ['指标名称', '权重（%）', '指标名称', '权重（%）', '指标名称', '权重（%）', '评分标准', null],
    ['部门决策', 60, '预算编制', 60, '编制合理性', 20, '合理得满分', 20],
    [null, null, null, null, '编制规范性', 40, '规范得满分', 39],
    ['部门绩效', 40, '效果性', 40, '社会效益', 40, '酌情评分', 38],
    ['总分', 100, null, 100, null, 100, null, 97],
  ], ['A2:B2', 'C2:D2', 'E2:G2', 'H2:H3', 'A4:A5', 'B4:B5', 'C4:C5', 'D4:D5']);
  const { indicators, groups } = oneTable(grid);
  expect(indicators.map(({ name, weight, score }) => [name.text, weight?.text, score?.text])).toEqual([['编制合理性', '20', '20'], ['编制规范性', '40', '39'], ['社会效益', '40', '38']]);
  expect(groups.map(({ level, name, declaredWeight }) => [level, name, declaredWeight?.toString()])).toEqual([[1, '部门决策', '60'], [2, '预算编制', '60'], [1, '部门绩效', '40'], [2, '效果性', '40']]);
});

test('一, 二 before the names of a sheet of points head the lines that they add up', () => {
  const { indicators, groups } = oneTable(makeGrid([
    ['部门预算绩效管理自评表'], ['序号', '考核内容', '分值', '评分标准', '自评分'],
    ['一', '基础工作', 30, null, 29], [1, '组织保障', 10, '成立得10分', 10], [2, '制度建设', 20, '制定得20分', 19],
    ['二', '目标管理', 70, null, 70], [3, '目标编报', 40, '全部编报得40分', 40], [4, '目标质量', 30, '量化得30分', 30],
    ['合计', null, 100, null, 99],
  ]));
  expect(indicators.map(({ name }) => name.text)).toEqual(['组织保障', '制度建设', '目标编报', '目标质量']);
  expect(groups.map(({ name, declaredWeight, subtotalScore }) => [name, declaredWeight?.toString(), subtotalScore?.text])).toEqual([['基础工作', '30', '29'], ['目标管理', '70', '70']]);
});

test('指标 merged down beside all lines is the label of the list, no header over them', () => {
  const grid = makeGrid([['项目支出绩效自评表'], ['指标', ...HEADER], [null, ...LINE], [null, '效益', '社会效益', '乙', '提升', '提升', 10, 9], ['总分', null, null, null, null, null, 100, 99]], ['A2:A4', 'A5:F5']);
  expect(oneTable(grid).indicators.map(({ name }) => name.text)).toEqual(['甲', '乙']);
});

test('numbers of a sheet of points that add nothing up head no lines', () => {
  const { indicators } = oneTable(makeGrid([
    ['部门预算绩效管理自评表'], ['序号', '考核内容', '分值', '评分标准', '自评分'],
    ['一', '基础工作', 30, null, 29], ['二', '目标管理', 40, null, 40], ['三', '运行监控', 30, null, 30], ['合计', null, 100, null, 99],
  ]));
  expect(indicators).toHaveLength(3);
});

test('类别 right before the names is their group, 最终得分 the total', () => {
  const { indicators, groups, total } = oneTable(makeGrid([
    ['绩效管理自评打分表'], ['类别', '指标', '分值', '评分标准', '自评得分'],
    ['基本分', '事前评估', 100, '全部评估得100分', 98], ['加分项', '经验推广', 3, '被推广加3分', 3], ['最终得分', null, 100, null, 101],
  ]));
  expect(indicators.map(({ name, group }) => [name.text, groups[group ?? -1]?.name])).toEqual([['事前评估', '基本分'], ['经验推广', '加分项']]);
  expect(total?.score?.text).toBe('101');
});

test('a label among the amounts is no amount, and the figure behind it is of its own', () => {
  const { fund } = oneTable(makeGrid([
    ['部门整体支出绩效自评表'],
    ['年度预算申请（万元）', null, '年初预算数', '全年预算数', '全年执行数', '分值', '得分'],
    [null, '年度资金总额', 460, 460, 437, 10, 9.5],
    [null, '资金来源', '一般公共预算', 437, '支出结构', '基本支出', 237],
    [null, null, '其他资金', 0, null, '项目支出', 200],
    HEADER, LINE,
  ]));
  expect([fund?.total?.actualSpending?.text, fund?.parts]).toEqual(['437', []]);
});

test('a word in the column of signs is the target where its own cell is blank', () => {
  const of = (sign: string, value: string | null): unknown => {
    const [indicator] = oneTable(makeGrid([['项目支出绩效自评表'], ['一级指标', '二级指标', '三级指标', '指标性质', '指标值', '实际完成值', '分值', '得分'], ['效益指标', '社会效益', '居民取暖成本', sign, value, '降低', 15, 15]])).indicators;
    return [indicator?.targetEntry?.text, indicator?.target.reading.kind, indicator?.nature?.text];
  };
  expect([of('降低', null), of('定性', null), of('≤', null), of('定性', '降低')]).toEqual([['降低', 'words', ''], ['', 'blank', '定性'], ['', 'blank', '≤'], ['降低', 'words', '定性']]);
});

test.each(['绩效评价指标', '评分指标', '自评指标', '绩效考核指标', '评分项目', '评分内容', '自评内容'])('%s before points and scores heads a list of names alone', (header) => {
  const read = (...points: readonly string[]): unknown => oneTable(makeGrid([['专项资金绩效自评表'], ['项目名称', '园艺实训基地'], [header, ...points], ['项目设定目标完成的进度和质量', 60, 59], ['项目组织管理水平', 40, 39], ['合计', 100, 98]]))
    .indicators.map(({ name, weight, score }) => [name.text, weight?.text, score?.text]);
  const lines = [['项目设定目标完成的进度和质量', '60', '59'], ['项目组织管理水平', '40', '39']];
  expect([read('分值', '得分'), read('满分', '自评得分')]).toEqual([lines, lines]);
});

test('绩效评价指标 over levels and names is none of them', () => {
  const { indicators, groups } = oneTable(makeGrid([
    ['专项资金绩效自评表'], ['绩效评价指标', null, null, '年度指标值', '实际完成值', '分值', '得分'], ['一级指标', '二级指标', '三级指标'],
    ['产出指标', '数量指标', '培训场次', '≥4场', '4场', 60, 60], ['效益指标', '社会效益', '服务人数', '≥50人', '52人', 40, 40],
  ], ['A2:C2', 'D2:D3', 'E2:E3', 'F2:F3', 'G2:G3']));
  expect(indicators.map(({ name, group, targetEntry }) => [name.text, groups[group ?? -1]?.name, targetEntry?.cell])).toEqual([['培训场次', '产出指标', 'D4'], ['服务人数', '效益指标', 'D5']]);
});

test.each(['评价指标', '绩效评价指标', '考核指标', '自评指标', '评价内容', '评分内容'])('%s merged down beside header and lines is the label of the list, no column of it', (label) => {
  const read = (...levels: readonly string[]): unknown => {
    const { indicators, groups } = oneTable(makeGrid([
      ['专项资金绩效自评表'], [label, ...levels, '年度指标值', '实际完成值', '分值', '得分'],
      [null, '产出指标', '数量指标', '培训场次', '≥4场', '4场', 60, 60], [null, '效益指标', '社会效益', '服务人数', '≥50人', '52人', 40, 40], [null, '总分', null, null, null, null, 100, 100],
    ], ['A2:A5']));
    return [indicators.map(({ name, weight }) => [name.text, weight?.text]), groups.map(({ name }) => name)];
  };
  const list = [[['培训场次', '60'], ['服务人数', '40']], ['产出指标', '数量指标', '效益指标', '社会效益']];
  expect([read('一级指标', '二级指标', '三级指标'), read('一级指标', '二级指标', '指标内容')]).toEqual([list, list]);
});
