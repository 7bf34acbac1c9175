// Lists of many lines, whatever is in them: the time of a review grows with the lines.
import { expectGrowthWithSize } from '../../test/growth';
import { makeGrid, type Line } from '../../test/make-grid';
import { reviewWorkbook } from './review-workbook';

const HEADER: Line = ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'];
const lines = (size: number, line: (at: number) => Line): readonly Line[] => Array.from({ length: size }, (_, at) => line(at));

test.each<[string, (size: number) => readonly Line[]]>([
  ['points of a reviewer and of experts', (size) => [[...HEADER, '复核得分', '专家一', '专家二', '平均分'], ...lines(size, (at) => ['产出指标', '数量指标', `甲${at}`, '≥5次', '5次', 1, 1, 1, 1, 1, 1]), ['总分', null, null, null, null, size, size, size, size, size, size]]],
  ['scores left blank', (size) => [HEADER, ...lines(size, (at) => ['产出指标', '数量指标', `甲${at}`, '≥5次', '5次', at % 2 === 0 ? 1 : null, null])]],
  ['results left blank', (size) => [HEADER, ...lines(size, (at) => ['产出指标', '数量指标', `甲${at}`, null, null, 1, 1])]],
  ['marks left blank', (size) => [['一级指标', '二级指标', '三级指标', '得分'], ...lines(size, () => ['产出（50分）', '数量（50分）', '甲（1分）', null])]],
  ['one name under many groups', (size) => [HEADER, ...lines(size, (at) => ['产出指标', `数量指标${at}`, '甲', '≥5次', '5次', 1, 1])]],
  ['groups with points that their lines do not make', (size) => [HEADER, ...lines(size, (at) => [`产出指标${at}（2分）`, `数量指标${at}`, `甲${at}`, '≥5次', '5次', 1, 1]), ['总分', null, null, null, null, 100, 100]]],
  ['no level columns', (size) => [['指标名称', '指标值', '实际完成值', '分值', '得分'], ...lines(size, (at) => [`甲${at}`, '≥5次', '5次', 1, 1])]],
  ['a total to correct', (size) => [HEADER, ...lines(size, (at) => ['产出指标', '数量指标', `甲${at}`, '≥5次', '5次', 1, 1]), ['总分', null, null, null, null, size, 1]]],
])('%s', (_, rows) => {
  expectGrowthWithSize(20_000, (size) => {
    expect(reviewWorkbook({ format: 'xlsx', definedNames: [], remarks: [], grids: [makeGrid([['部门整体支出绩效自评表'], ...rows(size)])] }).tables).toHaveLength(1);
  });
});
