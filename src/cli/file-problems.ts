// What the file system says, in words that tell the user what to do.

const SENTENCES: Readonly<Record<string, string>> = {
  ENOENT: '找不到这个文件或文件夹，请检查路径和文件名。',
  ENOTDIR: '路径中有一段不是文件夹，请检查路径。',
  EACCES: '没有权限读写，请检查文件或文件夹的权限。',
  EPERM: '没有权限读写，请检查文件或文件夹的权限。',
  EEXIST: '已有同名的文件或文件夹，请换一个名字或位置。',
  EISDIR: '这是文件夹，不是文件，请检查路径。',
  EBUSY: '文件正被别的程序占用，请关闭 Excel 或 WPS 后重试。',
  ENOSPC: '磁盘空间不足，请清理后重试。',
  EROFS: '磁盘是只读的，请换一个文件夹（--out）。',
  ENAMETOOLONG: '文件名太长，请缩短后重试。',
  ELOOP: '这个链接绕回自己，没有文件，请检查或删去。',
  EIO: '磁盘读写出错，请检查磁盘或网络后重试。',
  EMFILE: '打开的文件太多，请稍后重试。',
};

/** A Chinese sentence for an error of the file system; an error that is none keeps its own words behind a plain sentence. */
export function fileProblem(error: unknown): string {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  const known = SENTENCES[code];
  if (known !== undefined) return known;
  return `程序内部出错（${error instanceof Error ? error.message : String(error)}），请把文件反馈给我们；加 --debug 可看细节。`;
}
