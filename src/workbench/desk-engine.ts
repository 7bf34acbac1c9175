// Entry of the desk's worker: lists, comparisons and exports of a whole folder are made here, so that the page never waits for them.
import './worker-address';
import { serveBooks } from '../workbooks/grid/remote-book';
import { deskCalls } from './desk/desk-calls';
import { Shelf } from './desk/shelf';

serveBooks(self as unknown as Parameters<typeof serveBooks>[0], {}, deskCalls(new Shelf()));
