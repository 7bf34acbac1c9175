// A bureau's rubrics that are at hand: in the workbook, on this computer, from the catalogue; to be changed, handed on, or deleted.
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useRef, useState, type ChangeEvent, type ReactElement } from 'react';
import type { Rubric } from '../../model/rubric';
import { readRubric } from '../../rubrics/own';
import type { Whereabouts } from '../house-rules';
import { idOf } from '../house-rules';
import { rubricText } from '../rule-files';
import { JSON_TYPE, saveFile } from '../save-file';
import { CopyIcon, RemoveIcon } from './icons';
import { usePane } from './pane-context';
import { useChosenText } from './use-chosen-text';
import { useCopy } from './use-copy';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  item: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS, padding: tokens.spacingHorizontalS, borderRadius: tokens.borderRadiusMedium, border: `1px solid ${tokens.colorNeutralStroke2}` },
  name: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3 },
  wrong: { color: tokens.colorPaletteRedForeground1 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  hidden: { display: 'none' },
});

type Place = Whereabouts | 'catalog';

interface OwnRubric {
  readonly id: string;
  readonly place: Place;
  /** Null: what is kept is no rubric any more. */
  readonly rubric: Rubric | null;
}

export function OwnRubrics(): ReactElement {
  const styles = useStyles();
  const { controller, say, state, text } = usePane();
  const file = useRef<HTMLInputElement>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const copy = useCopy();
  const kept = (list: readonly unknown[], place: Place): readonly OwnRubric[] => list.map((one) => {
    const reading = readRubric(one);
    return { id: idOf(one), place, rubric: reading.ok ? reading.rubric : null };
  });
  const own = [...kept(state.stored.own?.rubrics ?? [], 'workbook'), ...kept(state.house.mine.rubrics, 'computer'), ...state.house.shared.rubrics.map((rubric) => ({ id: rubric.id, place: 'catalog' as const, rubric }))];
  const { catalog } = state.house;
  const chosenText = useChosenText();
  const take = async (event: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const read = await chosenText(event);
    if (read !== null) setRefused(await controller.desk.import(read));
  };
  const hand = (rubric: Rubric): void => {
    const name = fileNameOf(rubric);
    saveFile({ name, content: rubricText(rubric), type: JSON_TYPE });
    const phrase = { key: 'rubric.exported', params: { name } } as const;
    controller.dispatch({ type: 'notice', notice: { tone: 'info', phrase } });
    controller.dispatch({ type: 'announce', phrase });
  };
  return (
    <section className={styles.section}>
      <h2 className={styles.title}>{say('rubric.own')}</h2>
      {catalog === null ? null : <Text size={200} className={styles.quiet}>{say('rubric.catalog', { title: catalog.title, version: catalog.version, publisher: catalog.publisher })}</Text>}
      {own.length === 0 ? <Text className={styles.quiet}>{say('rubric.own.none')}</Text> : (
        <ul className={styles.list}>
          {own.map(({ id, place, rubric }, at) => {
            const title = rubric?.title ?? id;
            return (
              <li key={`${place} ${id} ${at}`} className={styles.item}>
                <span className={styles.name}>{title}</span>
                <Text size={200} className={styles.quiet}>{[say(`rubric.own.${place}`), ...(rubric?.version === undefined ? [] : [say('rubric.own.version', { version: rubric.version })])].join('，')}</Text>
                <div className={styles.buttons}>
                  {rubric === null || place === 'catalog' ? null : <Button size="small" aria-label={say('rubric.own.change', { title })} onClick={() => void controller.desk.change(rubric)}>{say('rubric.change.short')}</Button>}
                  {rubric === null ? null : <Button size="small" aria-label={say('rubric.own.export', { title })} onClick={() => hand(rubric)}>{say('rubric.export.short')}</Button>}
                  {rubric === null ? null : <Button size="small" appearance="subtle" icon={<CopyIcon />} aria-label={say('rubric.own.copy', { title })} title={say('copy')} onClick={() => copy(rubricText(rubric))} />}
                  {place === 'catalog' ? null : <Button size="small" appearance="subtle" icon={<RemoveIcon />} aria-label={say('rubric.own.remove', { title })} title={say('rubric.own.remove', { title })} disabledFocusable={state.task !== null} onClick={() => void controller.desk.remove(id, place)} />}
                </div>
              </li>
            );
          })}
        </ul>
      )}
      <div className={styles.buttons}>
        <Button size="small" onClick={() => file.current?.click()}>{say('rubric.import')}</Button>
        <input ref={file} type="file" accept=".json,application/json" className={styles.hidden} aria-hidden="true" tabIndex={-1} onChange={(event) => void take(event)} />
      </div>
      {refused === null ? null : <Text role="alert" className={styles.wrong}>{text(refused)}</Text>}
    </section>
  );
}

function fileNameOf({ id }: Rubric): string {
  return `${id}.json`;
}
