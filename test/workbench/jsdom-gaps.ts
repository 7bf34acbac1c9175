// What browsers have and jsdom lacks; imported before anything that needs it.
import '../pane/jsdom-gaps';

Object.assign(HTMLDialogElement.prototype, {
  showModal(this: HTMLDialogElement) {
    this.open = true;
  },
  close(this: HTMLDialogElement) {
    this.open = false;
  },
});
