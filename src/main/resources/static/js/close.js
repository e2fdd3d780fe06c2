// Tells the LMS, and nobody else, that its frame with our page may go (LTI Dynamic Registration 1.0, section 3.6).
const button = document.getElementById("close");
button.hidden = false;
button.addEventListener("click", () => {
  (window.opener || window.parent).postMessage({ subject: "org.imsglobal.lti.close" }, button.dataset.origin);
});
