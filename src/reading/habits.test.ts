// Forms as people bend them: texts beside labels where others write below, figures and labels in one cell.
import { makeGrid } from '../../test/make-grid';
import { HEADER, LINE, oneTable } from '../../test/one-table';

test('goal and result beside their labels, with a heading over the next block below them', () => {
  const table = oneTable(makeGrid([
    ['项目绩效自评表'], ['三、绩效目标完成情况'],
    ['预期目标', '储备编织袋10万条', null, '实际完成', '储备编织袋10万条，汛期调用3批次'],
    ['四、绩效指标完成情况'], HEADER, LINE,
  ], ['A2:F2', 'B3:C3', 'A4:F4']));
  expect(table.goals.map(({ expected, actual }) => [expected?.cell, actual?.cell])).toEqual([['B3', 'E3']]);
});

test('a header row of goals with points between them has its texts below', () => {
  const table = oneTable(makeGrid([
    ['项目绩效自评表'], ['预期目标', '分值', '实际完成情况', '得分'], ['储备编织袋10万条', 10, '储备编织袋12万条', 10], HEADER, LINE,
  ]));
  expect(table.goals.map(({ expected, actual }) => [expected?.cell, actual?.cell])).toEqual([['A3', 'C3']]);
});
