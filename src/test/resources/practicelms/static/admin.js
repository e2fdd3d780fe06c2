// Closes the frame when the tool says so. Like Moodle it looks at the subject only, not at who says it.
window.addEventListener("message", (event) => {
  if (event.data && event.data.subject === "org.imsglobal.lti.close") {
    window.location = "/admin";
  }
});
