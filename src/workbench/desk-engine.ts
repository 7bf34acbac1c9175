// Entry of the desk's workers: one keeps the lines of a folder and makes lists, comparisons and exports of them, the others review its files; the page waits for none.
import './worker-address';
import { serveBooks } from '../workbooks/grid/remote-book';
import { PLAIN_JUDGES, type Judges } from '../batch/judges';
import { deskCalls } from './desk/desk-calls';
import { reviewTask, type ReviewTask } from './desk/review-task';
import { Shelf } from './desk/shelf';

let judges = PLAIN_JUDGES;
serveBooks(self as unknown as Parameters<typeof serveBooks>[0], {}, {
  ...deskCalls(new Shelf()),
  judges: (own: Judges) => Promise.resolve((judges = own).by),
  review: (task: ReviewTask) => reviewTask(task, judges),
});
