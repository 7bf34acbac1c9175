// Notes and threaded comments of the workbook with the cells they stand at: listed in one round trip, located in the next.
import { parseA1 } from '../../model/address';
import { placesOf } from './addresses';
import { untracked } from './batch';
import type { Features } from './requirements';

export interface Remark {
  readonly kind: 'note' | 'comment';
  readonly sheet: string;
  readonly cell: string;
  readonly row: number;
  readonly column: number;
  readonly text: string;
  /** Of a comment; '' for a note. */
  readonly id: string;
}

export interface Listed {
  readonly notes: Excel.NoteCollection | null;
  readonly comments: Excel.CommentCollection | null;
}

/** First round trip. What this Excel does not know is not asked for. */
export function listRemarks(context: Excel.RequestContext, features: Pick<Features, 'notes' | 'comments'>): Listed {
  const notes = features.notes ? context.workbook.notes : null;
  const comments = features.comments ? context.workbook.comments : null;
  notes?.load('items/content');
  comments?.load('items/id,items/content');
  return { notes, comments };
}

/** True when nothing has to be located. */
export function noRemarks({ notes, comments }: Listed): boolean {
  return (notes?.items.length ?? 0) + (comments?.items.length ?? 0) === 0;
}

/** Second round trip; call the answer when it is back. Replies follow their comment, a line each, as in the host of files. */
export function locateRemarks({ notes, comments }: Listed): () => readonly Remark[] {
  const located = (owner: Excel.Note | Excel.Comment): Excel.Range => untracked(owner.getLocation()).load('address');
  const plain = (notes?.items ?? []).map((note) => ({ note, location: located(note) }));
  const threads = (comments?.items ?? []).map((comment) => ({ comment, location: located(comment), replies: comment.replies.load('items/content') }));
  return () => [
    ...plain.flatMap(({ note, location }) => remarkAt('note', location.address, note.content, '')),
    ...threads.flatMap(({ comment, location, replies }) => remarkAt('comment', location.address, [comment.content, ...replies.items.map((reply) => reply.content)].join('\n'), comment.id)),
  ];
}

function remarkAt(kind: Remark['kind'], address: string, text: string, id: string): readonly Remark[] {
  const [place] = placesOf(address);
  const at = parseA1(place?.cells ?? '');
  return place && at ? [{ kind, sheet: place.sheet, cell: place.cells, ...at, text: text.replace(/\r\n?/g, '\n'), id }] : [];
}
