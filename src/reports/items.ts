// Lists of projects: what stands under （三）河道清淤项目 is about that project alone, whatever words its figures have.
import type { Line } from './lines';

const NAMES_ITEM = /项目|工程|专项|补助|补贴|计划/;
/** 项目资金到位情况 is a chapter, not a project. */
const NAMES_CHAPTER = /情况|概况|分析|结论|管理|问题|措施|安排|使用|到位|投入|绩效|内容|背景|依据|来源|构成|目标|组织|实施|产出|效益|完成/;
const LONGEST = 60;

/** The words that name the project of a numbered paragraph, or of the heading that it stands under; null where none is named. */
export function itemOf(line: Line | undefined): string | null {
  const own = line === undefined ? '' : line.number === null ? line.path.at(-1) ?? '' : line.plain.text;
  const words = own.slice(0, LONGEST).split(/[，。；：]/)[0] ?? '';
  // (一)2023年下达教育补助经费8126.5万元 is a sentence about all of it.
  return NAMES_ITEM.test(words) && !NAMES_CHAPTER.test(words) && !/(?:下达|拨付|共|累计).*\d/.test(words) ? words : null;
}
