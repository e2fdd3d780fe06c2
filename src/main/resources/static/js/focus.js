// Leads to what went wrong, or to the field that comes first. In the frame of an LMS browsers ignore autofocus.
const first = document.querySelector("[autofocus]");
if (first && document.activeElement === document.body) {
  first.focus();
}
