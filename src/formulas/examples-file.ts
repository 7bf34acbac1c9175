// The documented examples as a file that can be used at once: a bureau begins by crossing out.
import { writeCheckText } from './check-text';
import { CHECK_EXAMPLES } from './examples';

const TITLE = '审核公式示例';

export function examplesAs(format: 'text' | 'json'): string {
  if (format === 'json') return `${JSON.stringify({ title: TITLE, checks: CHECK_EXAMPLES.map(({ draft }) => draft) }, null, 2)}\n`;
  return `# ${TITLE}：共 ${CHECK_EXAMPLES.length} 条，删去不用的，改成自己的。以 # 开头的行是注释。\n${CHECK_EXAMPLES.map(({ shows, draft }) => `\n# ${shows}\n${writeCheckText([draft])}`).join('')}`;
}
