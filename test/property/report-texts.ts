// Random reports that are right in every figure, in sections whose order does not matter; and the figures that may be altered.
import fc from 'fast-check';

export interface ReportSpec {
  readonly year: number;
  /** Cents of 万元 throughout, so that sums are exact. */
  readonly staff: number;
  readonly office: number;
  readonly projects: readonly number[];
  readonly staffBefore: number;
  readonly left: number;
  readonly reception: number;
  readonly vehicles: number;
  readonly retired: number;
  readonly employed: number;
  /** Digits before the point are the same everywhere; some write 元. */
  readonly unit: '万元' | '元';
  readonly order: readonly number[];
}

export const SECTIONS = 6;

export const reportSpec: fc.Arbitrary<ReportSpec> = fc.record({
  year: fc.integer({ min: 2016, max: 2026 }),
  staff: fc.integer({ min: 100_001, max: 900_000 }),
  office: fc.integer({ min: 10_001, max: 90_000 }),
  projects: fc.array(fc.integer({ min: 10_001, max: 300_000 }), { minLength: 2, maxLength: 5 }),
  staffBefore: fc.integer({ min: 100_001, max: 900_000 }),
  left: fc.integer({ min: 1_001, max: 50_000 }),
  reception: fc.integer({ min: 101, max: 900 }),
  vehicles: fc.integer({ min: 101, max: 900 }),
  retired: fc.integer({ min: 11, max: 90 }),
  employed: fc.integer({ min: 11, max: 90 }),
  unit: fc.constantFrom('万元' as const, '元' as const),
  order: fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: SECTIONS, maxLength: SECTIONS }),
}).filter(({ staff, staffBefore, reception, vehicles, office }) => Math.abs(staff - staffBefore) > 1_000 && new Set([reception, vehicles, office]).size === 3);

const NAMES = ['道路养护', '桥梁加固', '路灯更新', '绿化补植', '排水清淤'];

/** Sections of a right report; each stands for itself, under the title. */
export function sectionsOf(spec: ReportSpec): readonly string[] {
  const money = (cents: number): string => (spec.unit === '元' ? `${cents * 100}元` : `${(cents / 100).toFixed(2)}万元`);
  const basic = spec.staff + spec.office;
  const project = spec.projects.reduce((all, one) => all + one, 0);
  const total = basic + project;
  const budget = total + spec.left;
  const rate = ((total / budget) * 100).toFixed(2);
  const change = spec.staff - spec.staffBefore;
  const sections = [
    `全年实际到位资金${money(budget)}，实际支出${money(total)}，年末结余${money(spec.left)}，预算执行率${rate}%。`,
    `${spec.year}年基本支出${money(basic)}，其中：人员经费${money(spec.staff)}，公用经费${money(spec.office)}。`,
    `项目支出合计${money(project)}，${spec.projects.map((one, i) => `${i + 1}、${NAMES[i] ?? ''}项目支出${money(one)}`).join('；')}。`,
    `${spec.year}年人员经费支出${money(spec.staff)}，与上年人员经费支出${money(spec.staffBefore)}相比，${change > 0 ? '增加' : '减少'}${money(Math.abs(change))}。`,
    `“三公”经费支出${money(spec.reception + spec.vehicles)}，其中：公务接待费${money(spec.reception)}，公务用车运行维护费${money(spec.vehicles)}。`,
    `年末实有干部职工${spec.employed + spec.retired}人，其中在职人员${spec.employed}人，退休人员${spec.retired}人。内设股室3个，分别为办公室、财务股、业务股。`,
  ];
  return spec.order.map((i) => sections[i] ?? '');
}

export function textOf(spec: ReportSpec, sections = sectionsOf(spec)): string {
  return [`${spec.year}年度部门整体支出绩效自评报告`, ...sections.map((section, i) => `${'一二三四五六'.charAt(i)}、情况${i + 1}\n${section}`), '七、存在的问题和改进措施', '预算编制有待细化，今后加以改进。'].join('\n');
}
