// Leaves the frame of a tool, if there is one.
if (window.top !== window && !document.getElementById("message")) {
  window.top.location = "/";
}
