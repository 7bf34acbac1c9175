/** @jest-environment jsdom */
// What a command says arrives in its window as words, whatever the address holds.
import { addressOf, messageIn, showMessage } from './message-window';

const message = { tone: 'errors', title: '未通过：7 处错误、12 处待核实', lines: ['自评 200，复核 <b>106.51</b>', '第二行 #1'], language: 'zh-CN' } as const;

describe('the message window', () => {
  it('gets what was sent, and no server sees it', () => {
    const address = new URL(addressOf('https://localhost:3000/message.html', message));
    expect(messageIn(address.hash)).toEqual(message);
    expect(address.pathname + address.search).toBe('/message.html');
  });

  it('points to the pane for what would make the address too long', () => {
    const long = { ...message, lines: Array.from({ length: 60 }, (_, at) => `第 ${at + 1} 张表：自评 90，复核 88.5`) };
    const address = addressOf('https://localhost:3000/message.html', long);
    expect(messageIn(new URL(address).hash)?.lines.at(-1)).toBe('其余请打开面板查看。');
    expect(address.length).toBeLessThan(3000);
  });

  it('stays as short where it is not the number of lines that makes it long', () => {
    const sheet = '二〇二三年度市级部门项目支出绩效自评表（城区老旧小区改造）';
    const wide = { ...message, lines: Array.from({ length: 8 }, (_, at) => `${sheet}${at}：自评 90，复核 88.5，有一部分没有读懂，没有核查`) };
    const address = addressOf('https://localhost:3000/message.html', wide);
    expect(address.length).toBeLessThan(3000);
    const lines = messageIn(new URL(address).hash)?.lines ?? [];
    expect(lines.length).toBeGreaterThan(3);
    expect([lines[0], lines.at(-1)]).toEqual([wide.lines[0], '其余请打开面板查看。']);
    const one = addressOf('https://localhost:3000/message.html', { ...message, lines: ['𠀀'.repeat(900)] });
    expect(one.length).toBeLessThan(3000);
    expect(messageIn(new URL(one).hash)?.lines).toEqual([`${'𠀀'.repeat(200)}……`, '其余请打开面板查看。']);
  });

  it.each(['', '#', '#%', '#null', '#[]', '#{"tone":"x","title":"","lines":[]}', '#{"tone":"errors","title":"t"}'])('takes nothing from %p', (hash) => {
    expect(messageIn(hash)).toBeNull();
  });

  it('shows markup as words', () => {
    const element = document.createElement('main');
    showMessage(element, message);
    expect(element.querySelector('b')).toBeNull();
    expect(document.documentElement.lang).toBe('zh-CN');
    expect(Array.from(element.children).map(({ textContent }) => textContent)).toEqual([`✖ ${message.title}`, ...message.lines]);
  });
});
