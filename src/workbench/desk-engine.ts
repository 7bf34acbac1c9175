// Entry of the desk's workers: one keeps the lines of a folder and makes lists, comparisons and exports of them, the others review its files; the page waits for none.
import './worker-address';
import { serveBooks } from '../workbooks/grid/remote-book';
import { deskCalls } from './desk/desk-calls';
import { reviewTask } from './desk/review-task';
import { Shelf } from './desk/shelf';

serveBooks(self as unknown as Parameters<typeof serveBooks>[0], {}, { ...deskCalls(new Shelf()), review: reviewTask });
