// What browsers have and jsdom lacks; imported before anything that needs it.
import '../pane/jsdom-gaps';

Object.assign(Blob.prototype, {
  arrayBuffer(this: Blob) {
    return new Promise((done) => {
      const reader = new FileReader();
      reader.onload = () => done(reader.result);
      reader.readAsArrayBuffer(this);
    });
  },
});
Object.assign(HTMLDialogElement.prototype, {
  showModal(this: HTMLDialogElement) {
    this.open = true;
  },
  close(this: HTMLDialogElement) {
    this.open = false;
  },
});
