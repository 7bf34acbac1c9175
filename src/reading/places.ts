// Provinces, and the cities and counties by which a table's province is told.
import { hasAny } from '../model/characters';
import { PROVINCES, type Province } from '../model/provinces';
import counties from './counties.json';
import { remembered } from './memo';

/** Province → its prefecture-level cities, prefectures and leagues, without 市 (administrative divisions as of 2023). */
const CITIES: Readonly<Record<Province, string>> = {
  北京: '海淀区 朝阳区 丰台区 石景山区 门头沟区 房山区 大兴区 昌平区 怀柔区 平谷区 密云区 延庆区', 天津: '滨海新区', 上海: '浦东新区 普陀区 徐汇区 静安区 杨浦区 虹口区 闵行区 嘉定区 松江区 青浦区 奉贤区 崇明区', 重庆: '渝中区 江北区 南岸区 九龙坡区 沙坪坝区 万州区 涪陵区',
  河北: '石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水',
  山西: '太原 大同 阳泉 长治 晋城 朔州 晋中 运城 忻州 临汾 吕梁',
  内蒙古: '呼和浩特 包头 乌海 赤峰 通辽 鄂尔多斯 呼伦贝尔 巴彦淖尔 乌兰察布 兴安盟 锡林郭勒 阿拉善',
  辽宁: '沈阳 大连 鞍山 抚顺 本溪 丹东 锦州 营口 阜新 辽阳 盘锦 铁岭 葫芦岛',
  吉林: '长春 四平 辽源 通化 白山 松原 白城 延边',
  黑龙江: '哈尔滨 齐齐哈尔 鸡西 鹤岗 双鸭山 大庆 伊春 佳木斯 七台河 牡丹江 黑河 绥化 大兴安岭',
  江苏: '南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 宿迁',
  浙江: '杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水',
  安徽: '合肥 芜湖 蚌埠 淮南 马鞍山 淮北 铜陵 安庆 黄山 滁州 阜阳 宿州 六安 亳州 池州 宣城',
  福建: '福州 厦门 莆田 三明 泉州 漳州 南平 龙岩 宁德',
  江西: '南昌 景德镇 萍乡 九江 新余 鹰潭 赣州 吉安 宜春 抚州 上饶',
  山东: '济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海 日照 临沂 德州 聊城 滨州 菏泽',
  河南: '郑州 开封 洛阳 平顶山 安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河 三门峡 南阳 商丘 信阳 周口 驻马店 济源',
  湖北: '武汉 黄石 十堰 宜昌 襄阳 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州 恩施 仙桃 潜江 天门 神农架',
  湖南: '长沙 株洲 湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳 郴州 永州 怀化 娄底 湘西',
  广东: '广州 韶关 深圳 珠海 汕头 佛山 江门 湛江 茂名 肇庆 惠州 梅州 汕尾 河源 阳江 清远 东莞 中山市 潮州 揭阳 云浮',
  广西: '南宁 柳州 桂林 梧州 北海 防城港 钦州 贵港 玉林 百色 贺州 河池 来宾 崇左',
  海南: '海口 三亚 三沙 儋州',
  四川: '成都 自贡 攀枝花 泸州 德阳 绵阳 广元 遂宁 内江 乐山 南充 眉山 宜宾 广安 达州 雅安 巴中 资阳市 阿坝 甘孜 凉山',
  贵州: '贵阳 六盘水 遵义 安顺 毕节 铜仁 黔西南 黔东南 黔南',
  云南: '昆明 曲靖 玉溪 保山 昭通 丽江 普洱 临沧 楚雄 红河 文山 西双版纳 大理 德宏 怒江 迪庆',
  西藏: '拉萨 日喀则 昌都 林芝 山南 那曲 阿里地区',
  陕西: '西安 铜川 宝鸡 咸阳 渭南 延安 汉中 榆林 安康 商洛',
  甘肃: '兰州 嘉峪关 金昌 白银 天水 武威 张掖 平凉 酒泉 庆阳 定西 陇南 临夏 甘南',
  青海: '西宁 海东 海北 黄南 海南州 果洛 玉树 海西',
  宁夏: '银川 石嘴山 吴忠 固原 中卫',
  新疆: '乌鲁木齐 克拉玛依 吐鲁番 哈密 昌吉 博尔塔拉 巴音郭楞 阿克苏 喀什 和田 伊犁 塔城 阿勒泰 石河子',
};

/** 对口支援云南省, 驻上海市办事处: whose form it is, that does not say. */
const OF_PROVINCE = new RegExp(`(?<!支援|援[助建]|帮扶|协作|驻)(${PROVINCES.join('|')})(?:省|市|自治区|壮族|回族|维吾尔)`);
// Longest names first, so that 资阳市 (四川) is tried before shorter names inside it.
const BY_CITY = new Map(Object.entries(CITIES).flatMap(([province, cities]) => cities.split(' ').map((city) => [city, province] as const)));
const NAMES = new RegExp([...BY_CITY.keys()].sort((a, b) => b.length - a.length).join('|'), 'g');

// A search for three hundred names is long, and most texts hold none of their beginnings: two characters, as one number.
const BEGINNINGS = new Set([...PROVINCES, ...BY_CITY.keys()].map((name) => pair(name, 0)));
const hasFirstOne = hasAny([...PROVINCES, ...BY_CITY.keys()].map(([first]) => first).join(''));

function pair(text: string, at: number): number {
  return text.charCodeAt(at) * 65_536 + text.charCodeAt(at + 1);
}

function mayNameAPlace(text: string): boolean {
  if (hasFirstOne(text)) for (let i = 0; i + 1 < text.length; i++) if (BEGINNINGS.has(pair(text, i))) return true;
  return false;
}

/** The province that a text names itself or by a city; null when it names none. A city's name counts only where it is used as one: 长沙市, 普陀区, 青岛某局. */
export function provinceIn(text: string): string | null {
  return mayNameAPlace(text) ? knownProvince(text) : null;
}

const knownProvince = remembered((text: string): string | null => {
  const named = OF_PROVINCE.exec(text)?.[1];
  if (named !== undefined) return named;
  for (const match of text.matchAll(NAMES)) {
    const [city] = match;
    const after = text.slice(match.index + city.length);
    if (/[区市州盟]$/.test(city) || /^(?:市|州|县|区|地区|盟|自治州)|^[^,。;]{0,8}(?:市|县|区|局|镇|乡)/.test(after)) return BY_CITY.get(city) ?? null;
  }
  return null;
});

/** 成安县, 浏阳市, 贵池区, also without the peoples of an autonomous county → province; names that two provinces have, or that are words of every day, are left out (administrative divisions as of 2023). */
const BY_COUNTY = new Map(Object.entries(counties).flatMap(([province, names]) => names.split(' ').map((name) => [name, province] as const)));
const LONGEST_COUNTY = Math.max(...[...BY_COUNTY.keys()].map(({ length }) => length));

const mayNameACounty = hasAny('县市区旗');

/** The province of a county with which a text, or a name in it, begins: 成安县民政局, 314002-成安县民政局. Null for 支援成安县: that says who was helped. */
export function countyProvinceIn(text: string): string | null {
  return mayNameACounty(text) ? provinceOfCounty(text) : null;
}

const provinceOfCounty = remembered((text: string): string | null => {
  for (const { index, 0: { length: skipped } } of text.matchAll(/^|[^\u4e00-\u9fa5]+/g)) {
    const from = index + skipped;
    for (let to = from + 2; to <= Math.min(text.length, from + LONGEST_COUNTY); to++) {
      const province = BY_COUNTY.get(text.slice(from, to));
      // 应县委要求, 兴县域经济, 高县级 …: another word.
      if (province !== undefined && !/^[委域级城际间内外]/.test(text.slice(to))) return province;
    }
  }
  return null;
});
