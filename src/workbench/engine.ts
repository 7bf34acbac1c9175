// Entry of the worker: files are read, patched and judged here, so that the page never waits for them.
import './worker-address';
import type { HouseRules } from '../review/options-for';
import { serveBooks } from '../workbooks/grid/remote-book';
import { bytesAt } from './desk/whereabouts';
import { judgeFile } from './judge-file';
import type { FileBytes } from './opened-file';

serveBooks(self as unknown as Parameters<typeof serveBooks>[0], {}, { judge: ({ file, house }: { readonly file: FileBytes; readonly house: HouseRules }) => judgeFile(file, house), bytes: bytesAt });
