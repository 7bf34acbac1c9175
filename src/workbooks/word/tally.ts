// What was met while reading, and how much of it: limits hold while reading, remarks are told at the end.
import { ReportError } from './report-error';

export interface ReportLimits {
  readonly paragraphs: number;
  readonly cells: number;
  /** Characters of all text. */
  readonly characters: number;
}

/** A hundred times what the longest of real reports hold. */
export const REPORT_LIMITS: ReportLimits = { paragraphs: 100_000, cells: 200_000, characters: 5_000_000 };

/** Word's own limit of columns is 63; wider rows are damage or malice. */
export const MOST_COLUMNS = 256;

const TOO_LARGE = '不像绩效自评报告，没有读取；请只留下报告正文和自评表，另存为 .docx 再试。';

const grouped = (count: number): string => `${count / 10_000} 万`;

export class Tally {
  private paragraphs = 0;
  private cells = 0;
  private characters = 0;
  pictures = 0;
  charts = 0;
  objects = 0;
  hidden = 0;
  struck = 0;
  chunks = 0;

  constructor(private readonly limits: ReportLimits) {}

  paragraph(): void {
    if (++this.paragraphs > this.limits.paragraphs) throw new ReportError('too-large', `文档超过 ${grouped(this.limits.paragraphs)}个段落，${TOO_LARGE}`);
  }

  cell(): void {
    if (++this.cells > this.limits.cells) throw new ReportError('too-large', `文档里的表格超过 ${grouped(this.limits.cells)}个单元格，${TOO_LARGE}`);
  }

  text(characters: number): void {
    this.characters += characters;
    if (this.characters > this.limits.characters) throw new ReportError('too-large', `文档超过 ${grouped(this.limits.characters)}字，${TOO_LARGE}`);
  }

  remarks(): string[] {
    const remarks: string[] = [];
    if (this.pictures > 0) remarks.push(`文档里有 ${this.pictures} 张图片，图片里的文字和数字没有核对；如果是表格或数据的截图，请改成文字。`);
    if (this.charts > 0) remarks.push(`文档里有 ${this.charts} 个图表或示意图，其中的文字和数字没有核对。`);
    if (this.objects > 0) remarks.push(`文档里有 ${this.objects} 个嵌入对象（如 Excel 表格），没有读取；请把其中的表格粘贴为 Word 表格，或单独核查原文件。`);
    if (this.hidden > 0) remarks.push(`文档里有 ${this.hidden} 处隐藏文字，没有核对。`);
    if (this.struck > 0) remarks.push(`文档里有 ${this.struck} 处加了删除线的文字，没有核对。`);
    if (this.chunks > 0) remarks.push(`文档里插入了 ${this.chunks} 个别的文档，其内容没有读取；请在 Word 中打开并另存一次再核对。`);
    return remarks;
  }
}
