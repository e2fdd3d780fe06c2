// Lets the button say how many activities will be added. Without it the button says that some will.
for (const form of document.querySelectorAll("form[data-many]")) {
  const button = form.querySelector(".btn-primary");
  const some = button.textContent;
  const count = () => {
    const way = form.querySelector("[name=what]:checked");
    const modules = form.querySelectorAll("[name=module]:checked").length;
    const chosen = !way ? 0 : way.value === "modules" ? modules : 1;
    button.textContent = chosen === 0 ? some : chosen === 1 ? form.dataset.one : form.dataset.many.replace("#", chosen);
  };
  form.addEventListener("change", count);
  count();
}
