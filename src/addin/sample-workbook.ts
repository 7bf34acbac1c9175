// The sample that 试用示例 opens: fetched from beside the pages when it is asked for.
import type { Answer } from '../workbooks/port';

export async function sampleWorkbook(): Promise<Answer<Uint8Array>> {
  try {
    const response = await fetch(new URL('../../assets/samples/project.xlsx', import.meta.url));
    if (response.ok) return { ok: true, value: new Uint8Array(await response.arrayBuffer()) };
  } catch {
    // The sentence below says it.
  }
  return { ok: false, word: 'failed', reason: '没有取到示例文件：请检查网络后再试，或直接打开要核查的自评表。' };
}
