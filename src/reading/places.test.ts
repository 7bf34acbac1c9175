import { readProvince } from './head';
import { countyProvinceIn, provinceIn } from './places';

test.each([
  ['湖南省益阳市资阳区财政局', '湖南'], ['长沙市', '湖南'], ['普陀区建设管理事务中心', '上海'], ['资阳市雁江区', '四川'], ['新疆维吾尔自治区', '新疆'], ['对口支援云南省项目', null], ['河南省人民政府驻上海市办事处', '河南'], ['黄山旅游', null], ['', null],
])('“%s” names %s', (text, province) => expect(provinceIn(text)).toBe(province));

test.each([
  ['成安县民政局2020年度预算项目绩效自评表', '河北'], ['314002-成安县民政局机关', '河北'], ['实施单位：浏阳市财政局', '湖南'], ['长阳土家族自治县水利局', '湖北'], ['长阳县水利局', '湖北'], ['达尔罕茂明安联合旗', '内蒙古'],
  // Two provinces have it.
  ['鼓楼区财政局', null],
  // Who was helped, and words that begin like a name.
  ['对口支援成安县', null], ['应县委要求开展的工作', null], ['高县级公立医院补助', null], ['河北区域协同', null],
])('“%s” tells %s by its county', (text, province) => expect(countyProvinceIn(text)).toBe(province));

test('a province that is named goes before a county, wherever it stands', () => {
  expect(readProvince(['成安县援建工程', '主管部门：湖南省财政厅'])).toBe('湖南');
  expect(readProvince(['项目支出绩效自评表', '成安县民政局'])).toBe('河北');
});
