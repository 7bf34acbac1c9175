import { bracketedPoints, commensurable, declaredPoints, inUnit, plainUnit, readQuantity, readText } from './quantity';

const shown = (raw: string): string => {
  const q = readQuantity(raw);
  return q ? `${q.operator ?? ''}${q.value.toString()}${q.unit}` : 'none';
};

test.each([
  ['≧2万人次', '>=20000人次'],
  ['不少于800篇', '>=800篇'],
  ['98.25', '98.25'],
  ['100%', '100%'],
  ['231万', '2310000'],
  ['215,457.6', '215457.6'], ['￥1,900.00', '1900'], ['¥ 25.5元', '25.5元'],
  ['　１２次', '12次'],
  ['=42个', '=42个'],
  ['≤202.6万元', '<=2026000元'],
  ['<=5300元/户', '<=5300元/户'],
  ['530元/人*月', '530元/人·月'],
  ['95%以上', '>=95%'],
  ['5天以内', '<=5天'],
  ['2小时内', '<=2小时'], ['2小时内响应', '<=2小时'], ['24h内处置', '<=24h'], ['平均7个工作日内办结', '<=7个工作日'], ['45秒内', '<=45秒'], ['稳定在25万吨以上', '>=250000吨'], ['保持在90%以上', '>=90%'], ['降到5%以下', '<=5%'], ['提高到95%', 'none'], ['每村达到3个以上', 'none'], ['3年内不返修', 'none'],
  ['≥6%左右', '>=6%'],
  ['小于5%', '<5%'],
  ['1.2亿元', '120000000元'],
  ['10 分', '10分'],
  ['-3.5', '-3.5'],
  ['20年', '20年'],
  ['≤16.5/10万', '<=16.5/10万'],
  ['9/十万', '9/10万'],
  ['平均26小时', '26小时'],
  ['》95%', '>=95%'], ['〉5次', '>=5次'], ['《5%', '<=5%'], ['《12条》', 'none'], ['≮95%', '>=95%'], ['≯3起', '<=3起'], ['最少6期', '>=6期'],
  ['15万元。', '150000元'], ['≥96%；', '>=96%'], ['15万元。另有结余', 'none'],
])('%s is read as %s', (raw, expected) => {
  expect(shown(raw)).toBe(expected);
});

test.each([
  ['浓厚', 'words'], ['', 'blank'], ['—', 'blank'], ['……', 'blank'],
  ['2022年12月底前', 'date'], ['2023年12月31日前', 'date'], ['2021年12月完成', 'date'], ['2023年6月30日前完工', 'date'], ['10月18日上线', 'date'], ['6月底前发放到位', 'date'], ['12月底之前', 'date'], ['2023-12-31', 'date'],
  ['签约率提高1%，体检率提高2%', 'mixed'], ['提升10%', 'mixed'], ['854万854万', 'mixed'], ['90%-95%', 'range'], ['1998年', 'date'], ['12.31前', 'date'], ['12.31', 'quantity'],
])('%s is %s', (raw, kind) => {
  expect(readText(raw).kind).toBe(kind);
});

test('a date keeps year, month and day', () => {
  expect(readText('2023年12月31日前')).toEqual({ kind: 'date', date: { year: 2023, month: 12, day: 31 }, operator: null });
  expect(readText('12月底之前')).toEqual({ kind: 'date', date: { year: null, month: 12, day: null }, operator: null });
});

test.each(['≥2010.5', '≤1958.9', '2045.6', '≥2010.12'])('%s is an amount: no table of our time has such a deadline', (raw) => {
  expect(readText(raw).kind).toBe('quantity');
});

test.each(['2023.6', '≤2022.12', '2010.05', '2010.5.1', '2010.5前', '2010年5月'])('%s is a date', (raw) => {
  expect(readText(raw).kind).toBe('date');
});

test('2004.01 is a month as a deadline and an amount where an amount is asked for', () => {
  expect(readText('2004.01').kind).toBe('date');
  expect(shown('2004.01')).toBe('2004.01');
});

test.each([
  ['≥95%（含）', 'quantity', '95%'], ['99.98%（全国第三）', 'quantity', '99.98%'], ['2期（每期100人）', 'quantity', '2期'], ['5（天）', 'quantity', '5天'], ['30元/（人·月）', 'quantity', '30元/(人·月'],
])('what is said in brackets behind a unit is no part of it: %s', (raw, kind, expected) => {
  const reading = readText(raw);
  expect(reading.kind).toBe(kind);
  const unit = reading.kind === 'quantity' ? reading.quantity.unit : '';
  expect(expected).toContain(unit);
});

test('100±2% is a range', () => {
  const reading = readText('100±2%');
  expect(reading.kind === 'range' && [reading.low.value.toString(), reading.high.value.toString(), reading.low.unit]).toEqual(['98', '102', '%']);
});

test('more digits than anybody counts are a code, whatever hangs on them', () => {
  expect(readQuantity('999999999999999')?.value.toString()).toBe('999999999999999');
  for (const code of ['6222020200112233445', `${'1'.repeat(400)}元`, `5-${'1'.repeat(400)}`, '1,234,567,890,123,456,789']) expect(readQuantity(code)).toBeNull();
});

test('an impossible month is no date', () => {
  expect(readText('2023-13-01').kind).not.toBe('date');
});

test('decimals are those displayed', () => {
  expect(readQuantity('98.250%')?.decimals).toBe(3);
});

test('a 度量单位 cell completes a plain number and leaves a written unit alone', () => {
  const plain = readQuantity('20');
  const written = readQuantity('20次');
  if (!plain || !written) throw new Error('not read');
  expect(inUnit(plain, '万元').value.toString()).toBe('200000');
  expect(inUnit(plain, '万')).toMatchObject({ unit: '', scale: 10000 });
  expect(inUnit(plain, '万').value.toString()).toBe('200000');
  expect(inUnit(plain, '%').unit).toBe('%');
  expect(inUnit(written, '%').unit).toBe('次');
});

test('百分比 and % compare, 次 and % do not', () => {
  const of = (raw: string) => {
    const q = readQuantity(raw);
    if (!q) throw new Error(raw);
    return q;
  };
  expect(commensurable(of('100百分比'), of('99%'))).toBe(true);
  expect(commensurable(of('3次'), of('99%'))).toBe(false);
  expect(commensurable(of('3'), of('99%'))).toBe(true);
  // Budget systems write the sign and its name.
  expect(commensurable(inUnit(of('98'), '%（百分比）'), of('99%'))).toBe(true);
  expect(commensurable(inUnit(of('12'), '公里（km）'), of('13公里'))).toBe(true);
  expect(commensurable(inUnit(of('12'), '元（人/月）'), of('13元'))).toBe(false);
});

test.each([
  ['产出指标\n(50分)', '50'], ['效益指标\n（40分）\n　', '40'], ['预算执行情况(万元)\n(20分)', '20'], ['分值(10分)', '10'], ['产出指标', null], ['100分', '100'], ['指标名称(分)', null],
  ['目标完成情况（50分，附加分5分）', '50'], ['数量指标（每项5分，共20分）', '20'], ['产出指标40分（数量20分，质量20分）', '40'], ['产出指标（数量20分，质量20分）', null], ['及时报送（5分，每迟一次扣1分）', '5'], ['得分（20分*执行率，满分20分）', '20'],
])('points declared in %j are %s', (label, points) => {
  expect(declaredPoints(label)?.toString() ?? null).toBe(points);
});

test.each([
  ['百分之百', '100'], ['不低于百分之九十五', '95'], ['百分之十', '10'], ['百 分 之 百', '100'], ['百\n分之百', '100'], ['百分之十二', '12'], ['百分之三', '3'], ['百分之98.5', '98.5'],
])('%s is a share', (raw, percent) => {
  const quantity = readQuantity(raw);
  expect([quantity?.value.toString(), quantity?.unit]).toEqual([percent, '%']);
});

test('parts of a hundred in words that were not understood stay words', () => {
  expect(['百分之九十八点五', '百分之几', '提高百分之三十'].map(readQuantity)).toEqual([null, null, null]);
});

test.each([['(15)', '15'], ['（40分）', '40'], ['9（扣1分）', '9'], ['10分（满分）', '10'], ['20(10)', null], ['（扣1分）', null], ['9', null]])('points in %s are %s', (raw, points) => {
  expect(bracketedPoints(raw)?.value.toString() ?? null).toBe(points);
});

test.each([['百分之一百', '100'], ['≥百分之一百', '100']])('%s is all of it', (raw, percent) => {
  const quantity = readQuantity(raw);
  expect([quantity?.value.toString(), quantity?.unit]).toEqual([percent, '%']);
});

test.each([['不得小于5件', '>='], ['不能低于5件', '>='], ['高于或等于5件', '>='], ['多于等于5件', '>='], ['不得大于5件', '<='], ['不得多于5件', '<='], ['低于等于5件', '<='], ['少于或等于5件', '<=']])('%s is a limit', (raw, operator) => {
  expect(readQuantity(raw)?.operator).toBe(operator);
});

test('all of it, whatever is said behind the sign; 5%未达标 tells of the others', () => {
  const of = (text: string): string => plainUnit(readQuantity(text)?.unit ?? '');
  expect(['100%全覆盖', '100%全部完成', '100%按期完成', '98%及时'].map(of)).toEqual(['%', '%', '%', '%']);
  expect(of('5%未达标')).not.toBe('%');
});

test('￥1,900.00 is an amount wherever it stands', () => {
  expect(['￥1,900.00', '￥1900', '¥ 1,900.5'].map((text) => readText(text).kind)).toEqual(['quantity', 'quantity', 'quantity']);
});

test.each(['共45人次', '共计45人次', '实际45人次', '实际完成45人次', '已完成45人次', '全年共完成45人次', '平均45人次'])('%s is 45人次', (text) => {
  expect(readQuantity(text)).toEqual(readQuantity('45人次'));
});
