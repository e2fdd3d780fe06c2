// Sends the form of a page that is there only to pass something on. Without it a button does the same.
document.getElementById("self-submitting").submit();
