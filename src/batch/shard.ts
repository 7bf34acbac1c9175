// Which part of a batch this process does. Stable: a path always falls into the same part, whatever else lies in the folder.
import { createHash } from 'node:crypto';

export interface Shard {
  /** 1 to `of`. */
  readonly index: number;
  readonly of: number;
}

const WHOLE = /^(\d{1,5}|auto)\/(\d{1,5})$/;

/**
 * Reads "2/8", or "auto/8" where a scheduler numbers its tasks: SLURM_ARRAY_TASK_ID counted from SLURM_ARRAY_TASK_MIN, or JOB_COMPLETION_INDEX (Kubernetes) from 0.
 * @returns the shard, or a Chinese sentence
 */
export function readShard(text: string, env: Readonly<Record<string, string | undefined>>): Shard | string {
  const [, part = '', count = ''] = WHOLE.exec(text) ?? [];
  const of = Number(count);
  if (part === '' || of < 1) return `--shard“${text}”不对，请写成 2/8（第 2 份，共 8 份）或 auto/8。`;
  const index = part === 'auto' ? taskNumber(env) : Number(part);
  if (index === null) return '--shard auto 要在 Slurm 数组任务或 Kubernetes 索引任务里用；这里没有任务编号，请写明第几份，如 2/8。';
  if (index < 1 || index > of) return `--shard 第 ${index} 份超出了 1 到 ${of}，请检查份数或任务编号。`;
  return { index, of };
}

function taskNumber(env: Readonly<Record<string, string | undefined>>): number | null {
  const number = (text: string | undefined): number | null => (text !== undefined && /^\d+$/.test(text) ? Number(text) : null);
  const slurm = number(env.SLURM_ARRAY_TASK_ID);
  if (slurm !== null) return slurm - (number(env.SLURM_ARRAY_TASK_MIN) ?? 0) + 1;
  const kubernetes = number(env.JOB_COMPLETION_INDEX);
  return kubernetes === null ? null : kubernetes + 1;
}

export function inShard(path: string, { index, of }: Shard): boolean {
  return of === 1 || createHash('sha256').update(path).digest().readUInt32BE(0) % of === index - 1;
}
