// What a sheet holds and the grid does not show, in English: files tell it in the nouns of a Chinese user.
import type { KeptNoun } from '../workbooks/package/picture-kept';

const ENGLISH: Readonly<Record<KeptNoun, string>> = {
  图表: 'charts', 图片: 'pictures', 形状: 'shapes', 文本框: 'text boxes', 'SmartArt 图形': 'SmartArt', 单元格图片: 'pictures in cells', 背景图片: 'a background picture', 嵌入对象: 'embedded objects',
  窗体控件: 'form controls', 数据透视表: 'pivot tables', 切片器: 'slicers', 日程表: 'timelines', 表格样式: 'table styles', 筛选: 'a filter', 条件格式: 'conditional formats', 数据验证: 'data validation',
  迷你图: 'sparklines', 会话批注: 'threaded comments', 数组公式: 'array formulas', 模拟运算表: 'data tables', 外部链接: 'external links', '1904 日期系统': 'the 1904 date system',
};

export function keptInEnglish(noun: string): string {
  return (ENGLISH as Readonly<Partial<Record<string, string>>>)[noun] ?? noun;
}
