// Entry of the small window: shows the words that its address carries. It needs neither Office nor the workbook.
import { messageIn, showMessage } from './addin/message-window';

const element = document.querySelector('main');
const message = messageIn(window.location.hash);
if (element && message) showMessage(element, message);
