// Which side of a target without an operator is the better one, by names as tables write them.
import { directionOf } from './direction';

test.each<[string, string, 'more' | 'less' | 'unclear']>([
  ['养护道路里程', '数量指标', 'more'],
  ['群众满意度', '服务对象满意度指标', 'more'],
  ['项目总成本', '数量指标', 'less'],
  ['购置款', '成本指标', 'less'],
  ['公用经费控制率', '质量指标', 'less'],
  ['三公经费变动率', '质量指标', 'less'],
  ['投诉率', '质量指标', 'less'],
  ['安全事故起数', '质量指标', 'less'],
  ['投诉处理率', '质量指标', 'more'],
  ['经费足额拨付率', '质量指标', 'more'],
  ['援建经费使用率', '数量指标', 'more'],
  ['培训经费支出进度', '时效指标', 'more'],
  ['“三公”经费使用率', '质量指标', 'unclear'],
  ['公用经费支出率', '质量指标', 'unclear'],
  ['公务接待经费使用率', '质量指标', 'unclear'],
  ['会议经费支出进度', '质量指标', 'unclear'],
  ['三公经费执行率', '质量指标', 'unclear'],
  ['机关运行经费预算支出率', '质量指标', 'unclear'],
  ['基本支出预算执行率', '资金投入', 'more'],
  ['财政资金支出率', '资金管理', 'more'],
  ['案件超期办结率', '质量指标', 'unclear'],
  ['事故防范宣传次数', '数量指标', 'unclear'],
  ['高血压随访控制数', '数量指标', 'unclear'],
  ['疾病控制率', '质量指标', 'unclear'],
  ['免费开放天数', '时效指标', 'unclear'],
  ['志愿服务时长', '数量指标', 'unclear'],
  ['查处违法案件数', '数量指标', 'unclear'],
  ['完成固定资产投资', '数量指标', 'unclear'],
  ['污染治理面积', '数量指标', 'unclear'],
  ['完成时间（月）', '时效指标', 'unclear'],
  ['结算周期（日）', '时效指标', 'unclear'],
  ['平均住院日', '质量指标', 'unclear'],
  ['公务接待批次', '数量指标', 'unclear'],
  ['药品收入占比', '质量指标', 'unclear'],
  ['撂荒地复耕面积', '数量指标', 'unclear'],
  ['管网漏损率', '质量指标', 'unclear'],
  ['资金闲置率', '社会效益指标', 'unclear'],
  ['盘活闲置土地面积', '数量指标', 'more'],
  ['化肥亩均施用量', '生态效益指标', 'unclear'],
  ['食品抽检不合格率', '质量指标', 'unclear'],
  ['城乡居民收入比', '社会效益指标', 'unclear'],
  ['空气质量综合指数', '生态效益指标', 'unclear'],
  ['矛盾纠纷调解成功率', '质量指标', 'more'],
  ['审结案件数', '数量指标', 'more'],
  ['时间节点完成率', '时效指标', 'more'],
])('%s under %s: %s', (name, subgroup, direction) => {
  expect(directionOf(name, subgroup)).toBe(direction);
});

test('how soon is better the less it is', () => {
  expect(['预警响应', '群众诉求办理', '故障修复'].map((name) => directionOf(name, '时效指标', '分钟'))).toEqual(['less', 'less', 'less']);
  expect([directionOf('应急值守', '时效指标', '小时'), directionOf('应急处置演练', '数量指标', '小时'), directionOf('预警响应率', '时效指标', '%'), directionOf('反馈意见', '数量指标', '条')]).toEqual(['more', 'more', 'more', 'more']);
});

test('spaces in a name mean nothing', () => {
  expect([directionOf('轮 换 期 限', '时效指标', '个月'), directionOf('事 故 起 数', '质量指标')]).toEqual(['unclear', 'less']);
});

test('a term is neither better longer nor shorter by its name', () => {
  expect(directionOf('轮换期限', '时效指标', '个月')).toBe('unclear');
});
