import { companionsAmong, coreOfName, isReportFile, isReportInFolder } from './report-names';

test.each([
  ['2024年度零陵区科协整体支出绩效自评报告.docx', '零陵区科协'], ['附件2：道路养护项目支出绩效自评表（终稿）.xlsx', '：道路养护'], ['部门整体支出绩效自评报告2024.docx', ''], ['甲/乙/图书馆报告.docx', '图书馆'],
])('%s keeps what tells it from others', (name, core) => {
  expect(coreOfName(name)).toBe(core);
});

test('a folder gives the Word files that speak of reports or lie beside workbooks, and no other papers', () => {
  expect([['自评报告.docx', false], ['馆.docx', false], ['馆.docx', true], ['填报通知.docx', true], ['某局审核意见书.docx', true], ['自评报告模板.docx', true], ['自评报告.doc', true]].map(([name, beside]) => isReportInFolder(String(name), beside === true)))
    .toEqual([true, false, true, false, false, false, false]);
});

test('what is named itself is a report by its ending', () => {
  expect(['a.docx', 'a.DOC', 'a.wps', 'a.txt', 'a.xlsx', 'a.et'].map(isReportFile)).toEqual([true, true, true, true, false, false]);
});

describe('companions', () => {
  test('a report alone in its folder may belong to all workbooks of it, and of no other folder', () => {
    expect(companionsAmong(['甲/报告.docx', '乙/报告.docx'], ['甲/自评表.xlsx', '甲/道路养护.xlsx', '乙/自评表.xlsx'])('甲/报告.docx')).toEqual(['甲/自评表.xlsx', '甲/道路养护.xlsx']);
  });

  test('without workbooks beside it those of the folders below count', () => {
    expect(companionsAmong(['甲/报告.docx'], ['甲/附表/自评表.xlsx', '乙/自评表.xlsx'])('甲/报告.docx')).toEqual(['甲/附表/自评表.xlsx']);
  });

  test('in a shared folder the name decides, and what bears another name is left to it', () => {
    const of = companionsAmong(['图书馆报告.docx', '科协报告.docx', '总报告.docx'], ['图书馆自评表.xlsx', '零陵科协自评表.xlsx', '附表1.xlsx']);
    expect(['图书馆报告.docx', '科协报告.docx', '总报告.docx'].map(of)).toEqual([['图书馆自评表.xlsx'], ['零陵科协自评表.xlsx'], ['附表1.xlsx']]);
  });

  test('the longer name in common wins', () => {
    const of = companionsAmong(['东湖小学报告.docx', '湖小报告.docx', '东湖小学附属报告.docx'], ['东湖小学附属自评表.xlsx']);
    expect(of('东湖小学附属报告.docx')).toEqual(['东湖小学附属自评表.xlsx']);
    expect(of('东湖小学报告.docx')).toEqual([]);
  });

  test('never more than forty are opened for one report', () => {
    expect(companionsAmong(['报告.docx'], Array.from({ length: 900 }, (_, at) => `表${at}.xlsx`))('报告.docx')).toHaveLength(40);
  });
});

test('a report of a project that is called by a plan or by rules is one; papers about reports are none', () => {
  for (const name of ['人才引进办法专项资金绩效自评报告.docx', '三年行动方案项目自评报告（定稿）.docx', '《补助细则》绩效评价报告.docx']) expect(isReportInFolder(name, false)).toBe(true);
  for (const name of ['绩效自评报告目录.docx', '绩效自评工作方案.docx', '绩效自评报告模板.docx', '自评报告名单.docx', '关于报送绩效自评报告的通知.docx']) expect(isReportInFolder(name, true)).toBe(false);
});
