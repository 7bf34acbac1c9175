// What happens when a report is opened beside the workbook: read, checked against the tables, its tables brought into the workbook.
import type { ReportDocument, ReportReview } from '../model/report';
import type { TableReview, WorkbookReview } from '../model/review';
import type { SheetPlan } from '../model/sheet-plan';
import type { Answer, WorkbookPort } from '../workbooks/port';
import type { PaneState } from './pane-state';
import { answered, type PaneStore } from './pane-store';

export interface ReportFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Reads reports; handed in by the entry, since bytes are a host's business. Never rejects on what a file holds. */
export interface ReportReader {
  read(file: ReportFile): Promise<Answer<ReportDocument>>;
}

/** What the desk needs of the controller. */
export interface ReportServices {
  readonly store: PaneStore;
  readonly reader: ReportReader | undefined;
  readonly port: WorkbookPort;
  /** Checks the workbook where that was not done yet. */
  readonly checked: () => Promise<void>;
  readonly reviewTables: (document: ReportDocument) => Promise<WorkbookReview>;
  /** The workbook has new sheets: it is read again. */
  readonly lookAgain: () => Promise<void>;
}

const roads = async () => {
  const [{ reviewReport }, { planOfTable }] = await Promise.all([import('../reports/review-report'), import('./report-sheets')]);
  return { reviewReport, planOfTable };
};

export class ReportDesk {
  constructor(private readonly services: ReportServices) {}

  /** `more`: how many were handed over with it and stay unopened. */
  async open(file: ReportFile, more = 0): Promise<void> {
    const { store, reader } = this.services;
    if (!reader) return;
    // Dropped or chosen at any moment, also while the workbook is being checked.
    await store.idle();
    // The words are compared with the tables as they are now.
    await this.services.checked();
    await store.afterwards({ kind: 'opening' }, async () => {
      const read = await answered(reader.read(file));
      if (!read.ok) return store.refuse(read);
      const tables = await this.services.reviewTables(read.value);
      const review = await this.reviewed(read.value, tables.tables);
      store.dispatch({ type: 'report', report: { name: file.name, document: read.value, review, tables: tables.tables, looked: null } });
      store.dispatch({ type: 'announce', phrase: { key: 'report.announce', params: { statements: review.statements, count: review.findings.length } } });
      if (more > 0) store.tell({ key: 'report.one', params: { name: file.name, count: more } }, 'info');
    });
  }

  close(): void {
    this.services.store.dispatch({ type: 'report', report: null });
  }

  look(figure: number | null): void {
    const { report } = this.state();
    if (report) this.services.store.dispatch({ type: 'report', report: { ...report, looked: figure } });
  }

  /** The tables of the workbook changed. */
  async compareAgain(): Promise<void> {
    const { report } = this.state();
    if (!report) return;
    const review = await this.reviewed(report.document, report.tables);
    const now = this.state().report;
    if (now?.document === report.document) this.services.store.dispatch({ type: 'report', report: { ...now, review } });
  }

  /** Puts tables of the report on new sheets of the workbook; `which`: indexes in the document. */
  async insert(which: readonly number[]): Promise<void> {
    const { store, port } = this.services;
    const { report } = this.state();
    if (!report) return;
    const names = await store.during({ kind: 'inserting' }, async () => {
      const { planOfTable } = await roads();
      const plans = which.flatMap((at): readonly SheetPlan[] => { const table = report.document.tables[at]; return table ? [planOfTable(table)] : []; });
      const answer = await answered(port.insertSheets(plans));
      if (answer.ok) return answer.value;
      store.refuse(answer);
      return null;
    });
    if (!names) return;
    // Told after the check, which takes back what was told before it.
    await this.services.lookAgain();
    store.tell({ key: 'report.inserted', params: { names: names.join('、') } }, 'done');
  }

  private async reviewed(document: ReportDocument, inside: readonly TableReview[]): Promise<ReportReview> {
    const { reviewReport } = await roads();
    const { checked } = this.state();
    // A workbook that is not saved yet has no name.
    const file = this.services.port.name === '' ? '工作簿' : this.services.port.name;
    return reviewReport(document, [...inside.map((review) => ({ file: null, review })), ...(checked?.review.tables ?? []).map((review) => ({ file, review }))]);
  }

  private state(): PaneState {
    return this.services.store.getState();
  }
}
