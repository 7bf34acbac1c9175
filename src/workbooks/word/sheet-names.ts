// Names of a report's tables, fit for sheets of a workbook: at most 31 characters, none of \ / ? * [ ] :, no two alike.

const LONGEST = 31;

/** Gives out names in the order of the tables: 表1 部门整体支出绩效自评表. */
export class SheetNames {
  private readonly used = new Set<string>();
  private count = 0;

  next(title: string | null): string {
    const number = ++this.count;
    const bare = (title ?? '').replace(/[\\/?*[\]:：\p{Cc}]/gu, ' ').replace(/\s+/g, ' ').trim().replace(/^(?:附件|附表|附|表)\s*[\d一二三四五六七八九十]*(?:[-—－]\d+)?[\s.、．]*(?=\S{3})/, '');
    const name = `表${number} ${bare}`.trim().replace(/^'+|'+$/g, '');
    return this.unique(name);
  }

  private unique(name: string): string {
    for (let again = 1; ; again++) {
      const tail = again === 1 ? '' : `(${again})`;
      const one = cut(name, LONGEST - tail.length) + tail;
      const key = one.toLowerCase();
      if (this.used.has(key)) continue;
      this.used.add(key);
      return one;
    }
  }
}

/** Never through a character of two code units. */
function cut(name: string, length: number): string {
  const short = name.slice(0, length);
  return /[\ud800-\udbff]$/.test(short) ? short.slice(0, -1) : short.trimEnd();
}
