// The three output formats as streams of text, so that a long run keeps no review longer than it needs.
import type { FileReview } from '../model/review';
import { fileJson, type JsonFile } from '../exports/json';
import { toSarif } from '../exports/sarif';
import { counted, EMPTY_TALLY, fileText, summaryText } from '../exports/text';
import type { TextOptions } from '../exports/text-lines';

export interface Reporter {
  begin(): string;
  file(review: FileReview): string;
  end(): string;
}

export type Format = 'text' | 'json' | 'sarif';

export function isFormat(text: string): text is Format {
  return text === 'text' || text === 'json' || text === 'sarif';
}

export function reporter(format: Format, version: string, options: TextOptions): Reporter {
  if (format === 'json') return jsonReporter(version);
  if (format === 'sarif') return sarifReporter(version);
  let tally = EMPTY_TALLY;
  return {
    begin: () => '',
    file: (review) => {
      tally = counted(tally, review);
      return `${fileText(review, options)}\n`;
    },
    end: () => summaryText(tally),
  };
}

/** One object, written piece by piece, one file a line. */
function jsonReporter(version: string): Reporter {
  let first = true;
  return {
    begin: () => `{"tool":${JSON.stringify({ name: 'biaoli', version })},"files":[`,
    file: (review) => {
      const lead = first ? '\n' : ',\n';
      first = false;
      return lead + JSON.stringify(fileJson(review));
    },
    end: () => '\n]}\n',
  };
}

/** SARIF lists rules and artifacts before results, so it is written at the end. */
function sarifReporter(version: string): Reporter {
  const files: JsonFile[] = [];
  return {
    begin: () => '',
    file: (review) => {
      files.push(fileJson(review));
      return '';
    },
    end: () => `${JSON.stringify(toSarif(files, version), null, 2)}\n`,
  };
}
