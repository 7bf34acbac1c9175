// Print setup of a sheet (ExcelApi 1.9): what is set is kept by its wire name.
import { invalidArgument } from './host-error';
import { placeArgument, textArgument } from './host-object';
import type { HostObject } from './host-object';
import { cellsText, rangeOf } from './references';
import type { SheetModel } from './sheet-model';
import type { World } from './world';

const SETTABLE = ['Orientation', 'PaperSize', 'Zoom', 'CenterHorizontally', 'CenterVertically', 'TopMargin', 'BottomMargin', 'LeftMargin', 'RightMargin', 'HeaderMargin', 'FooterMargin'];
const HEADERS = ['LeftHeader', 'CenterHeader', 'RightHeader', 'LeftFooter', 'CenterFooter', 'RightFooter'];

export function pageLayoutObject({ model }: World, sheet: SheetModel): HostObject {
  const keep = (name: string, value: unknown): void => {
    model.guardWorkbook();
    sheet.page.set(name, value);
  };
  const setters = (names: readonly string[]): NonNullable<HostObject['set']> => Object.fromEntries(names.map((name) => [name, (value: unknown) => { keep(name, value); }]));
  const all = (): HostObject => ({ kind: 'HeaderFooter', set: setters(HEADERS) });
  return {
    kind: 'PageLayout',
    set: setters(SETTABLE),
    nav: { HeadersFooters: () => ({ kind: 'HeaderFooterGroup', nav: { DefaultForAllPages: all } }) },
    methods: {
      SetPrintArea: (area) => { keep('PrintArea', cellsText(placeArgument(model, area, sheet).range)); },
      SetPrintTitleRows: (rows) => {
        const range = rangeOf(textArgument(rows));
        if (!range) throw invalidArgument();
        keep('PrintTitleRows', cellsText(range));
      },
    },
  };
}
