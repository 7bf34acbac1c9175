// Entry of the worker: files are read, patched and judged here, so that the page never waits for them.
import './worker-address';
import { serveBooks } from '../workbooks/grid/remote-book';
import { bytesAt } from './desk/whereabouts';
import { judgeFile } from './judge-file';

serveBooks(self as unknown as Parameters<typeof serveBooks>[0], {}, { judge: judgeFile, bytes: bytesAt });
