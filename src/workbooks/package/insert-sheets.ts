// Planned sheets put behind those of a file: new parts, and additions to the few parts that list sheets and looks. Everything else stays byte for byte.
import type { PlanHighlight, PlanStyle, SheetPlan } from '../../model/sheet-plan';
import { withFreeNames } from '../new-sheet-names';
import { listInProperties } from './app-properties';
import { DECLARATION } from './patch-package';
import type { PackageEditor } from './patch-package';
import { EditSession } from './patch-session';
import { BEFORE_NAMES, editWorkbook, insertAfter, locksStructure, requestCalculation, STRUCTURE_LOCKED, tabNames, tabsOf } from './patch-workbook';
import { appendTo, attribute, childOf, childrenOf, escapeXml, prefixOf } from './patch-xml';
import type { Span } from './patch-xml';
import { withResults } from './plan-results';
import { planSheetXml, printNamesXml } from './plan-sheet';
import { APPLIED, borderXml, conditionalXml, fontXml, placingXml } from './plan-styles';
import type { PlanLooks } from './plan-styles';
import { guarded, isSigned, openPackage, SIGNED } from './state';
import type { BytesOptions } from './state';
import { solidFill } from './styles-edit';
import type { StyleBook } from './styles-edit';

export type SheetsAppended =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly names: readonly string[] }
  | { readonly ok: false; readonly reason: string };

const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';
const FORMATS_FULL = '工作簿的单元格格式已达 Excel 的上限，放不下新的工作表；请清理多余格式，或新建工作簿后再试。';

/** Looks appended to the file's own style part. */
class AppendedLooks implements PlanLooks {
  /** Excel's limit of formats was reached. */
  full = false;
  private readonly known = new Map<string, number>();

  constructor(private readonly styles: StyleBook) {}

  look(style: PlanStyle): number {
    const key = JSON.stringify(style);
    let index = this.known.get(key);
    if (index === undefined) {
      const found = this.styles.compose({ font: fontXml(style), fill: style.fill === null ? null : solidFill(style.fill), border: borderXml(style), numberFormat: style.numberFormat, applied: APPLIED, inner: placingXml(style) });
      this.full ||= found === null;
      this.known.set(key, (index = found ?? 0));
    }
    return index;
  }

  highlight(highlight: PlanHighlight): number {
    return this.styles.conditional(conditionalXml(highlight));
  }
}

/** Pixels of a digit at 96 dpi: Chinese faces have digits of half a square, Latin ones (Calibri) of 0.507 em. */
function digitPixels(styles: StyleBook): number {
  const font = styles.fontLike(0, {});
  const points = Number(/<sz\s[^>]*?val\s*=\s*["']([\d.]+)["']/.exec(font)?.[1] ?? 11) || 11;
  const name = /<name\s[^>]*?val\s*=\s*["']([^"']*)["']/.exec(font)?.[1] ?? '宋体';
  const pixels = (points * 96) / 72;
  const chinese = /[^\p{ASCII}]|simsun|simhei|dengxian|yahei|kaiti|fangsong/iu.test(name);
  return Math.max(1, Math.round(chinese ? Math.round(pixels) / 2 : pixels * 0.507));
}

function prefixed(xml: string, prefix: string): string {
  return prefix === '' ? xml : xml.replace(/<(\/?)(?=\w)/g, `<$1${prefix}`);
}

function addTabs(pkg: PackageEditor, sheets: readonly { readonly name: string; readonly part: string }[]): void {
  const listed = sheets.map(({ name, part }) => ({ name, id: pkg.relate(pkg.workbook, 'worksheet', part) }));
  editWorkbook(pkg, (xml, root) => {
    const list = childOf(xml, root, 'sheets');
    if (!list) return xml;
    const last = Math.max(0, ...childrenOf(xml, list).map((one) => Number(attribute(xml.slice(one.start, one.openEnd), 'sheetId')) || 0));
    const tabs = listed.map(({ name, id }, at) => `<${prefixOf(list.name)}sheet xmlns:r="${pkg.names.relationships}" name="${escapeXml(name)}" sheetId="${last + 1 + at}" r:id="${id}"/>`);
    return appendTo(xml, list, tabs.join(''));
  });
}

/** Names of print areas and repeated rows; an index counts every tab, chart sheets included. */
function addPrintNames(xml: string, root: Span, names: string): string {
  if (names === '') return xml;
  const prefix = prefixOf(root.name);
  const list = childOf(xml, root, 'definedNames');
  const fragment = prefixed(names, prefix);
  return list ? appendTo(xml, list, fragment) : insertAfter(xml, root, BEFORE_NAMES, `<${prefix}definedNames>${fragment}</${prefix}definedNames>`);
}

/** Puts the sheets into an opened package. Their names as given, or a sentence that says why not. */
function placeSheets(pkg: PackageEditor, wanted: readonly SheetPlan[]): readonly string[] | string {
  const first = tabsOf(pkg);
  const plans = withFreeNames(wanted, tabNames(pkg)).map(withResults);
  const session = new EditSession(pkg);
  const looks = new AppendedLooks(session.styles);
  const page = { selected: false, digit: digitPixels(session.styles), declaration: DECLARATION, namespace: pkg.names.main };
  const texts = plans.map((plan) => planSheetXml(plan, looks, page));
  if (looks.full) return FORMATS_FULL;
  session.write();
  const sheets = plans.map(({ name }, at) => {
    const part = pkg.free('xl/worksheets/sheet', '.xml');
    pkg.set(part, texts[at] ?? '');
    pkg.declare(part, SHEET_TYPE);
    return { name, part };
  });
  addTabs(pkg, sheets);
  const names = plans.map((plan, at) => printNamesXml(plan, first + at)).join('');
  editWorkbook(pkg, (xml, root) => addPrintNames(xml, root, names));
  listInProperties(pkg, sheets.map(({ name }) => name));
  if (plans.some(({ cells }) => cells.some(({ formula, value }) => formula !== null && value === null))) requestCalculation(pkg);
  return sheets.map(({ name }) => name);
}

/**
 * Adds sheets to a workbook's bytes, all or none, behind the others.
 * @returns new bytes and the names given, or a Chinese sentence when the file takes none. Never throws on bad files.
 */
export function appendSheets(bytes: Uint8Array, plans: readonly SheetPlan[], options: BytesOptions = {}): SheetsAppended {
  const pkg = openPackage(bytes, options);
  if (typeof pkg === 'string') return { ok: false, reason: pkg };
  return guarded((): SheetsAppended => {
    if (isSigned(pkg)) return { ok: false, reason: SIGNED };
    if (locksStructure(pkg)) return { ok: false, reason: STRUCTURE_LOCKED };
    if (plans.length === 0) return { ok: true, bytes, names: [] };
    const names = placeSheets(pkg, plans);
    return typeof names === 'string' ? { ok: false, reason: names } : { ok: true, bytes: pkg.write(options), names };
  });
}
