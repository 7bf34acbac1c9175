// What one file of a batch may cost, and what is said when it costs more: the same on every face that runs one.

/** Seconds for one file; a real workbook takes a fraction of one. */
export const SECONDS = 60;
/** Megabytes of JavaScript heap for one worker. */
export const MEGABYTES = 1024;
/** Bytes of a file; far above any real workbook. */
export const LARGEST_FILE = 256 * 1024 * 1024;
export const TOO_LARGE = '文件超过 256 MB，没有读取：请删去无关的工作表或图片后重试。';

/** time: stopped after SECONDS · crash: the worker died on it twice. */
export const LOST = {
  time: `核查超过 ${SECONDS} 秒，已停止：文件可能损坏或过大，请用 Excel 或 WPS 打开并另存后再试。`,
  crash: '核查这个文件时程序两次中断（多半是内存不够）：请用 Excel 或 WPS 打开，删去无关的工作表或图片后再试。',
} as const;
