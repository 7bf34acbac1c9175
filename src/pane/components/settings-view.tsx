// Settings: what is written, how cells are marked, re-checking, language, rubric, and back to the defaults.
import { Button, Field, makeStyles, Radio, RadioGroup, Select, Switch, Text, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { languages, type Language } from '../catalogue';
import { PALETTE_NAMES } from '../palettes';
import { usePane } from './pane-context';
import { Page } from './page';
import { RubricChooser } from './rubric-view';
import { Swatches } from './swatches';
import { NoticeBar } from './notices';

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground3 },
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, alignItems: 'flex-start' },
  wide: { width: '100%' },
});

export function SettingsView(): ReactElement {
  const styles = useStyles();
  const { controller, say, state } = usePane();
  const { preferences } = state;
  const { capabilities } = controller.services.port;
  return (
    <Page title={say('settings.title')}>
      <NoticeBar />
      <Field label={say('settings.content')}>
        <RadioGroup value={preferences.content} onChange={(_, { value }) => void controller.prefer({ content: value === 'formula' ? 'formula' : 'value' })}>
          <Radio value="value" label={say('settings.value')} />
          <Radio value="formula" label={say('settings.formula')} />
        </RadioGroup>
      </Field>
      {capabilities.marks ? (
        <div className={styles.section}>
          <Field label={say('settings.marks')}>
            <RadioGroup value={preferences.marks} onChange={(_, { value }) => void controller.prefer({ marks: value === 'fill' || value === 'none' ? value : 'both' })}>
              <Radio value="both" label={say('settings.marks.both')} />
              <Radio value="fill" label={say('settings.marks.fill')} />
              <Radio value="none" label={say('settings.marks.none')} />
            </RadioGroup>
          </Field>
          {preferences.marks === 'none' ? null : (
            <>
              <Field label={say('settings.palette')} className={styles.wide}>
                <Select value={preferences.palette} onChange={(_, { value }) => void controller.prefer({ palette: PALETTE_NAMES.find((one) => one === value) ?? 'usual' })}>
                  {PALETTE_NAMES.map((name) => <option key={name} value={name}>{say(`settings.palette.${name}`)}</option>)}
                </Select>
              </Field>
              <Swatches palette={preferences.palette} />
            </>
          )}
          <Text size={200} className={styles.quiet}>{say('settings.marks.legend')}</Text>
        </div>
      ) : null}
      <div className={styles.section}>
        <Switch checked={preferences.live && capabilities.events} disabled={!capabilities.events} label={say('settings.live')} onChange={(_, { checked }) => void controller.prefer({ live: checked })} />
        <Text size={200} className={styles.quiet}>{say(capabilities.events ? 'settings.live.hint' : 'settings.live.unsupported')}</Text>
      </div>
      <RubricChooser />
      <Field label={say('settings.language')}>
        <Select value={preferences.language} onChange={(_, { value }) => void controller.prefer({ language: languages.find((one): one is Language => one === value) ?? 'auto' })}>
          <option value="auto">{say('settings.language.auto')}</option>
          <option value="zh-CN" lang="zh-CN">中文</option>
          <option value="en-US" lang="en-US">English</option>
        </Select>
      </Field>
      <div className={styles.section}><Button onClick={() => void controller.resetPreferences()}>{say('settings.reset')}</Button></div>
      <Text size={200} className={styles.quiet}>{say('settings.privacy')}</Text>
    </Page>
  );
}
