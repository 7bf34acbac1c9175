// Entry of the worker: files are read, patched and judged here, so that the page never waits for them.
import { serveBooks } from '../workbooks/grid/remote-book';
import { judgeFile } from './judge-file';

serveBooks(self as unknown as Parameters<typeof serveBooks>[0], {}, { judge: judgeFile });
