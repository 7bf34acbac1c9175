// What a sheet holds and a grid does not show, by the nouns that a Chinese user knows.
import type { Relationship } from './relationships';
import { PackageError } from './package-error';
import { END, OPEN, XmlScanner } from './xml';
import type { Archive } from './zip';

/** In the order in which they are told. */
const NOUNS = ['图表', '图片', '形状', '文本框', 'SmartArt 图形', '单元格图片', '背景图片', '嵌入对象', '窗体控件', '数据透视表', '切片器', '日程表', '表格样式', '筛选', '条件格式', '数据验证', '迷你图', '会话批注', '数组公式', '模拟运算表', '外部链接', '1904 日期系统'] as const;
export type KeptNoun = (typeof NOUNS)[number];

const BY_ELEMENT: ReadonlyMap<string, KeptNoun> = new Map(Object.entries<KeptNoun>({
  conditionalFormatting: '条件格式', conditionalFormattings: '条件格式', dataValidation: '数据验证', sparklineGroup: '迷你图',
  autoFilter: '筛选', oleObject: '嵌入对象', control: '窗体控件', picture: '背景图片', slicerList: '切片器', timelineRefs: '日程表',
}));
const BY_RELATIONSHIP: ReadonlyMap<string, KeptNoun> = new Map(Object.entries<KeptNoun>({
  pivotTable: '数据透视表', table: '表格样式', slicer: '切片器', timeline: '日程表', threadedComment: '会话批注', ctrlProp: '窗体控件', control: '窗体控件', oleObject: '嵌入对象',
}));
/** Last parts of the names that a drawing gives its frames. */
const FRAMES: readonly (readonly [RegExp, KeptNoun])[] = [[/\/(?:chart|chartex)$/, '图表'], [/\/diagram$/, 'SmartArt 图形'], [/\/slicer$/, '切片器'], [/\/timeslicer$/, '日程表'], [/\/ole$/, '嵌入对象']];

export class Kept {
  private readonly met = new Set<KeptNoun>();

  add(noun: KeptNoun): void {
    this.met.add(noun);
  }

  /** An element of the sheet's own part, by its local name. */
  element(name: string): void {
    const noun = BY_ELEMENT.get(name);
    if (noun) this.met.add(noun);
  }

  /** Relationships of the sheet; drawings are looked into. */
  relationships(archive: Archive, relationships: readonly Relationship[]): void {
    for (const { kind, target, external } of relationships) {
      const noun = BY_RELATIONSHIP.get(kind);
      if (noun) this.met.add(noun);
      if (kind !== 'drawing' || external) continue;
      try {
        this.drawing(archive.text(target));
      } catch (error) {
        // What cannot be shown anyway must not keep the sheet from being shown.
        if (!(error instanceof PackageError)) throw error;
        this.met.add('形状');
      }
    }
  }

  private drawing(text: string | null): void {
    if (text === null) return;
    const xml = new XmlScanner(text);
    for (let event = xml.next(); event !== END; event = xml.next()) {
      if (event !== OPEN) continue;
      // The stand-in for programs that do not know the real thing before it.
      if (xml.name === 'Fallback') xml.skip();
      else if (xml.name === 'pic') this.met.add('图片');
      else if (xml.name === 'cxnSp' || xml.name === 'sp') this.met.add(isTextBox(xml) ? '文本框' : '形状');
      else if (xml.name === 'graphicData') {
        const uri = xml.attribute('uri') ?? '';
        const noun = FRAMES.find(([pattern]) => pattern.test(uri))?.[1];
        if (noun) this.met.add(noun);
      }
    }
  }

  list(): readonly string[] {
    return NOUNS.filter((noun) => this.met.has(noun));
  }
}

/** Reads the shape just opened up to what says whether it is a box for text. */
function isTextBox(xml: XmlScanner): boolean {
  const inside = xml.depth;
  for (let event = xml.next(); xml.depth >= inside; event = xml.next()) {
    if (event === OPEN && xml.name === 'cNvSpPr') return xml.flag('txBox');
  }
  return false;
}
